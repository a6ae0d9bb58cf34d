import { plainDate } from "@kinward/domain/kernel";
import { describe, expect, it } from "vitest";
import { lastDayShown, markOf, scaleOf, spanOf } from "./timeline.ts";

const day = plainDate;
const shown = { from: day("2026-01-01"), to: day("2026-12-31") };

describe("spanOf", () => {
  it("fills the line for days that reach beyond both ends", () =>
    expect(spanOf({ from: day("2020-01-01"), to: day("2030-01-01") }, shown)).toEqual({
      start: 0,
      length: 100,
    }));
  it("is nothing outside", () =>
    expect(spanOf({ from: day("2027-01-01"), to: day("2027-02-01") }, shown)).toBeUndefined());
  it("counts both the first and the last day", () =>
    expect(spanOf({ from: day("2026-01-01"), to: day("2026-01-01") }, shown)?.length).toBeCloseTo(
      100 / 365,
      1,
    ));
});

it("marks today only when it is shown", () => {
  expect(markOf(day("2026-01-01"), shown)).toBe(0);
  expect(markOf(day("2025-12-31"), shown)).toBeUndefined();
});

it("names the year at the beginning and in January", () =>
  expect(
    scaleOf({ from: day("2026-10-01"), to: day("2027-06-30") }).map((mark) => mark.label),
  ).toEqual(["Oct 2026", "Jan 2027", "Apr"]));

it("ends on the last day of the last month", () =>
  expect(lastDayShown(day("2026-08-01"), 18)).toBe("2028-01-31"));
