import { type EpochDay, type PlainDate, yearOf } from "../kernel/plain-date.ts";
import type { Holiday, PolicyBook } from "../policy/policy-book.ts";
import { dayNumber, toDate, toDay, weekdayOfDay } from "./day-number.ts";
import { holidaysByRule } from "./holiday-rules.ts";

/** Where the closures of a year come from: kept as a dated list, or computed because no list exists (DEC-01). */
export type HolidaySource = "LIST" | "RULE";

/** Years for which business days are counted once and then only looked up; other years are walked day by day. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2069;
const START = dayNumber(FIRST_YEAR, 1, 1);
const END = dayNumber(LAST_YEAR + 1, 1, 1) - 1;

/** The business days of one policy book (DEC-01, DEC-02). Day numbers inside; ask it through `officeCalendar`. */
export class OfficeCalendar {
  readonly #book: PolicyBook;
  readonly #listed = new Map<number, readonly Holiday[]>();
  readonly #closures = new Map<number, ReadonlyMap<EpochDay, Holiday>>();
  /** Business days from START up to and including a day, by offset; made on first use. */
  #through: Uint16Array | undefined;
  /** Day number of the n-th business day since START. */
  #nth: Int32Array | undefined;

  constructor(book: PolicyBook) {
    this.#book = book;
    // A list names its closures by date; one observed in the year before (New Year's Day) belongs to that date.
    for (const list of book.holidayYears) this.#listed.set(list.year, list.holidays);
  }

  sourceOf(year: number): HolidaySource {
    return this.#listed.has(year) ? "LIST" : "RULE";
  }

  /** Closures dated in a year, by day number. The year's list, where there is one, wins over the rule. */
  closuresOf(year: number): ReadonlyMap<EpochDay, Holiday> {
    let closures = this.#closures.get(year);
    if (closures === undefined) {
      const own = this.#listed.get(year) ?? holidaysByRule(this.#book.profile, year);
      const ofNextYear = (this.#listed.get(year + 1) ?? []).filter(
        (holiday) => yearOf(holiday.date) === year,
      );
      closures = new Map(
        [...own, ...ofNextYear].map((holiday) => [toDay(holiday.date), holiday] as const),
      );
      this.#closures.set(year, closures);
    }
    return closures;
  }

  holidayOn(day: EpochDay): Holiday | undefined {
    return this.closuresOf(yearOf(toDate(day))).get(day);
  }

  isBusinessDay(day: EpochDay): boolean {
    if (day > START && day <= END) {
      const through = this.#table();
      return through[day - START] !== through[day - START - 1];
    }
    const weekday = weekdayOfDay(day);
    return weekday !== 0 && weekday !== 6 && this.holidayOn(day) === undefined;
  }

  /** The n-th business day after a day; the day itself is number 0 (DEC-02). n = 0 gives the day itself. */
  add(day: EpochDay, n: number): EpochDay {
    if (n <= 0) return day;
    if (day >= START && day <= END) {
      const index = (this.#table()[day - START] ?? 0) + n - 1;
      const found = this.#nth?.[index];
      if (found !== undefined && found !== 0) return found;
    }
    let left = n;
    let at = day;
    while (left > 0) if (this.isBusinessDay(++at)) left--;
    return at;
  }

  /** Business days after `from` up to and including `to`; 0 when `to` is not later. */
  between(from: EpochDay, to: EpochDay): number {
    if (to <= from) return 0;
    if (from >= START && to <= END) {
      const through = this.#table();
      return (through[to - START] ?? 0) - (through[from - START] ?? 0);
    }
    let count = 0;
    for (let day = from + 1; day <= to; day++) if (this.isBusinessDay(day)) count++;
    return count;
  }

  #table(): Uint16Array {
    if (this.#through) return this.#through;
    const through = new Uint16Array(END - START + 1);
    const nth = new Int32Array(END - START + 1);
    let count = 0;
    let day = START;
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      const closures = this.closuresOf(year);
      const last = dayNumber(year + 1, 1, 1) - 1;
      for (; day <= last; day++) {
        const weekday = weekdayOfDay(day);
        if (weekday !== 0 && weekday !== 6 && !closures.has(day)) nth[count++] = day;
        through[day - START] = count;
      }
    }
    this.#nth = nth;
    this.#through = through;
    return through;
  }
}

const calendars = new WeakMap<PolicyBook, OfficeCalendar>();

/** The calendar of a book; its tables are made once per book. */
export const officeCalendar = (book: PolicyBook): OfficeCalendar => {
  let calendar = calendars.get(book);
  if (calendar === undefined) calendars.set(book, (calendar = new OfficeCalendar(book)));
  return calendar;
};

/** Whether offices are open on a date (DEC-01). */
export const isBusinessDay = (book: PolicyBook, date: PlainDate): boolean =>
  officeCalendar(book).isBusinessDay(toDay(date));

/** The n-th business day after a date; the date itself is day 0 and never counts (DEC-02). */
export const addBusinessDays = (book: PolicyBook, date: PlainDate, n: number): PlainDate =>
  toDate(officeCalendar(book).add(toDay(date), n));

/** How many business days lie after `from` up to and including `to`. */
export const countBusinessDays = (book: PolicyBook, from: PlainDate, to: PlainDate): number =>
  officeCalendar(book).between(toDay(from), toDay(to));

/** The closures dated in a year and where they come from. */
export const holidaysOf = (
  book: PolicyBook,
  year: number,
): { readonly holidays: readonly Holiday[]; readonly source: HolidaySource } => {
  const calendar = officeCalendar(book);
  return {
    holidays: [...calendar.closuresOf(year).values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    source: calendar.sourceOf(year),
  };
};

/** One day of a count, for explanations: counted as business day `n`, or skipped and why. */
export type CountedDay =
  | { readonly date: PlainDate; readonly n: number }
  | { readonly date: PlainDate; readonly skipped: "WEEKEND" }
  | {
      readonly date: PlainDate;
      readonly skipped: "HOLIDAY";
      readonly name: string;
      readonly source: HolidaySource;
    };

/** Counts business days one by one from the day after `from` through `to`. */
export const businessDaysBetween = (
  book: PolicyBook,
  from: PlainDate,
  to: PlainDate,
): readonly CountedDay[] => {
  const calendar = officeCalendar(book);
  const days: CountedDay[] = [];
  let n = 0;
  for (let day = toDay(from) + 1; day <= toDay(to); day++) {
    const date = toDate(day);
    const weekday = weekdayOfDay(day);
    const holiday = calendar.holidayOn(day);
    if (weekday === 0 || weekday === 6) days.push({ date, skipped: "WEEKEND" });
    else if (holiday)
      days.push({
        date,
        skipped: "HOLIDAY",
        name: holiday.name,
        source: calendar.sourceOf(yearOf(date)),
      });
    else days.push({ date, n: ++n });
  }
  return days;
};
