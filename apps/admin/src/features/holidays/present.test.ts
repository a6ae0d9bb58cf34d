import { holidaysByRule } from "@kinward/domain/calendar";
import { plainDate } from "@kinward/domain/kernel";
import type { HolidayYearView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import {
  calendarOf,
  checkDay,
  checkList,
  diffWords,
  keptDays,
  missingNextYear,
  sortDays,
} from "./present.ts";

const day = plainDate;
const TODAY = day("2026-11-21");
const IOWA_2026 = holidaysByRule("IA_FSRP", 2026);

const published = (over: Partial<HolidayYearView> = {}): HolidayYearView => ({
  year: 2026,
  profile: "IA_FSRP",
  from: "LIST",
  source: "Notice",
  holidays: IOWA_2026,
  bookNumber: 4,
  ...over,
});

describe("missingNextYear", () => {
  const years = [{ year: 2026, from: "LIST" as const }];
  it("is asked for from September on", () => {
    expect(missingNextYear(day("2026-08-31"), years)).toBeUndefined();
    expect(missingNextYear(day("2026-09-01"), years)).toBe(2027);
  });
  it("is content with a published list, not with days by rule", () => {
    expect(missingNextYear(TODAY, [{ year: 2027, from: "LIST" }])).toBeUndefined();
    expect(missingNextYear(TODAY, [{ year: 2027, from: "RULE" }])).toBe(2027);
  });
});

describe("calendarOf", () => {
  const months = calendarOf(2026, IOWA_2026, TODAY);
  const days = months.flatMap((month) => month.weeks.flat()).filter((cell) => cell !== undefined);
  it("has every day of the year once, in weeks of seven", () => {
    expect(days).toHaveLength(365);
    expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true);
  });
  it("puts January 1, 2026 on a Thursday", () =>
    expect(months[0]?.weeks[0]?.findIndex((cell) => cell !== undefined)).toBe(4));
  it("marks closed days and today", () => {
    expect(days.filter((cell) => cell.holiday).map((cell) => cell.date)).toEqual(
      IOWA_2026.map((holiday) => holiday.date),
    );
    expect(days.filter((cell) => cell.isToday).map((cell) => cell.date)).toEqual([TODAY]);
  });
});

describe("diffWords", () => {
  it("says what is added, removed and renamed, in order of the days", () => {
    const after = [
      ...IOWA_2026.filter((holiday) => holiday.name !== "Labor Day").map((holiday) =>
        holiday.name === "Veterans Day" ? { ...holiday, name: "Armistice Day" } : holiday,
      ),
      { date: day("2026-12-24"), name: "Christmas Eve" },
    ];
    expect(diffWords(IOWA_2026, after, TODAY)).toEqual([
      "Removes Sep 7, Labor Day",
      "Renames Nov 11 from Veterans Day to Armistice Day",
      "Adds Dec 24, Christmas Eve",
    ]);
  });
  it("is empty without a difference", () =>
    expect(diffWords(IOWA_2026, [...IOWA_2026], TODAY)).toEqual([]));
});

it("drops removed lines and sorts the rest", () =>
  expect(
    sortDays(
      keptDays([
        { date: day("2026-12-25"), name: "B" },
        { date: day("2026-07-03"), name: "A", actual: day("2026-07-04") },
        { date: day("2026-01-01"), name: "C", isRemoved: true },
      ]),
    ),
  ).toEqual([
    { date: "2026-07-03", name: "A", actual: "2026-07-04" },
    { date: "2026-12-25", name: "B" },
  ]));

describe("checkDay", () => {
  const values = { date: day("2026-12-24"), name: "Eve", actual: undefined };
  it("wants a day of the year", () =>
    expect(checkDay({ ...values, date: day("2027-12-24") }, 2026, [])[0]?.name).toBe("date"));
  it("wants each day once", () =>
    expect(checkDay({ ...values, date: day("2026-12-25") }, 2026, IOWA_2026)[0]?.message).toBe(
      "The list has this day already",
    ));
  it("takes a new day", () => expect(checkDay(values, 2026, IOWA_2026)).toEqual([]));
});

describe("checkList", () => {
  const more = [...IOWA_2026, { date: day("2026-12-24"), name: "Eve" }];
  const values = { rows: more, source: "Notice", reason: "Governor's order" };
  it("takes a changed list with source and reason", () =>
    expect(checkList(values, published(), TODAY)).toEqual([]));
  it("asks for source and reason", () =>
    expect(
      checkList({ ...values, source: "", reason: "" }, published(), TODAY).map(
        (fault) => fault.name,
      ),
    ).toEqual(["source", "reason"]));
  it("refuses to publish what is published already", () =>
    expect(checkList({ ...values, rows: IOWA_2026 }, published(), TODAY)).toHaveLength(1));
  it("lets the days by rule become the first list", () =>
    expect(checkList({ ...values, rows: IOWA_2026 }, published({ from: "RULE" }), TODAY)).toEqual(
      [],
    ));
});
