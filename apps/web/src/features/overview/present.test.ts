import { expect, it } from "vitest";
import { shareOf, totalOf } from "./present.ts";

const row = { open: 2, late: 1, dueThisWeek: 3, missedWithoutReason: 0, fellDue: 3, seenOnTime: 2 };

it("adds the numbers of all rows and rounds no share up", () => {
  expect(totalOf([row, row])).toMatchObject({ open: 4, fellDue: 6, seenOnTime: 4 });
  expect(totalOf([])).toMatchObject({ open: 0 });
  expect(shareOf(row)).toBe(66);
  expect(shareOf({ fellDue: 1_000, seenOnTime: 999 })).toBe(99);
  expect(shareOf({ fellDue: 0, seenOnTime: 0 })).toBeUndefined();
});
