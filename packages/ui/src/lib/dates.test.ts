import { describe, expect, test } from "vitest";
import { expandYear, formatDate, formatDateRange, shiftDate } from "./dates.ts";

describe("formatDate", () => {
  test("leaves the year out when it is the current one", () => {
    expect(formatDate("2026-11-17", "en-US", { today: "2026-11-20" })).toBe("Tue, Nov 17");
    expect(formatDate("2027-01-11", "en-US", { today: "2026-11-20" })).toBe("Mon, Jan 11, 2027");
    expect(formatDate("2026-11-17", "en-US")).toBe("Tue, Nov 17, 2026");
  });

  test("names the month in every style and language, so that 5/11 cannot be misread", () => {
    for (const locale of ["en-US", "es-US"] as const)
      for (const style of ["weekday", "day", "long"] as const)
        expect(formatDate("2026-11-05", locale, { style })).not.toMatch(/\d+[/.-]\d+/);
    expect(formatDate("2026-11-05", "es-US", { style: "long", today: "2026-01-01" })).toBe(
      "jueves, 5 de noviembre",
    );
  });

  test("does not slip into the year before", () => {
    expect(formatDate("2026-01-01", "en-US", { style: "day", today: "2026-06-01" })).toBe("Jan 1");
  });

  test("answers what is no date unchanged", () => {
    expect(formatDate("soon", "en-US")).toBe("soon");
    expect(formatDate("2026-13-41", "en-US")).toBe("2026-13-41");
  });
});

test("formatDateRange says a period in words", () => {
  expect(formatDateRange("2026-11-09", "2026-12-08", "en-US", "2026-11-20")).toBe("Nov 9 to Dec 8");
  expect(formatDateRange("2026-12-09", "2027-01-08", "en-US", "2026-11-20")).toBe(
    "Dec 9 to Jan 8, 2027",
  );
});

test("shiftDate crosses months and leap days", () => {
  expect(shiftDate("2026-12-01", -1)).toBe("2026-11-30");
  expect(shiftDate("2028-02-28", 1)).toBe("2028-02-29");
});

test("expandYear reads two digits as the year that is meant", () => {
  expect(expandYear(26, 2026)).toBe(2026);
  expect(expandYear(36, 2026)).toBe(2036);
  expect(expandYear(37, 2026)).toBe(1937);
  expect(expandYear(85, 2026)).toBe(1985);
  expect(expandYear(202, 2026)).toBe(202);
  expect(expandYear(2026, 2026)).toBe(2026);
});
