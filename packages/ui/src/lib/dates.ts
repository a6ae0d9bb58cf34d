/** Languages the screens are shown in. */
export type UiLocale = "en-US" | "es-US";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

export interface FormatDateOptions {
  /** The server's current date, `yyyy-mm-dd`. The year is left out when it is the same; without it the year stands. */
  today?: string | undefined;
  /** `weekday`: "Tue, Nov 17"; `day`: "Nov 17"; `long`: "Tuesday, November 17". */
  style?: "weekday" | "day" | "long" | undefined;
}

/**
 * A policy date in words. The month is always a name, because numeric dates change their order between languages
 * (5/11 is November 5 in es-US). Answers the input unchanged when it is not a date `yyyy-mm-dd`.
 */
export function formatDate(iso: string, locale: UiLocale, options: FormatDateOptions = {}): string {
  if (!ISO_DATE.test(iso)) return iso;
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const style = options.style ?? "weekday";
  const sameYear = options.today?.slice(0, 4) === iso.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: style === "long" ? "long" : "short",
    ...(style === "day" ? {} : { weekday: style === "long" ? "long" : "short" }),
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(date);
}

/** A period in words: "Nov 9 to Dec 8"; the year as in {@link formatDate}. */
export function formatDateRange(
  from: string,
  to: string,
  locale: UiLocale,
  today?: string,
): string {
  const word = locale === "es-US" ? "al" : "to";
  const options: FormatDateOptions = { today, style: "day" };
  return `${formatDate(from, locale, options)} ${word} ${formatDate(to, locale, options)}`;
}

/** The ISO date `days` days after `iso`: for calendar buttons such as Yesterday, never for a policy date. */
export function shiftDate(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * The four-digit year meant by a year typed with two digits: the latest year that is at most ten years ahead of
 * `thisYear`, so that 26 is 2026 and 85 is 1985. Other years are answered unchanged.
 */
export function expandYear(year: number, thisYear: number): number {
  if (year < 0 || year > 99) return year;
  const century = Math.floor(thisYear / 100) * 100;
  const candidate = century + year;
  return candidate > thisYear + 10 ? candidate - 100 : candidate;
}
