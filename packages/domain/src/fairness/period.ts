import { dateOf, minDate, type PlainDate, yearOf } from "../kernel/plain-date.ts";

/** The time that a report covers. */
export interface ReportPeriod {
  readonly year: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The year is over. A running one changes, and two states of it could be told apart: it is not for publishing. */
  readonly finished: boolean;
}

/** Years that can be asked for, the present one included. */
export const REPORT_YEARS = 6;

/**
 * Reports cover single calendar years and no others: of periods that overlap, one could be subtracted from the other to
 * find what was masked.
 */
export const reportPeriod = (year: number, today: PlainDate): ReportPeriod => ({
  year,
  from: dateOf(year, 1, 1),
  to: minDate(dateOf(year, 12, 31), today < dateOf(year, 1, 1) ? dateOf(year, 1, 1) : today),
  finished: yearOf(today) > year,
});

export const reportYears = (today: PlainDate): readonly number[] =>
  Array.from({ length: REPORT_YEARS }, (_, index) => yearOf(today) - index);
