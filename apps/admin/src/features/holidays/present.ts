import { decidePublishHolidays } from "@kinward/domain/agency";
import {
  dateOf,
  daysInMonth,
  monthOf,
  type PlainDate,
  weekdayOf,
  yearOf,
} from "@kinward/domain/kernel";
import type { Holiday } from "@kinward/domain/policy";
import type { HolidayYearView } from "@kinward/domain/views";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { fieldFaults } from "../shared/faults.ts";
import { shared } from "../shared/messages.ts";
import { dayWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { holidays as m } from "./messages.ts";

/** From this month on the list of the next year should be published (September). */
const NEXT_YEAR_FROM_MONTH = 9;

/** The next year when its list should exist and does not. */
export function missingNextYear(
  today: PlainDate,
  years: readonly { readonly year: number; readonly from: "LIST" | "RULE" }[],
): number | undefined {
  const next = yearOf(today) + 1;
  if (monthOf(today) < NEXT_YEAR_FROM_MONTH) return undefined;
  return years.some((entry) => entry.year === next && entry.from === "LIST") ? undefined : next;
}

// The calendar of a year.

export interface CalendarDay {
  readonly day: number;
  readonly date: PlainDate;
  readonly holiday?: Holiday;
  readonly isWeekend: boolean;
  readonly isToday: boolean;
}
export interface CalendarMonth {
  readonly month: number;
  /** Rows from Sunday to Saturday; empty places before the first and after the last day. */
  readonly weeks: readonly (readonly (CalendarDay | undefined)[])[];
}

const DAYS_IN_WEEK = 7;

export function calendarOf(
  year: number,
  holidays: readonly Holiday[],
  today: PlainDate,
): readonly CalendarMonth[] {
  const byDate = new Map(holidays.map((holiday) => [holiday.date, holiday]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const cells: (CalendarDay | undefined)[] = Array.from({
      length: weekdayOf(dateOf(year, month, 1)),
    });
    for (let day = 1; day <= daysInMonth(year, month); day++) {
      const date = dateOf(year, month, day);
      const weekday = weekdayOf(date);
      const holiday = byDate.get(date);
      cells.push({
        day,
        date,
        ...(holiday === undefined ? {} : { holiday }),
        isWeekend: weekday === 0 || weekday === 6,
        isToday: date === today,
      });
    }
    while (cells.length % DAYS_IN_WEEK !== 0) cells.push(undefined);
    const weeks = [];
    for (let at = 0; at < cells.length; at += DAYS_IN_WEEK)
      weeks.push(cells.slice(at, at + DAYS_IN_WEEK));
    return { month, weeks };
  });
}

// Editing a list.

/** A line of the list while it is edited: what is removed stays in sight until it is published. */
export interface ListedDay extends Holiday {
  readonly isRemoved?: true;
}

export const keptDays = (rows: readonly ListedDay[]): readonly Holiday[] =>
  rows
    .filter((row) => row.isRemoved !== true)
    .map(({ date, name, actual }) => ({ date, name, ...(actual === undefined ? {} : { actual }) }));

export const sortDays = <Day extends Holiday>(rows: readonly Day[]): readonly Day[] =>
  rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** What the new list changes against the days in force, in words. */
export function diffWords(
  before: readonly Holiday[],
  after: readonly Holiday[],
  today: PlainDate,
): readonly string[] {
  const old = new Map(before.map((holiday) => [holiday.date, holiday]));
  const now = new Map(after.map((holiday) => [holiday.date, holiday]));
  const lines: { date: PlainDate; words: string }[] = [];
  for (const [date, { name }] of old)
    if (!now.has(date)) lines.push({ date, words: m.diff.removed(dayWords(date, today), name) });
  for (const [date, { name, actual }] of now) {
    const day = dayWords(date, today);
    const was = old.get(date);
    if (was === undefined) lines.push({ date, words: m.diff.added(day, name) });
    else {
      if (was.name !== name) lines.push({ date, words: m.diff.renamed(day, was.name, name) });
      if (was.actual !== actual) lines.push({ date, words: m.diff.actual(day, name) });
    }
  }
  return sortDays(lines.map((line) => ({ ...line, name: "" }))).map((line) => line.words);
}

/** Whether another day is closed than before; other names move no due date. */
export const movesDays = (before: readonly Holiday[], after: readonly Holiday[]): boolean => {
  const dates = (list: readonly Holiday[]) => list.map((holiday) => holiday.date).toSorted();
  return dates(before).join() !== dates(after).join();
};

export interface DayValues {
  date: PlainDate | undefined;
  name: string;
  actual: PlainDate | undefined;
}

/** Faults of one line; `others` are the rest of the list. */
export function checkDay(
  values: DayValues,
  year: number,
  others: readonly Holiday[],
): readonly FieldFault[] {
  const faults = checkRequired(values, m.day.missing);
  if (values.date !== undefined && yearOf(values.date) !== year)
    faults.push({ name: "date", message: m.day.otherYear(year) });
  if (others.some((other) => other.date === values.date))
    faults.push({ name: "date", message: m.day.twice });
  return faults;
}

export interface ListValues {
  rows: readonly ListedDay[];
  source: string;
  reason: string;
}

/** The rule of the domain, asked before the list is sent. */
export function checkList(
  values: ListValues,
  published: HolidayYearView,
  today: PlainDate,
): readonly FieldFault[] {
  const faults = checkRequired(values, {
    source: m.form.sourceMissing,
    reason: shared.reason.missing,
  });
  const holidays = keptDays(values.rows);
  if (published.from === "LIST" && diffWords(published.holidays, holidays, today).length === 0)
    faults.push({ message: m.form.nothing });
  if (faults.length > 0) return faults;
  const decided = decidePublishHolidays(
    {
      year: published.year,
      holidays,
      source: values.source,
      reason: values.reason,
      expectedBook: published.bookNumber,
    },
    published.holidays,
    { number: published.bookNumber },
    today,
  );
  return decided.ok
    ? []
    : fieldFaults({ kind: "REFUSED", refusals: decided.refusals }, Object.keys(values));
}
