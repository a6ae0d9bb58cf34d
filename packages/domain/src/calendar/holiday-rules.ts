import { type EpochDay, yearOf } from "../kernel/plain-date.ts";
import type { Holiday } from "../policy/policy-book.ts";
import type { CaseProfile } from "../policy/settings.ts";
import { dayNumber, toDate, weekdayOfDay } from "./day-number.ts";

interface HolidayRule {
  readonly name: string;
  readonly day: (year: number) => EpochDay;
  /** Years in which it is kept; every year where absent. */
  readonly kept?: (year: number) => boolean;
}

const MONDAY = 1;
const TUESDAY = 2;
const THURSDAY = 4;
const SATURDAY = 6;

const fixed = (month: number, day: number) => (year: number) => dayNumber(year, month, day);

const nth = (n: number, weekday: number, month: number) => (year: number) => {
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOfDay(first) + 7) % 7) + 7 * (n - 1);
};

const lastMonday = (month: number) => (year: number) => {
  const last = dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1;
  return last - ((weekdayOfDay(last) - MONDAY + 7) % 7);
};

const thanksgiving = nth(4, THURSDAY, 11);

/** The nine paid holidays of Iowa Code 1C.2. Juneteenth is an observance (1C.14), no closure (DEC-01). */
const IOWA: readonly HolidayRule[] = [
  { name: "New Year's Day", day: fixed(1, 1) },
  { name: "Martin Luther King, Jr. Day", day: nth(3, MONDAY, 1) },
  { name: "Memorial Day", day: lastMonday(5) },
  { name: "Independence Day", day: fixed(7, 4) },
  { name: "Labor Day", day: nth(1, MONDAY, 9) },
  { name: "Veterans Day", day: fixed(11, 11) },
  { name: "Thanksgiving Day", day: thanksgiving },
  { name: "Friday after Thanksgiving", day: (year) => thanksgiving(year) + 1 },
  { name: "Christmas Day", day: fixed(12, 25) },
];

/**
 * Kentucky's state holidays (KRS 18A.190). Its "plus one extra day" at New Year and Christmas is set year by year, so
 * those days come from the dated list only. No rule of SOP 3.4 counts business days.
 */
const KENTUCKY: readonly HolidayRule[] = [
  ...IOWA,
  {
    name: "Presidential Election Day",
    day: (year) => nth(1, MONDAY, 11)(year) + (TUESDAY - MONDAY),
    kept: (year) => year % 4 === 0,
  },
];

const RULES: Record<CaseProfile, readonly HolidayRule[]> = {
  IA_FSRP: IOWA,
  KY_IN_HOME: KENTUCKY,
};

/** Saturday is observed on Friday, Sunday on Monday (DEC-01). */
const observed = (day: EpochDay): EpochDay => {
  const weekday = weekdayOfDay(day);
  return weekday === SATURDAY ? day - 1 : weekday === 0 ? day + 1 : day;
};

const ofYear = (profile: CaseProfile, year: number): Holiday[] =>
  RULES[profile]
    .filter((rule) => rule.kept?.(year) ?? true)
    .map((rule) => {
      const actual = rule.day(year);
      const date = observed(actual);
      return date === actual
        ? { date: toDate(date), name: rule.name }
        : { date: toDate(date), name: rule.name, actual: toDate(actual) };
    });

/**
 * The office closures dated in one year, computed by rule and in date order. New Year's Day of the next year is among
 * them when it is observed on December 31 (DEC-01).
 */
export const holidaysByRule = (profile: CaseProfile, year: number): readonly Holiday[] =>
  [...ofYear(profile, year), ...ofYear(profile, year + 1)]
    .filter((holiday) => yearOf(holiday.date) === year)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
