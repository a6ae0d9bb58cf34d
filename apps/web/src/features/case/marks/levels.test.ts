import { expect, test } from "vitest";
import type { EpisodeId, PlainDate } from "@kinward/domain/kernel";
import { windowText } from "./levels.ts";

const window = {
  episodeId: "e" as EpisodeId,
  key: "MONTH:2027-01:FAMILY",
  rule: "CON-13",
  per: "MONTH",
  from: "2027-01-01" as PlainDate,
  to: "2027-01-31" as PlainDate,
  minimum: 1,
  effective: 1,
} as const;

test("a window says what is asked for, and the minimum where that is less", () => {
  expect(windowText(window, "2027-01-20")).toBe("Once a calendar month, for Jan 1 to Jan 31");
  expect(windowText({ ...window, effective: 3 }, "2027-01-20")).toBe(
    "3 times a calendar month, minimum once a calendar month, for Jan 1 to Jan 31",
  );
  expect(windowText({ ...window, minimum: 0, per: "WEEK", effective: 2 }, "2027-01-20")).toBe(
    "Twice a calendar week, no minimum, for Jan 1 to Jan 31",
  );
});
