import { ia } from "../kernel/citation.ts";
import { isPlainDate, type PlainDate, yearOf } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { Holiday, HolidayYear, PolicyBook } from "../policy/policy-book.ts";

/** The office closures of a year as an administrator wants to publish them. */
export interface HolidayYearInput extends HolidayYear {
  readonly reason?: string;
  /** Number of the policy book that the administrator saw. */
  readonly expectedBook: number;
}

/** The next policy book, and the days by which the list differs from the one before. */
export interface HolidaysPublished {
  readonly year: HolidayYear;
  readonly added: readonly PlainDate[];
  readonly removed: readonly PlainDate[];
}

/**
 * Publishes the list of a year (DEC-01, DEC-48). `before` are the closures of that year as they were until now, from its
 * list or by rule. A change of a day that is past is a correction and needs a reason.
 */
export const decidePublishHolidays = rule(
  { id: "X-6", cites: [ia("60")], decisions: ["DEC-01", "DEC-48"] },
  (
    input: HolidayYearInput,
    before: readonly Holiday[],
    book: Pick<PolicyBook, "number">,
    today: PlainDate,
  ): Result<HolidaysPublished> => {
    const refusals: Refusal[] = [];
    if (input.expectedBook !== book.number)
      refusals.push({ code: "BOOK_CHANGED", params: { number: book.number } });
    if (input.source.trim() === "")
      refusals.push({ code: "FIELD_REQUIRED", path: ["source"], params: { of: "source" } });
    const seen = new Set<PlainDate>();
    input.holidays.forEach((holiday, index) => {
      const path = ["holidays", index, "date"];
      if (!isPlainDate(holiday.date) || yearOf(holiday.date) !== input.year)
        refusals.push({ code: "DATE_OUTSIDE_SERVICE", path, params: { year: input.year } });
      else if (seen.has(holiday.date))
        refusals.push({ code: "HOLIDAY_DUPLICATE", path, params: { of: holiday.date } });
      seen.add(holiday.date);
      if (holiday.name.trim() === "")
        refusals.push({
          code: "FIELD_REQUIRED",
          path: ["holidays", index, "name"],
          params: { of: "name" },
        });
    });
    const former = new Set(before.map((holiday) => holiday.date));
    const added = [...seen].filter((day) => !former.has(day)).toSorted();
    const removed = [...former].filter((day) => !seen.has(day)).toSorted();
    const past = [...added, ...removed].filter((day) => day < today).toSorted();
    if (past[0] !== undefined && (input.reason ?? "").trim() === "")
      refusals.push({ code: "REASON_REQUIRED", path: ["reason"], params: { of: past[0] } });
    if (refusals.length > 0) return refuse(...refusals);
    const holidays = input.holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    return accept({ year: { year: input.year, holidays, source: input.source }, added, removed });
  },
);

/** The book with the list of one year put in or replaced; number and publication are the caller's. */
export const withHolidayYear = (book: PolicyBook, year: HolidayYear): PolicyBook => ({
  ...book,
  holidayYears: [...book.holidayYears.filter((one) => one.year !== year.year), year].toSorted(
    (a, b) => a.year - b.year,
  ),
});
