import {
  dayNumber,
  firstDayOfMonth,
  monthNumberOf,
  officeCalendar,
  startOfWeek,
  toDate,
  toDay,
} from "@kinward/domain/calendar";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import businessDaysOf from "business-days-js";
import moment from "moment-business-days";
import { createRequire } from "node:module";
import type * as Rrule from "rrule";

/** Business days after each of some dates, as texts. */
export type AddFive = (dates: readonly string[]) => readonly string[];

export const fiveDaysByKinward = (book: PolicyBook): AddFive => {
  const calendar = officeCalendar(book);
  return (dates) => dates.map((date) => toDate(calendar.add(toDay(date as PlainDate), 5)));
};

export function fiveDaysByMoment(closures: ReadonlySet<string>): AddFive {
  moment.updateLocale("us", {
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: [...closures],
    holidayFormat: "YYYY-MM-DD",
  });
  return (dates) =>
    dates.map((date) => moment(date, "YYYY-MM-DD").businessAdd(5).format("YYYY-MM-DD"));
}

interface BusinessDays {
  addDays(date: string, days: number): { format(pattern: string): string };
}
// Its types describe an ES module, but Node loads the function itself.
const businessDays = businessDaysOf as unknown as (options: object) => BusinessDays;

/** Iowa's offices are open on three federal holidays, and closed on the Friday after Thanksgiving (DEC-01). */
export function fiveDaysByBusinessDaysJs(): AddFive {
  const calendar = businessDays({
    excludeHolidays: ["Washington's Birthday", "Columbus Day", "Juneteenth"],
    addHolidays: [
      { name: "Friday after Thanksgiving", rule: "friday after 4th thursday in November" },
    ],
  });
  return (dates) => dates.map((date) => calendar.addDays(date, 5).format("YYYY-MM-DD"));
}

/** First days of the weeks and months of a case: three weeks after the first contact, eight months. */
export type WindowStarts = (contact: string, effective: string) => readonly string[];

export const windowsByKinward: WindowStarts = (contact, effective) => {
  const zero = startOfWeek(toDay(contact as PlainDate), 0);
  const first = monthNumberOf(effective as PlainDate) + 1;
  const starts: string[] = [];
  for (let week = 1; week <= 3; week += 1) starts.push(toDate(zero + 7 * week));
  for (let month = 0; month < 8; month += 1) starts.push(toDate(firstDayOfMonth(first + month)));
  return starts;
};

// Its ES module names files that Node does not find.
const { RRule } = createRequire(import.meta.url)("rrule") as typeof Rrule;
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);

export const windowsByRrule: WindowStarts = (contact, effective) => {
  const weeks = new RRule({
    freq: RRule.WEEKLY,
    byweekday: [RRule.SU],
    dtstart: new Date(utc(contact).getTime() + 86_400_000),
    count: 3,
  });
  const months = new RRule({
    freq: RRule.MONTHLY,
    bymonthday: [1],
    dtstart: utc(effective),
    count: 8,
  });
  return [...weeks.all(), ...months.all()].map((date) => date.toISOString().slice(0, 10));
};

/** Every day of two years, as texts. */
export const everyDay = (): readonly string[] =>
  Array.from({ length: 730 }, (_, index) => toDate(dayNumber(2026, 1, 1) + index));
