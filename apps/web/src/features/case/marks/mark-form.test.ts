import { expect, test } from "vitest";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type { Mark, MarkKind } from "@kinward/domain/people";
import { faultsOf, MARK_FIELDS, markOf, valuesOf } from "./mark-form.ts";

const ben = "ben" as PersonId;
const dana = "dana" as PersonId;
const day = (date: string) => date as PlainDate;

const examples: readonly Mark[] = [
  { kind: "BASIS", personId: ben, basis: "CINA", from: day("2027-01-04"), to: day("2027-02-01") },
  { kind: "BASIS", personId: ben, basis: "ABUSE_VICTIM", meetsOpeningCriteria: false },
  { kind: "BASIS", personId: ben, basis: "SIBLING", siblingKind: "HALF" },
  { kind: "BASIS", personId: dana, basis: "CARETAKER", caretakerKind: "RELATIVE" },
  { kind: "PURPOSE", personId: ben, purpose: "REUNIFY", from: day("2027-01-08") },
  { kind: "RIGHTS", personId: dana, on: day("2027-01-15") },
  { kind: "RIGHTS", personId: dana, childId: ben, on: day("2027-01-15") },
  {
    kind: "RELATIONSHIP",
    personId: dana,
    relation: "PARENT",
    otherPersonId: ben,
    parentKind: "LEGAL",
  },
  { kind: "FREQUENCY", times: 2, per: "MONTH", source: "COURT", from: day("2027-01-01") },
  {
    kind: "FREQUENCY",
    personId: dana,
    times: 1,
    per: "WEEK",
    source: "CASE_PLAN",
    approvedOn: day("2026-12-20"),
    from: day("2027-01-01"),
  },
];

test.each(examples)("what a form shows of $kind is what it sends", (mark) => {
  expect(faultsOf(mark.kind, valuesOf(mark), true)).toEqual([]);
  expect(markOf(mark.kind, mark.personId, valuesOf(mark))).toEqual(mark);
});

test.each(["BASIS", "PURPOSE", "RIGHTS", "RELATIONSHIP", "FREQUENCY"] as MarkKind[])(
  "an empty form of %s says what is missing, at fields that it has",
  (kind) => {
    const faults = faultsOf(kind, {}, true);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(MARK_FIELDS).toContain(fault.name);
  },
);

test("answers that belong to another choice are not sent", () => {
  const values = { ...valuesOf(examples[2] as Mark), basis: "CINA", from: "2027-01-04" } as const;
  expect(markOf("BASIS", ben, values)).toEqual({
    kind: "BASIS",
    personId: ben,
    basis: "CINA",
    from: "2027-01-04",
  });
  expect(faultsOf("BASIS", { basis: "ABUSE_VICTIM" }, true)).toMatchObject([
    { name: "mark.meetsOpeningCriteria" },
  ]);
});
