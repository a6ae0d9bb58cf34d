import { describe, expect, test } from "vitest";
import type { PlainDate } from "../kernel/plain-date.ts";
import { covers } from "../testing/index.ts";
import type { CaseState, PersonView } from "../views/index.ts";
import { differencesOf } from "./differences.ts";

const counts = { MET: 0, MET_LATE: 0, OPEN: 0, LATE: 0, MISSED: 0, CANCELLED: 0 };
const person = (name: string, more: Partial<PersonView> = {}): PersonView => ({
  personId: "p1" as PersonView["personId"],
  name,
  role: "CHILD",
  bases: [],
  languages: [],
  memberships: [],
  livingHistory: [],
  continuesPastMajority: false,
  ...more,
});
const state = (
  people: readonly PersonView[],
  familyName = "Moss",
  expectations: CaseState["expectations"] = [],
): CaseState => ({
  case: { familyName, stage: "ONGOING", languages: [], policyBook: 0 },
  episodes: [],
  people,
  duties: [],
  expectations,
  statement: { on: "2026-11-20" as PlainDate, rules: [], total: counts },
});

describe("what differs, and why", () => {
  const then = state([person("Ann")]);

  test(`names the acts that changed a field, in their order${covers("X-2")}`, () => {
    const steps = [
      { act: "a1", state: state([person("Anne")]) },
      { act: "a2", state: state([person("Anne")], "Mos") },
      { act: "a3", state: state([person("Anna")], "Moss") },
    ];
    expect(differencesOf(then, then, steps)).toEqual([
      {
        part: "PERSON",
        id: "p1",
        field: "name",
        byTime: false,
        acts: ["a1", "a3"],
        elsewhere: false,
      },
    ]);
  });

  test("tells days that went by and what is not told from acts; age alone is no difference", () => {
    const older = state([person("Ann", { age: 9 })]);
    expect(differencesOf(state([person("Ann", { age: 8 })]), older, [{ state: older }])).toEqual(
      [],
    );
    const waited = state([person("Ann")], "Waited");
    const [byTime] = differencesOf(then, waited, [{ act: "a1", state: waited }]);
    expect(byTime).toMatchObject({ field: "familyName", byTime: true, acts: [], elsewhere: false });
    const [silent] = differencesOf(then, then, [{ act: "a1", state: then }, { state: waited }]);
    expect(silent).toMatchObject({ field: "familyName", acts: [], elsewhere: true });
  });

  test("tells that a notice became slow by waiting, and was given by an act; its reason alone is no difference", () => {
    const notice = (standing: "PROMPT" | "SLOW", steps: number, doneOn?: string) =>
      state([], "Moss", [
        {
          asOf: "2026-11-20" as PlainDate,
          expectation: {
            key: "HOUSEHOLD:h1",
            rule: "EXP-6",
            standing,
            dueOn: "2026-11-18" as PlainDate,
            ...(doneOn !== undefined && { doneOn: doneOn as PlainDate }),
          },
          rule: { id: "EXP-6", cites: [], decisions: [] },
          steps: Array.from({ length: steps }, () => ({ step: "NOTICE", businessDays: 1 })),
        },
      ]);
    const [early, waited, told] = [
      notice("PROMPT", 1),
      notice("SLOW", 2),
      notice("SLOW", 3, "2026-11-20"),
    ];
    expect(
      differencesOf(early, waited, [{ act: "a1", state: told }]).map(
        ({ part, id, field, byTime, acts }) => [part, id, field, byTime, acts],
      ),
    ).toEqual([
      ["EXPECTATION", "HOUSEHOLD:h1", "standing", true, []],
      ["EXPECTATION", "HOUSEHOLD:h1", "doneOn", false, ["a1"]],
    ]);
    expect(differencesOf(early, early, [{ state: notice("PROMPT", 5) }])).toEqual([]);
  });

  test("says of a person who came only that, and of an unknown case that all of it is new", () => {
    const empty = state([]);
    expect(differencesOf(empty, empty, [{ act: "a1", state: then }])).toEqual([
      { part: "PERSON", id: "p1", byTime: false, acts: ["a1"], elsewhere: false },
    ]);
    expect(
      differencesOf(undefined, undefined, [{ act: "a1", state: then }]).map((one) => one.part),
    ).toEqual(["CASE", "PERSON"]);
  });
});
