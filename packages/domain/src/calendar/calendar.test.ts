import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  fromEpochDay,
  type PlainDate,
  plainDate,
  toEpochDay,
  weekdayOf,
  yearOf,
} from "../kernel/plain-date.ts";
import { defaultPolicyBook, type PolicyBook } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import {
  addBusinessDays,
  businessDaysBetween,
  countBusinessDays,
  firstWeekday,
  holidaysByRule,
  holidaysOf,
  isBusinessDay,
  serviceMonth,
  toDate,
  toDay,
  weeksAfter,
  weekZero,
} from "./index.ts";

const book = defaultPolicyBook("IA_FSRP");
const day = plainDate;
const anyDate = fc.integer({ min: -3_000, max: 60_000 }).map(fromEpochDay);
const nearDate = fc.integer({ min: 10_960, max: 40_000 }).map(fromEpochDay);

const closing = (...dates: readonly string[]): PolicyBook => {
  const years = new Set(dates.map((date) => yearOf(day(date))));
  return {
    ...book,
    holidayYears: [...years].map((year) => ({
      year,
      source: "test",
      holidays: [
        ...holidaysByRule("IA_FSRP", year),
        ...dates
          .filter((d) => yearOf(day(d)) === year)
          .map((d) => ({ date: day(d), name: "Closed" })),
      ],
    })),
  };
};

describe("office holidays", () => {
  test(`are the nine of Iowa Code 1C.2 with their observed days${covers("DEC-01")}`, () => {
    const { calendars } = JSON.parse(
      readFileSync(new URL("../../test-vectors/worked-cases.json", import.meta.url), "utf8"),
    ) as {
      calendars: { IA: { observedHolidays: { date: string; name: string; actual: string }[] } };
    };
    const published = calendars.IA.observedHolidays.map(({ date, name, actual }) => [
      date,
      name,
      actual,
    ]);
    const ours = [2026, 2027, 2028].flatMap((year) =>
      holidaysByRule("IA_FSRP", year).map((h) => [h.date, h.name, h.actual ?? h.date]),
    );
    expect(ours).toEqual(published);
  });

  test(`of a dated list win over the rule of that year, and say so${covers("DEC-01", "X-6")}`, () => {
    const listed = { ...book, holidayYears: [{ year: 2027, holidays: [], source: "list" }] };
    expect(holidaysOf(listed, 2027)).toEqual({ holidays: [], source: "LIST" });
    expect(holidaysOf(listed, 2026).source).toBe("RULE");
    expect(isBusinessDay(listed, day("2027-01-18"))).toBe(true);
    expect(isBusinessDay(book, day("2027-01-18"))).toBe(false);
  });

  test("of the next year's list close an office on a day of this year", () => {
    const entry = { date: day("2029-12-31"), name: "New Year's Day", actual: day("2030-01-01") };
    const listed = { ...book, holidayYears: [{ year: 2030, holidays: [entry], source: "list" }] };
    expect(isBusinessDay(listed, day("2029-12-31"))).toBe(false);
  });

  test("are kept in Kentucky on presidential election days", () => {
    const names = (year: number) =>
      holidaysByRule("KY_IN_HOME", year).map((holiday) => holiday.name);
    expect(names(2028)).toContain("Presidential Election Day");
    expect(names(2027)).not.toContain("Presidential Election Day");
  });
});

describe("business days", () => {
  test(`count from the day after; the day itself is 0${covers("DEC-02")}`, () => {
    expect(addBusinessDays(book, day("2026-11-20"), 5)).toBe("2026-12-01");
    expect(addBusinessDays(book, day("2026-11-21"), 5)).toBe("2026-12-01");
    expect(addBusinessDays(book, day("2026-11-11"), 5)).toBe("2026-11-18");
    expect(addBusinessDays(book, day("2026-11-20"), 0)).toBe("2026-11-20");
    expect(countBusinessDays(book, day("2027-01-27"), day("2027-01-31"))).toBe(2);
  });

  test("name every skipped day", () => {
    const days = businessDaysBetween(book, day("2026-11-20"), day("2026-12-01"));
    expect(days.filter((d) => "n" in d).map((d) => d.date)).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
      "2026-11-30",
      "2026-12-01",
    ]);
    expect(days.flatMap((d) => ("name" in d ? [`${d.name} ${d.source}`] : []))).toEqual([
      "Thanksgiving Day RULE",
      "Friday after Thanksgiving RULE",
    ]);
  });

  test(`end on a business day, n of them later${covers("DEC-02")}`, () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const due = addBusinessDays(book, from, n);
        expect(due > from).toBe(true);
        expect(isBusinessDay(book, due)).toBe(true);
        expect(countBusinessDays(book, from, due)).toBe(n);
        expect(businessDaysBetween(book, from, due).filter((d) => "n" in d)).toHaveLength(n);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test(`are never reached earlier through one more holiday${covers("DEC-01", "DEC-48")}`, () => {
    fc.assert(
      fc.property(
        nearDate,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (from, offset, n) => {
          const more = closing(addDays(from, offset));
          expect(addBusinessDays(more, from, n) >= addBusinessDays(book, from, n)).toBe(true);
        },
      ),
      { seed: 2, numRuns: 60 },
    );
  });

  test("outside the tables are walked day by day with the same answer", () => {
    expect(addBusinessDays(book, day("1999-12-30"), 1)).toBe("2000-01-03");
    expect(addBusinessDays(book, day("2069-12-30"), 2)).toBe("2070-01-02");
    expect(addBusinessDays(book, day("2150-07-01"), 3)).toBe("2150-07-07");
  });
});

describe("days, weeks and months", () => {
  test("day numbers agree with the calendar", () => {
    fc.assert(
      fc.property(anyDate, (date: PlainDate) => {
        expect(toDay(date)).toBe(toEpochDay(date));
        expect(toDate(toDay(date))).toBe(date);
        expect(weekdayOf(date)).toBe(new Date(`${date}T12:00:00Z`).getUTCDay());
      }),
      { seed: 3 },
    );
  });

  test(`weeks begin on Sunday, Monday or the weekday of the first contact${covers("DEC-04")}`, () => {
    const sunday = day("2026-11-22");
    const weeks = (first: 0 | 1 | 3) =>
      weeksAfter(sunday, first, 3).map(({ start, end }) => `${start} ${end}`);
    expect(weeks(0)[0]).toBe("2026-11-29 2026-12-05");
    expect(weeks(1)).toEqual([
      "2026-11-23 2026-11-29",
      "2026-11-30 2026-12-06",
      "2026-12-07 2026-12-13",
    ]);
    expect(
      weekZero(day("2026-11-25"), firstWeekday("ROLLING_7", "SUNDAY", toDay(day("2026-11-25")))),
    ).toEqual({
      start: "2026-11-25",
      end: "2026-12-01",
    });
  });

  test(`anniversaries clamp to the month and never drift${covers("DEC-23", "DEC-28")}`, () => {
    const months = [1, 2, 3].map((n) => addMonths(day("2027-01-31"), n));
    expect(months).toEqual(["2027-02-28", "2027-03-31", "2027-04-30"]);
    expect(serviceMonth(day("2027-01-31"), 2)).toEqual({
      n: 2,
      start: "2027-02-28",
      end: "2027-03-30",
    });
  });
});
