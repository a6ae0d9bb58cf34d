import type { EpochDay, PlainDate, Weekday } from "../kernel/plain-date.ts";

/**
 * Dates as integers for code that judges thousands of cases: days since 1970-01-01, counted by arithmetic instead of
 * `Date`, and turned back into text from a table. Surfaces of the domain stay `PlainDate`.
 */

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** Day number of a year, month (1 to 12) and day in the proleptic Gregorian calendar (years from March). */
export const dayNumber = (year: number, month: number, day: number): EpochDay => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Day number of a date text. */
export const toDay = (date: PlainDate): EpochDay =>
  dayNumber(
    digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3),
    digit(date, 5) * 10 + digit(date, 6),
    digit(date, 8) * 10 + digit(date, 9),
  );

/** Day number of a date that may be missing; `missing` where it is. */
export const toDayOr = (date: PlainDate | undefined, missing: EpochDay): EpochDay =>
  date === undefined ? missing : toDay(date);

const MS_PER_DAY = 86_400_000;
/** Texts of the days of this century, in a row: looked up by their place. */
const FIRST_TEXT: EpochDay = 10_957;
const LAST_TEXT: EpochDay = FIRST_TEXT + 36_525;
const texts = Array.from<PlainDate | undefined>({ length: LAST_TEXT - FIRST_TEXT + 1 });

const textOf = (day: EpochDay): PlainDate =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;

/** Date text of a day number; each text of this century is made once. */
export const toDate = (day: EpochDay): PlainDate => {
  if (day < FIRST_TEXT || day > LAST_TEXT) return textOf(day);
  return (texts[day - FIRST_TEXT] ??= textOf(day));
};

/** 0 = Sunday ... 6 = Saturday; 1970-01-01 was a Thursday. */
export const weekdayOfDay = (day: EpochDay): Weekday => ((((day + 4) % 7) + 7) % 7) as Weekday;

/** A bound that lies before (after) every date of a case: an open interval without special cases. */
export const BEGINNING: EpochDay = -1_000_000_000;
export const NEVER: EpochDay = 1_000_000_000;
