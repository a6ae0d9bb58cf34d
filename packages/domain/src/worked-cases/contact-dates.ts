import { toDay } from "../calendar/day-number.ts";
import { monthText } from "../calendar/months.ts";
import { businessDaysBetween } from "../calendar/office-calendar.ts";
import { firstWeekday, weekZero } from "../calendar/weeks.ts";
import { firstMonth } from "../contacts/facts/view.ts";
import { settingOn, withSettings } from "../policy/policy-book.ts";
import type { Json, WorkedCase } from "./checker.ts";
import { isObject, objects } from "./compare.ts";
import { type Block, date } from "./contact-block.ts";
import { evaluationOf, evaluationOfDate, finalDay } from "./facts-of-case.ts";

const clocksOf = (workedCase: WorkedCase) => {
  const clocks = evaluationOf(workedCase, finalDay(workedCase)).episodes.at(-1);
  return {
    effectiveDate: clocks?.effectiveDate,
    initialContactDue: clocks?.initialContactDue,
    day1: clocks?.effectiveDate,
    day30: clocks?.day30,
    day31: clocks?.day31,
    initialFamilyContactOn: clocks?.initialFamilyContactOn,
    initialFamilyContact: clocks?.initialFamilyContact,
    firstMonthlyMonth: clocks?.firstMonthlyMonth,
    lastServiceDay: clocks?.lastServiceDay,
  } satisfies Readonly<Record<string, Json | undefined>>;
};

/** Dates of clocks that may also stand as a block of their own. */
export const CLOCK_FIELDS: ReadonlySet<string> = new Set([
  "initialContactDue",
  "day1",
  "day30",
  "day31",
  "initialFamilyContactOn",
  "initialFamilyContact",
  "firstMonthlyMonth",
  "lastServiceDay",
]);

export const derived: Block = (comparison, expected, workedCase) => {
  if (isObject(expected)) comparison.fields("", expected, clocksOf(workedCase));
};

/** One clock date that stands for itself, with the weekday beside it. */
export const clock =
  (field: string): Block =>
  (comparison, expected, workedCase) => {
    const weekday = workedCase.expect[`${field}Weekday`];
    comparison.fields(
      "",
      { [field]: expected, ...(weekday !== undefined && { [`${field}Weekday`]: weekday }) },
      clocksOf(workedCase),
    );
  };

export const due: Block = (comparison, expected, workedCase) =>
  comparison.equal(
    "",
    expected,
    evaluationOf(workedCase, finalDay(workedCase)).episodes.at(-1)?.initialContactDue,
  );

export const weeks: Block = (comparison, expected, workedCase) => {
  const { duties } = evaluationOf(workedCase, finalDay(workedCase));
  const actual = duties
    .filter((duty) => duty.key.startsWith("WEEK:"))
    .map((duty) => ({
      week: Number(duty.key.slice("WEEK:".length)),
      start: duty.opensOn,
      end: duty.dueOn ?? null,
    }));
  comparison.equal(".length", objects(expected).length, actual.length);
  objects(expected).forEach((row, i) =>
    comparison.fields(`[${i}]`, row, actual.find((week) => week.week === row["week"]) ?? {}),
  );
};

export const weekZeroBlock: Block = (comparison, expected, workedCase) => {
  const clocks = evaluationOf(workedCase, finalDay(workedCase)).episodes.at(-1);
  if (!isObject(expected) || !clocks?.initialFamilyContactOn)
    return comparison.equal("", expected, undefined);
  const setting = <K extends "weekMode" | "weekStartsOn">(key: K) =>
    settingOn(workedCase.book, key, clocks.effectiveDate);
  const anchor = clocks.initialFamilyContactOn;
  const first = firstWeekday(setting("weekMode"), setting("weekStartsOn"), toDay(anchor));
  comparison.fields("", expected, { ...weekZero(anchor, first), counts: false });
};

export const businessDayTable: Block = (comparison, expected, workedCase) =>
  objects(expected).forEach((row, i) => {
    const effectiveDate = date(row["effectiveDate"]);
    const clocks = evaluationOfDate(workedCase, effectiveDate).episodes[0];
    if (!clocks) return;
    const skipped = businessDaysBetween(workedCase.book, effectiveDate, clocks.initialContactDue);
    comparison.fields(`[${i}]`, row, {
      effectiveDate,
      due: clocks.initialContactDue,
      day30: clocks.day30,
      day31: clocks.day31,
      holidaysSkipped: skipped.flatMap((day) =>
        "name" in day ? { date: day.date, name: day.name } : [],
      ),
    });
  });

export const firstMonthTable: Block = (comparison, expected, workedCase) =>
  objects(expected).forEach((row, i) => {
    const effectiveDate = date(row["effectiveDate"]);
    const clocks = evaluationOfDate(workedCase, effectiveDate).episodes[0];
    if (!clocks) return;
    const fullMonth = withSettings(workedCase.book, { monthlyStart: "FIRST_FULL_MONTH" });
    comparison.fields(`[${i}]`, row, {
      effectiveDate,
      day30: clocks.day30,
      day31: clocks.day31,
      firstMonthlyMonth: clocks.firstMonthlyMonth,
      underFirstFullMonth: evaluationOfDate(workedCase, effectiveDate, fullMonth).episodes[0]
        ?.firstMonthlyMonth,
      underMonthOfDay31: monthText(firstMonth("MONTH_OF_DAY_31", toDay(clocks.day31))),
    });
  });

/** `clocksForK1`: the clocks that run from an effective date named beside them. */
export const clocksFor: Block = (comparison, expected, workedCase) => {
  if (!isObject(expected)) return;
  const clocks = evaluationOfDate(workedCase, date(expected["effectiveDate"])).episodes[0];
  comparison.fields("", expected, {
    effectiveDate: clocks?.effectiveDate,
    initialContactDue: clocks?.initialContactDue,
    day1: clocks?.effectiveDate,
    day30: clocks?.day30,
    day31: clocks?.day31,
  });
};
