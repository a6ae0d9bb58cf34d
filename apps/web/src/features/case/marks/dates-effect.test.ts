import type { DutyMove } from "@kinward/domain/effect";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import { expect, test } from "vitest";
import { moveLines, movesSummary } from "./dates-effect.ts";

const day = (date: string) => date as PlainDate;
const reader = {
  today: "2026-11-25",
  timeZone: "America/Chicago",
  nameOf: () => "Mia Reyes",
};
const mia = "mia" as PersonId;
const move = (more: Partial<DutyMove>): DutyMove => ({
  key: "INITIAL:mia",
  rule: "CON-4",
  kind: "DEADLINE",
  subject: mia,
  ...more,
});
const opensOn = day("2026-11-20");

test("says of each duty from which day to which it moves, and what becomes of it", () => {
  const moves = [
    move({
      before: { opensOn, dueOn: day("2026-12-01"), status: "SATISFIED" },
      after: { opensOn, dueOn: day("2026-11-18"), status: "SATISFIED_LATE" },
      movedDays: -13,
    }),
    move({
      key: "WEEK:2",
      rule: "CON-9",
      kind: "WINDOW",
      subject: "FAMILY",
      before: { opensOn, dueOn: day("2026-12-12"), status: "UPCOMING" },
      after: { opensOn, dueOn: day("2026-12-12"), status: "CANCELLED" },
    }),
    move({
      key: "MONTH:2026-12:mia",
      rule: "CON-13",
      kind: "WINDOW",
      after: { opensOn, dueOn: day("2026-12-31"), status: "OPEN" },
    }),
    move({
      key: "TASK:FIRST_MEETING_EMAIL",
      rule: "REP-2",
      kind: "TASK",
      subject: "FAMILY",
      before: { opensOn, status: "OPEN" },
    }),
  ];
  expect(moveLines(moves, reader).map(({ what, how }) => `${what}: ${how}`)).toEqual([
    "First face-to-face contact, Mia Reyes: due Nov 18 instead of Dec 1, 13 days earlier; Done becomes Done late",
    "Weekly family contact, week 2: No longer owed",
    "Monthly contact, December, Mia Reyes: newly owed, due Dec 31, Open",
    "First-meeting notice to the Department: no longer listed",
  ]);
  expect(movesSummary(moves)).toBe("4 duties change; 1 of them is then late.");
  expect(movesSummary([])).toBe("No duty changes.");
});
