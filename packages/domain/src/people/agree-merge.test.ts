import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StaffId } from "../kernel/ids.ts";
import { codeText } from "../kernel/result.ts";
import { covers } from "../testing/covers.ts";
import {
  decideProposeMerge,
  mayAgreeToMerge,
  mergeDeciders,
  type PeopleAround,
} from "./agree-merge.ts";

const staff = (...names: readonly string[]) => names as readonly StaffId[];
const around = (workers: readonly string[], supervisors: readonly string[]): PeopleAround => ({
  workers: staff(...workers),
  supervisors: staff(...supervisors),
});
const ours = around(["wanda"], ["susan"]);
const theirs = around(["otto"], ["oscar"]);
const strangers = around([], []);
const deciders = (records: readonly [PeopleAround, PeopleAround], by: string) =>
  mergeDeciders(records, by as StaffId);

describe(`two records of two teams${covers("X-8", "DEC-41")}`, () => {
  test("who has the one proposes, the supervisor of the other decides", () => {
    for (const by of ["wanda", "susan"]) expect(deciders([ours, theirs], by)).toEqual(["oscar"]);
    for (const by of ["otto", "oscar"]) expect(deciders([ours, theirs], by)).toEqual(["susan"]);
  });
  test("a supervisor above both decides what either proposes", () => {
    const high = around(["otto"], ["oscar", "helen"]);
    const both = [around(["wanda"], ["susan", "helen"]), high] as const;
    expect(deciders(both, "wanda")).toEqual(["helen", "oscar"]);
  });
  test("of a record whose people have all left, the supervisor of the other decides, not the one who proposed", () => {
    const left = around(["gone"], []);
    for (const alone of [strangers, left]) {
      expect(deciders([ours, alone], "wanda")).toEqual(["susan"]);
      expect(decideProposeMerge([ours, alone], "susan" as StaffId)).toMatchObject({ ok: false });
    }
  });
  test("nobody decides about two strangers", () => {
    const decided = decideProposeMerge([strangers, strangers], "wanda" as StaffId);
    expect(!decided.ok && decided.refusals.map(codeText)).toEqual(["NO_SECOND_PERSON"]);
  });
});

test(`whoever decides is another person, above a record, and no record is without someone who knows it${covers("X-8")}`, () => {
  const names = fc.constantFrom("a", "b", "c", "d");
  const record = fc.record({ workers: fc.array(names), supervisors: fc.array(names) });
  fc.assert(
    fc.property(fc.tuple(record, record), names, names, (found, by, decider) => {
      const records = found as unknown as readonly [PeopleAround, PeopleAround];
      const [proposedBy, decidedBy] = [by as StaffId, decider as StaffId];
      const allowed = mayAgreeToMerge(records, proposedBy, decidedBy);
      const knows = ({ workers, supervisors }: PeopleAround) =>
        [...workers, ...supervisors].includes(proposedBy) || supervisors.includes(decidedBy);
      if (allowed) {
        expect(decidedBy).not.toBe(proposedBy);
        expect(records.some(({ supervisors }) => supervisors.includes(decidedBy))).toBe(true);
        for (const one of records) expect(knows(one) || one.supervisors.length === 0).toBe(true);
      }
      expect(mergeDeciders(records, proposedBy).includes(decidedBy)).toBe(allowed);
      // In whichever order the records are shown.
      expect(mayAgreeToMerge([records[1], records[0]], proposedBy, decidedBy)).toBe(allowed);
    }),
  );
});
