import { expect, test } from "vitest";
import type { CaseFile } from "../casefile/case-file.ts";
import { SHORTHAND_EPISODE } from "../casefile/read-case-file.ts";
import type { PersonId } from "../kernel/ids.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { adult, at, child, covers, day, mother, visit } from "../testing/index.ts";
import { explainProjected } from "./assumed.ts";
import { coverage } from "./coverage.ts";
import { explain } from "./explain/index.ts";
import { project } from "./project.ts";

const book = defaultPolicyBook("IA_FSRP");
const file: CaseFile = {
  effectiveDate: day("2026-11-09"),
  members: [
    mother(),
    child("ann", [at("PARENTAL_HOME")]),
    child("jo", [at("PMIC")]),
    adult("PARENT", "rob", [at("NONRESIDENT")]),
  ],
  contacts: [],
};
const today = day("2026-11-20");
const grid = (of: CaseFile, on = today) => coverage(of, book, on);
const cell = (of: CaseFile, person: string, column: string, on = today) => {
  const found = grid(of, on);
  const index = found?.columns.findIndex(
    (one) =>
      (one.kind === "WEEK" ? `WEEK:${one.n}` : one.kind === "MONTH" ? one.month : one.kind) ===
      column,
  );
  return found?.rows.find((row) => row.person === (person as PersonId))?.cells[index ?? -1];
};

test(`weeks of a family not met yet lie where they would if it were seen today${covers("CON-9", "DEC-05")}`, () => {
  const weeks = grid(file)?.columns.filter((column) => column.kind === "WEEK");
  expect(weeks).toEqual([
    { kind: "WEEK", n: 1, start: "2026-11-22", end: "2026-11-28", projected: true },
    { kind: "WEEK", n: 2, start: "2026-11-29", end: "2026-12-05", projected: true },
    { kind: "WEEK", n: 3, start: "2026-12-06", end: "2026-12-12", projected: true },
  ]);
  expect(cell(file, "ann", "WEEK:1")).toEqual({
    state: "later",
    dutyKey: "WEEK:1",
    dueOn: "2026-11-28",
    projected: true,
  });
  // The same weeks as when that contact is recorded, and then they are no projection.
  const met: CaseFile = { ...file, contacts: [visit("2026-11-20", "mother", "ann")] };
  expect(grid(met)?.columns.filter((column) => column.kind === "WEEK")).toEqual(
    weeks?.map(({ projected: _, ...week }) => week),
  );
});

test("the next three months are projections, and end where services end", () => {
  const months = (of: CaseFile) =>
    grid(of)?.columns.flatMap((column) =>
      column.kind === "MONTH" ? [[column.month, column.projected ?? false]] : [],
    );
  expect(months(file)).toEqual([
    ["2026-12", true],
    ["2027-01", true],
    ["2027-02", true],
  ]);
  expect(months({ ...file, serviceTerminationDate: day("2027-01-15") })).toEqual([
    ["2026-12", true],
    ["2027-01", true],
  ]);
  expect(months({ ...file, serviceTerminationDate: day("2026-11-18") })).toEqual([]);
});

test("what is projected agrees with what would be owed, person by person", () => {
  const owed = project(file, book, today, day("2027-02-01"));
  const keys = owed.filter((duty) => duty.key.startsWith("MONTH:")).map((duty) => duty.key);
  const shown = new Set(
    grid(file)?.rows.flatMap(({ cells }) =>
      cells.flatMap((one) =>
        one.projected && one.dutyKey?.startsWith("MONTH:") ? [one.dutyKey] : [],
      ),
    ),
  );
  expect([...shown].toSorted()).toEqual(keys.toSorted());
});

test(`every cell of a family's window opens a reason, also of someone who is not owed${covers("X-5")}`, () => {
  expect(cell(file, "jo", "WEEK:1")).toMatchObject({ state: "notDue", dutyKey: "WEEK:1" });
  expect(cell(file, "rob", "2026-12")).toMatchObject({
    state: "perPlan",
    dutyKey: "MONTH:2026-12:FAMILY",
    projected: true,
  });
  expect(cell(file, "jo", "2026-12")).toMatchObject({ dutyKey: "MONTH:2026-12:jo" });
  for (const row of grid(file)?.rows ?? [])
    for (const one of row.cells)
      if (one.dutyKey !== undefined) {
        const why = one.projected ? explainProjected : explain;
        expect(why(file, book, today, SHORTHAND_EPISODE, one.dutyKey)).toBeDefined();
      }
});

test("a projected reason says what it assumes, and invents no record", () => {
  const week = explainProjected(file, book, today, SHORTHAND_EPISODE, "WEEK:2");
  expect(week).toMatchObject({ asOf: today, status: "UPCOMING" });
  expect(week?.steps[0]).toEqual({ step: "ASSUMES", what: "FAMILY_SEEN_TODAY", on: today });
  expect(week?.steps.filter((step) => step.step === "CONTACT")).toEqual([]);
  const month = explainProjected(file, book, today, SHORTHAND_EPISODE, "MONTH:2027-01:jo");
  expect(month?.steps[0]).toEqual({ step: "ASSUMES", what: "NOTHING_NEW", on: today });
  expect(month?.steps).toContainEqual(
    expect.objectContaining({ step: "PERSON", person: "jo", verdict: "CHILD_IN_FACILITY" }),
  );
  expect(
    explainProjected(file, book, today, SHORTHAND_EPISODE, "MONTH:2026-11:jo"),
  ).toBeUndefined();
  expect(explainProjected(file, book, today, SHORTHAND_EPISODE, "INITIAL:ann")).toBeUndefined();
});
