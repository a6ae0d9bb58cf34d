import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFile } from "../casefile/case-file.ts";
import { takeAlong } from "../casefile/take-along.ts";
import { evaluate } from "../contacts/evaluate.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import type { PersonId } from "../kernel/ids.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { caseFileArbitrary, dateIn, policyBookArbitrary } from "../testing/case-arbitraries.ts";
import { covers } from "../testing/covers.ts";
import document from "../../test-vectors/worked-cases.json" with { type: "json" };
import { benchCasesOf, openBenchCase, workedCaseOf } from "./bench.ts";
import type { Json, JsonObject } from "./checker.ts";
import { runWorkedCases } from "./run.ts";

test("the worked cases of contacts open on the bench as they are", () => {
  const opened = benchCasesOf(document as unknown as Json);
  expect(opened.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["S01", "S02", "S04", "S05", "S07"]),
  );
  const first = opened.find(({ id }) => id === "S01")?.case;
  expect(first?.file.effectiveDate).toBe("2026-11-20");
  expect(first && evaluate(first.file, first.book, first.asOf).duties.length).toBeGreaterThan(3);
  expect(JSON.stringify(first?.file)).not.toMatch(/weekday/iu);
});

/** Random cases with coordinators, household changes and tasks, of which some are of people who are not there. */
const fullCaseArbitrary: fc.Arbitrary<CaseFile> = fc
  .tuple(
    caseFileArbitrary,
    fc.array(fc.tuple(dateIn(), fc.option(dateIn())), { maxLength: 3 }),
    fc.array(fc.tuple(dateIn(), fc.option(dateIn()), fc.boolean()), { maxLength: 3 }),
    fc.array(fc.tuple(dateIn(), fc.nat(2)), { maxLength: 4 }),
  )
  .map(([file, terms, changes, tasks]): CaseFile => ({
    ...file,
    episodes: (file.episodes ?? []).map((episode) => ({
      ...episode,
      coordinators: terms.map(([from, to]) => ({ from, ...(to !== null && { to }) })),
    })),
    householdChanges: changes.map(([date, told, byDepartment]) => ({
      who: "a cousin",
      type: "ENTERED",
      date,
      byDepartment,
      ...(told !== null && { notifiedDepartmentOn: told }),
    })),
    tasksInput: tasks.map(([date, kind]) =>
      kind === 0
        ? { type: "JOINT_MEETING", date, workerPresent: true }
        : kind === 1
          ? { type: "FIRST_MEETING_EMAIL", sentOn: date, statedMeetingDate: date }
          : { type: "ICPC_COORDINATION", member: "p0" as PersonId, date },
    ),
  }));

test("what is exported runs as a worked case without a difference" + covers("X-6"), () => {
  for (const { id, case: bench } of benchCasesOf(document as unknown as Json)) {
    const { cases, unsupported } = runWorkedCases(workedCaseOf(bench, id) as Json);
    expect(cases.flatMap((one) => one.differences)).toEqual([]);
    expect(unsupported).toEqual([]);
  }
  fc.assert(
    fc.property(fullCaseArbitrary, policyBookArbitrary, fc.nat(120), (file, book, ahead) => {
      const asOf = addDays(plainDate("2026-10-25"), ahead);
      const exported = workedCaseOf({ title: "A case", file, book, asOf });
      const { cases, unsupported } = runWorkedCases(exported as Json);
      expect(cases.flatMap((one) => one.differences)).toEqual([]);
      expect(unsupported).toEqual([]);
      // And opens again as the same case, judged alike.
      const again = openBenchCase(JSON.parse(JSON.stringify(exported)) as Json);
      expect(again?.asOf).toBe(asOf);
      expect(again && evaluate(again.file, again.book, asOf).duties).toEqual(
        evaluate(file, book, asOf).duties,
      );
    }),
    { numRuns: 100, seed: -1_326_830 },
  );
});

describe("what is expected of an exported case", () => {
  const file: CaseFile = {
    effectiveDate: plainDate("2026-11-20"),
    members: [
      { id: "dana" as PersonId, role: "PARENT", living: [{ setting: "PARENTAL_HOME" }] },
      { id: "mia" as PersonId, role: "CHILD", living: [{ setting: "FOSTER_FAMILY", state: "NE" }] },
    ],
    contacts: [],
    careCoordinator: [{ from: plainDate("2026-11-23") }],
    tasksInput: [{ type: "JOINT_MEETING", date: plainDate("2026-11-25"), workerPresent: true }],
    householdChanges: [
      { who: "a cousin", type: "ENTERED", date: plainDate("2026-11-24") },
      {
        person: "dana" as PersonId,
        type: "EXITED",
        date: plainDate("2026-11-30"),
        notifiedDepartmentOn: plainDate("2026-12-01"),
      },
    ],
  };
  const exported = (): JsonObject =>
    workedCaseOf({
      title: "A case",
      file,
      book: defaultPolicyBook("IA_FSRP"),
      asOf: plainDate("2026-12-01"),
    });
  type Row = Record<string, Json>;
  /** The case with one of its expectations written otherwise, and where it differs. */
  const broken = (list: string, change: (rows: Row[]) => void): readonly string[] => {
    const copy = JSON.parse(JSON.stringify(exported())) as {
      expect: { asOf: [Record<string, Row[]>] };
    };
    change(copy.expect.asOf[0][list] ?? []);
    return runWorkedCases(copy as unknown as Json).cases[0]?.differences.map(({ at }) => at) ?? [];
  };

  test(`has the care coordinator, every household notice and every task in it${covers("EXP-3", "EXP-6")}`, () => {
    const { asOf } = exported()["expect"] as { asOf: readonly JsonObject[] };
    expect(asOf[0]).toMatchObject({
      expectations: [
        {
          key: "COORDINATOR:episode-1",
          rule: "EXP-3",
          standing: "ASSIGNED",
          due: "2026-11-20",
          doneOn: "2026-11-23",
        },
        { key: "HOUSEHOLD:1", rule: "EXP-6", standing: "SLOW", due: "2026-11-25" },
        { key: "HOUSEHOLD:2", standing: "PROMPT", doneOn: "2026-12-01" },
      ],
      tasks: [
        { key: "TASK:JOINT_MEETING", status: "SATISFIED", on: "2026-11-25" },
        { key: "TASK:ICPC_COORDINATION:mia", status: "OPEN" },
      ],
    });
  });

  test.each<readonly [string, (rows: Row[]) => void, string]>([
    [
      "expectations",
      (rows) => Object.assign(rows[0] ?? {}, { standing: "MISSING" }),
      "asOf 2026-12-01.expectations COORDINATOR:episode-1.standing",
    ],
    [
      "expectations",
      (rows) => Object.assign(rows[1] ?? {}, { due: "2026-11-26" }),
      "asOf 2026-12-01.expectations HOUSEHOLD:1.due",
    ],
    ["expectations", (rows) => rows.pop(), "asOf 2026-12-01.expectations HOUSEHOLD:2"],
    [
      "expectations",
      (rows) => rows.push({ key: "HOUSEHOLD:3", standing: "PROMPT" }),
      "asOf 2026-12-01.expectations HOUSEHOLD:3",
    ],
    [
      "tasks",
      (rows) => Object.assign(rows[0] ?? {}, { on: "2026-11-24" }),
      "asOf 2026-12-01.tasks[0].on",
    ],
  ])("and a wrong one is found: %s %#", (list, change, at) => {
    expect(broken(list, () => undefined)).toEqual([]);
    expect(broken(list, change)).toEqual([at]);
  });

  test("may stand without a day of its own, and is judged on the last that the case speaks of", () => {
    const { given } = exported();
    const run = (standing: string) =>
      runWorkedCases({
        id: "X",
        given: given as Json,
        expect: {
          expectations: [
            { key: "COORDINATOR:episode-1", standing },
            { key: "HOUSEHOLD:1", standing: "SLOW" },
            { key: "HOUSEHOLD:2", standing: "PROMPT" },
          ],
        },
      }).cases[0]?.differences.length;
    expect([run("ASSIGNED"), run("MISSING")]).toEqual([0, 1]);
  });
});

test("what is no case of contacts is not opened", () => {
  expect(openBenchCase("x")).toBeUndefined();
  expect(openBenchCase({ given: { contractors: [] } })).toBeUndefined();
  expect(openBenchCase({ given: { effectiveDate: "2026-02-30", members: [], contacts: [] } })).toBe(
    undefined,
  );
  expect(
    openBenchCase({ effectiveDate: "2026-02-27", members: [], contacts: [] })?.file.effectiveDate,
  ).toBe("2026-02-27");
});

test("a case file that was taken along opens with the policy that it stood under", () => {
  const own = { ...withSettings(defaultPolicyBook("IA_FSRP"), { weeklyCount: 5 }), number: 4 };
  const file = { effectiveDate: plainDate("2026-02-27"), members: [], contacts: [] };
  const opened = openBenchCase(JSON.parse(JSON.stringify(takeAlong(file, own))) as Json);
  expect(opened?.book).toEqual(own);
  expect(opened?.file).toEqual({ ...file, terminationsOfRights: [] });
});
