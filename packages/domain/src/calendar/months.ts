import { addDays, addMonths, type EpochDay, type PlainDate } from "../kernel/plain-date.ts";
import { dayNumber, toDate } from "./day-number.ts";

/** A calendar month as one number, year * 12 + month - 1: neighbors differ by one. */
export type MonthNumber = number;

export const monthNumberOf = (date: PlainDate): MonthNumber => {
  const digit = (at: number) => date.charCodeAt(at) - 48;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return year * 12 + digit(5) * 10 + digit(6) - 1;
};
export const firstDayOfMonth = (month: MonthNumber): EpochDay =>
  dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);
export const lastDayOfMonth = (month: MonthNumber): EpochDay => firstDayOfMonth(month + 1) - 1;

/** The month in which a day lies. */
export const monthOfDay = (day: EpochDay): MonthNumber => monthNumberOf(toDate(day));

const names = new Map<MonthNumber, string>();

/** `yyyy-mm`, as it stands in the keys of duties. */
export const monthText = (month: MonthNumber): string => {
  let text = names.get(month);
  if (text === undefined) {
    text = toDate(firstDayOfMonth(month)).slice(0, 7);
    names.set(month, text);
  }
  return text;
};

/** The month that follows a day, beginning on its first day. */
export const monthAfter = (day: EpochDay): MonthNumber => monthOfDay(day) + 1;

/**
 * Anniversary n of a date in months: always counted from the date itself and clamped to the end of a shorter month,
 * so that January 31 gives February 28 and then March 31 (DEC-23).
 */
export const anniversary = (from: PlainDate, months: number): PlainDate => addMonths(from, months);

export interface ServiceMonth {
  readonly n: number;
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** Service month n, counted from the effective date: [anniversary n-1, anniversary n - 1 day] (DEC-23, DEC-28). */
export const serviceMonth = (effectiveDate: PlainDate, n: number): ServiceMonth => ({
  n,
  start: anniversary(effectiveDate, n - 1),
  end: addDays(anniversary(effectiveDate, n), -1),
});
