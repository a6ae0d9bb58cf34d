import { describe, expect, it } from "vitest";
import type { BoardPerson, NamedPart, TeamTermView } from "@kinward/domain/views";
import type { CaseId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { faultsOfMany } from "../shared/handover/many.ts";
import { onTimeText, presentPart, presentPeople, presentTerms, presentTotals } from "./present.ts";

const TODAY = "2026-11-20";
const day = (date: string) => date as PlainDate;
const person = (name: string, more: Partial<BoardPerson> = {}): BoardPerson => ({
  staffId: name as StaffId,
  name,
  isOwn: true,
  families: 1,
  late: 0,
  today: 0,
  week: 0,
  later: 0,
  lateWeekAgo: 0,
  made: 0,
  due: 0,
  ...more,
});

describe("the board", () => {
  it("adds up, with the trend and the numbers behind the share", () => {
    const [late, , , onTime] = presentTotals([
      person("a", { late: 4, lateWeekAgo: 5, made: 1, due: 3 }),
      person("b", { late: 3, lateWeekAgo: 6, made: 1, due: 1 }),
    ]);
    expect(late).toMatchObject({ count: 7, detail: "Down from 11 a week ago" });
    expect(onTime).toMatchObject({ count: "50%", detail: "2 of 4, last 30 days" });
  });

  it("never rounds a share up to 100%, and shows none where nothing was due", () => {
    expect(onTimeText({ made: 999, due: 1000 }).share).toBe("99%");
    expect(onTimeText({ made: 0, due: 0 })).toEqual({ share: "None", of: "None was due" });
  });

  it("shows my own people first", () => {
    const board = { people: [person("a"), person("b", { isOwn: false })] } as never;
    expect(presentPeople(board, true).map((group) => group.label)).toEqual([
      "My people",
      "Other care coordinators",
    ]);
    expect(presentPeople({ people: [person("a")] } as never, true)).toHaveLength(1);
  });
});

it("sorts a team into today, later and before", () => {
  const term = (name: string, from: string, to?: string): TeamTermView => ({
    id: name,
    role: "CASEWORKER",
    staffId: name as StaffId,
    name,
    from: day(from),
    ...(to && { to: day(to) }),
  });
  const groups = presentTerms(
    [
      term("next", "2026-11-23"),
      term("now", "2026-11-02", "2026-11-22"),
      term("old", "2026-01-01", "2026-11-01"),
    ],
    TODAY,
  );
  expect(groups.map((group) => group.rows.map((row) => row.name))).toEqual([
    ["now"],
    ["next"],
    ["old"],
  ]);
});

it("says every filled part with its source", () => {
  const part: NamedPart = {
    kind: "DUTY",
    rule: "CON-4",
    key: "INITIAL:ada",
    bucket: "late",
    dueOn: day("2026-11-09"),
    people: [],
    names: ["Ada", "Dana"],
    source: { kind: "RULE", rule: "CON-4" },
  };
  expect(presentPart(part, 0, TODAY)).toMatchObject({
    label: "Open duty",
    text: "First face-to-face contact, Ada and Dana, late since Mon, Nov 9",
    source: "Business days from the referral",
  });
});

it("puts the refusals of several cases at their cases", () => {
  const cases = [{ caseId: "c" as CaseId, familyName: "Moss" }];
  expect(
    faultsOfMany(
      {
        kind: "REFUSED",
        refusals: [{ code: "VALUE_UNCHANGED", path: ["cases", 0, "staffId"] }],
      } as never,
      cases,
    ),
  ).toMatchObject([{ name: "c", message: expect.stringMatching(/^Moss: /u) }]);
});
