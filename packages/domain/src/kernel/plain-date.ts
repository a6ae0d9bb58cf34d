import { addMonths as addMonthsToDate } from "date-fns/addMonths";
import type { Brand } from "./brand.ts";

/** A calendar date of policy, `yyyy-mm-dd`, without time or zone. Strings compare in date order. */
export type PlainDate = Brand<"PlainDate">;
/** Days since 1970-01-01. Used inside time-critical code only; surfaces stay `PlainDate`. */
export type EpochDay = number;
/** 0 = Sunday ... 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real calendar date in `yyyy-mm-dd`. */
export const isPlainDate = (value: string): value is PlainDate => {
  const parts = SHAPE.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** Reads a date; throws on anything that is no real date (a bug in the caller: borders validate by schema). */
export const plainDate = (value: string): PlainDate => {
  if (!isPlainDate(value)) throw new Error(`not a calendar date: ${value}`);
  return value;
};

export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** The date of a year, month (1 to 12) and day; throws when there is no such day. */
export const dateOf = (year: number, month: number, day: number): PlainDate =>
  plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

export const toEpochDay = (date: PlainDate): EpochDay =>
  Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / MS_PER_DAY;

export const fromEpochDay = (day: EpochDay): PlainDate =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;

export const addDays = (date: PlainDate, days: number): PlainDate =>
  fromEpochDay(toEpochDay(date) + days);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  toEpochDay(to) - toEpochDay(from);

/**
 * The same day of the month `months` later, clamped to the end of a shorter month (DEC-23).
 * Always count from the original date: chaining clamped results drifts.
 */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  // Local noon keeps the calendar fields apart from any zone's change of clocks.
  const moved = addMonthsToDate(new Date(yearOf(date), monthOf(date) - 1, dayOf(date), 12), months);
  return dateOf(moved.getFullYear(), moved.getMonth() + 1, moved.getDate());
};

export const weekdayOf = (date: PlainDate): Weekday =>
  ((((toEpochDay(date) + 4) % 7) + 7) % 7) as Weekday;

export const startOfMonth = (date: PlainDate): PlainDate => `${date.slice(0, 8)}01` as PlainDate;
export const endOfMonth = (date: PlainDate): PlainDate =>
  dateOf(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));

export const minDate = (a: PlainDate, b: PlainDate): PlainDate => (a <= b ? a : b);
export const maxDate = (a: PlainDate, b: PlainDate): PlainDate => (a >= b ? a : b);

/** The birthday on which a person reaches `age`; born on February 29: March 1 in common years (DEC-15). */
export const birthdayOf = (birthDate: PlainDate, age: number): PlainDate => {
  const year = yearOf(birthDate) + age;
  return birthDate.endsWith("-02-29") && daysInMonth(year, 2) === 28
    ? dateOf(year, 3, 1)
    : dateOf(year, monthOf(birthDate), dayOf(birthDate));
};

/** Completed years of age on a day (DEC-15 for February 29). */
export const ageOn = (birthDate: PlainDate, day: PlainDate): number => {
  const years = yearOf(day) - yearOf(birthDate);
  return birthdayOf(birthDate, years) <= day ? years : years - 1;
};
