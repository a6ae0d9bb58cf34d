import { plainDate } from "@kinward/domain/kernel";
import { describe, expect, it } from "vitest";
import { gapsInWords } from "./gaps.ts";
import { byPeriod, periodState, periodWords } from "./periods.ts";

const day = plainDate;
const TODAY = day("2026-11-21");

describe("periodWords", () => {
  it("leaves out the current year within one year", () =>
    expect(periodWords({ from: day("2026-01-05"), to: day("2026-11-30") }, TODAY)).toBe(
      "Jan 5 to Nov 30",
    ));
  it("names both years across years", () =>
    expect(periodWords({ from: day("2025-07-01"), to: day("2026-12-31") }, TODAY)).toBe(
      "Jul 1, 2025 to Dec 31, 2026",
    ));
  it("says an open end", () =>
    expect(periodWords({ from: day("2027-01-01") }, TODAY)).toBe("from Jan 1, 2027"));
  it("says one day once", () =>
    expect(periodWords({ from: TODAY, to: TODAY }, TODAY)).toBe("Nov 21"));
});

describe("periodState", () => {
  it.each([
    [{ from: day("2026-11-21"), to: day("2026-11-21") }, "NOW"],
    [{ from: day("2026-11-22") }, "FUTURE"],
    [{ from: day("2026-01-01"), to: day("2026-11-20") }, "PAST"],
  ] as const)("%j is %s", (period, state) => expect(periodState(period, TODAY)).toBe(state));
});

it("puts what is in force first, then what comes, then what is over", () => {
  const past = { from: day("2024-01-01"), to: day("2024-12-31") };
  const now = { from: day("2025-01-01") };
  const future = { from: day("2027-01-01") };
  expect([past, future, now].toSorted(byPeriod(TODAY))).toEqual([now, future, past]);
});

describe("gapsInWords", () => {
  const gap = (from: string, to: string) => ({ from: day(from), to: day(to), contracts: 1 });
  const words = (given: { from: string }) => given.from;
  it("drops gaps that are over, and tells those beyond half a year apart", () =>
    expect(
      gapsInWords(
        [
          gap("2026-01-01", "2026-11-20"),
          gap("2026-11-01", "2026-11-21"),
          gap("2027-05-21", "2027-06-30"),
          gap("2027-05-22", "2027-06-30"),
        ],
        TODAY,
        words,
      ),
    ).toEqual({ near: ["2026-11-01", "2027-05-21"], far: ["2027-05-22"] }));
});
