import type { CountUnit, DateOptions, DateWords } from "../types.ts";

/** What a language brings to write dates. */
export interface DateNames {
  readonly locale: "en-US" | "es-US";
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  /** Puts the parts in the order of the language. */
  order(parts: {
    readonly weekday: string | undefined;
    readonly month: string;
    readonly day: number;
    readonly year: number | undefined;
  }): string;
  readonly to: string;
  readonly and: (last: string) => string;
  monthAndYear(month: string, year: number): string;
  readonly am: string;
  readonly pm: string;
  readonly units: Record<CountUnit, readonly [one: string, many: string]>;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Sunday is 0. Zeller's rule, because nothing here may depend on the zone of the machine. */
const weekdayOf = (year: number, month: number, day: number): number => {
  const shifted = month < 3 ? year - 1 : year;
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (
    (shifted +
      Math.floor(shifted / 4) -
      Math.floor(shifted / 100) +
      Math.floor(shifted / 400) +
      offset +
      day) %
    7
  );
};

export const dateWords = (names: DateNames): DateWords => {
  const date = (iso: string, options: DateOptions = {}): string => {
    const parts = ISO_DATE.exec(iso);
    if (!parts) return iso;
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const style = options.style ?? "weekday";
    const weekday = weekdayOf(year, month, day);
    return names.order({
      weekday:
        style === "day"
          ? undefined
          : (style === "long" ? names.weekdays : names.shortWeekdays)[weekday],
      month: (style === "long" ? names.months : names.shortMonths)[month - 1] ?? "",
      day,
      year: options.today?.slice(0, 4) === parts[1] ? undefined : year,
    });
  };
  const clock = (hhmm: string): string => {
    const [hour = 0, minute = 0] = hhmm.split(":").map(Number);
    return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? names.am : names.pm}`;
  };
  const local = (instant: string, timeZone: string): { date: string; time: string } => {
    const parts = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).formatToParts(new Date(instant));
    const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? "";
    return {
      date: `${part("year")}-${part("month")}-${part("day")}`,
      time: `${part("hour")}:${part("minute")}`,
    };
  };
  return {
    date,
    clock,
    range: (from, to, options) => {
      const day = { ...options, style: "day" as const };
      return from === to ? date(from, day) : `${date(from, day)} ${names.to} ${date(to, day)}`;
    },
    month: (yearMonth) =>
      names.monthAndYear(
        names.months[Number(yearMonth.slice(5, 7)) - 1] ?? "",
        Number(yearMonth.slice(0, 4)),
      ),
    time: (instant, timeZone) => clock(local(instant, timeZone).time),
    moment: (instant, timeZone, options) => {
      const at = local(instant, timeZone);
      return `${date(at.date, { style: "day", ...options })}, ${clock(at.time)}`;
    },
    list: (items) =>
      items.length < 2
        ? (items[0] ?? "")
        : `${items.slice(0, -1).join(", ")} ${names.and(items[items.length - 1] ?? "")}`,
    count: (n, unit) => `${n} ${names.units[unit][n === 1 ? 0 : 1]}`,
  };
};
