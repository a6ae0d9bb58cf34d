import { expect, test } from "vitest";
import type { CaseFile } from "../casefile/case-file.ts";
import type { PersonId } from "../kernel/ids.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { covers, day } from "../testing/index.ts";
import { levelsStanding } from "./levels-standing.ts";

const [dana, rob, ben] = ["dana", "rob", "ben"] as PersonId[] as [PersonId, PersonId, PersonId];
const book = defaultPolicyBook("IA_FSRP");
const file: CaseFile = {
  effectiveDate: day("2026-11-20"),
  members: [
    { id: dana, role: "PARENT", living: [{ setting: "PARENTAL_HOME" }] },
    { id: rob, role: "PARENT", living: [{ setting: "NONRESIDENT" }] },
    { id: ben, role: "CHILD", living: [{ setting: "PARENTAL_HOME" }], criteria: ["CINA"] },
  ],
  contacts: [],
  familyPlanFrequency: [
    { id: "court", times: 2, per: "MONTH", source: "COURT", from: day("2027-01-01") },
    { id: "plan", times: 4, per: "MONTH", source: "CASE_PLAN", from: day("2027-03-01") },
  ],
};
const on = (date: string, more: Partial<CaseFile> = {}) =>
  new Map(
    levelsStanding({ ...file, ...more }, book, day(date)).map((one) => [one.subject, one] as const),
  );

test(`the strictest counts, and minimum and records are told with it${covers("CON-1", "CON-3", "DEC-20")}`, () => {
  const family = on("2027-01-15").get("FAMILY");
  expect(family?.records).toEqual([
    { id: "court", state: "IN_FORCE" },
    { id: "plan", state: "LATER" },
  ]);
  expect(family?.windows).toMatchObject([
    { key: "MONTH:2027-01:FAMILY", per: "MONTH", minimum: 1, effective: 2, to: "2027-01-31" },
  ]);
  expect(on("2027-03-15").get("FAMILY")?.windows).toMatchObject([{ minimum: 1, effective: 4 }]);
  // The court's level of once in two months would not undercut the minimum, nor does one that ended.
  const ended = { ...file.familyPlanFrequency, to: day("2027-01-31") };
  const after = on("2027-02-10", {
    familyPlanFrequency: [{ ...ended, id: "x", times: 3, from: day("2027-01-01") }],
  }).get("FAMILY");
  expect(after?.records).toEqual([{ id: "x", state: "ENDED" }]);
  expect(after?.windows).toMatchObject([{ minimum: 1, effective: 1 }]);
});

test(`a newer record of one source replaces the older one${covers("DEC-20")}`, () => {
  const replaced = on("2027-02-10", {
    familyPlanFrequency: [
      { id: "a", times: 4, source: "COURT", from: day("2027-01-01") },
      { id: "b", times: 2, source: "COURT", from: day("2027-02-01") },
    ],
  }).get("FAMILY");
  expect(replaced?.records).toEqual([
    { id: "a", state: "REPLACED" },
    { id: "b", state: "IN_FORCE" },
  ]);
  expect(replaced?.windows).toMatchObject([{ effective: 2 }]);
});

test(`a parent outside the home without a level is named, one at home makes no window${covers("CON-7", "DEC-19")}`, () => {
  expect(on("2027-01-15").get(rob)).toEqual({
    subject: rob,
    records: [],
    windows: [],
    note: "NO_FREQUENCY_SPECIFIED",
  });
  const levels = {
    planFrequencies: [
      { id: "rob", member: rob, times: 1, from: day("2027-01-01") },
      { id: "dana", member: dana, times: 1, per: "WEEK" as const, from: day("2027-01-01") },
    ],
  };
  const with_ = on("2027-01-15", levels);
  expect(with_.get(rob)?.note).toBeUndefined();
  expect(with_.get(rob)?.windows).toMatchObject([
    { key: "PLAN:2027-01:rob", rule: "CON-7", minimum: 0, effective: 1 },
  ]);
  expect(with_.get(dana)).toMatchObject({ note: "WITH_FAMILY", windows: [] });
  // Before services begin nobody is missed.
  expect(on("2026-11-19").get(rob)?.note).toBeUndefined();
});
