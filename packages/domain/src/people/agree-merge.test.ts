import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StaffId } from "../kernel/ids.ts";
import { codeText } from "../kernel/result.ts";
import { covers } from "../testing/covers.ts";
import {
  answerByMerge,
  decideProposeMerge,
  mayAgreeToMerge,
  mergeDeciders,
  type PeopleAround,
} from "./agree-merge.ts";

const staff = (...names: readonly string[]) => names as readonly StaffId[];
/** Covers as "who covers:whom". */
const around = (
  workers: readonly string[],
  supervisors: readonly string[],
  covers: readonly string[] = [],
): PeopleAround => ({
  workers: staff(...workers),
  supervisors: staff(...supervisors),
  covers: covers.map((one) => {
    const [coveredBy, staffId] = staff(...one.split(":"));
    return { coveredBy, staffId } as PeopleAround["covers"][number];
  }),
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

describe(`who stands in for a supervisor${covers("X-8", "X-1", "DEC-41")}`, () => {
  const covered = around(["otto", "carol"], ["oscar"], ["carol:oscar"]);
  test("decides as the absent one might, who still may", () => {
    expect(deciders([ours, covered], "wanda")).toEqual(["oscar", "carol"]);
    expect(deciders([covered, ours], "susan")).toEqual(["oscar", "carol"]);
  });
  test("never decides what the absent one proposed", () => {
    const both = around(["wanda"], ["susan", "oscar"], ["carol:oscar"]);
    expect(deciders([covered, both], "oscar")).toEqual(["susan"]);
    expect(mayAgreeToMerge([covered, both], "oscar" as StaffId, "carol" as StaffId)).toBe(false);
  });
  test("does not agree to the own proposal, made while standing in", () => {
    expect(deciders([covered, ours], "carol")).toEqual(["susan"]);
    // Nor does the proposal wait for nobody once the cover is over.
    const back = around(["otto", "carol"], ["oscar"]);
    expect(deciders([back, ours], "carol")).toEqual(["susan"]);
  });
});

test("a proposal whose records were joined otherwise is agreed to by another, and taken back by oneself", () => {
  const answer = (by: string) => answerByMerge("wanda" as StaffId, by as StaffId, "Same child");
  expect(answer("susan")).toEqual({ by: "susan", decision: "APPROVED", note: "Same child" });
  expect(answer("wanda")).toEqual({ by: "wanda", decision: "WITHDRAWN", note: "Same child" });
});

test(`whoever decides is another person, above a record, and no record is without someone who knows it${covers("X-8")}`, () => {
  const names = fc.constantFrom("a", "b", "c", "d");
  const cover = fc.record({ coveredBy: names, staffId: names });
  const record = fc.record({
    workers: fc.array(names),
    supervisors: fc.array(names),
    covers: fc.array(cover),
  });
  fc.assert(
    fc.property(fc.tuple(record, record), names, names, (found, by, decider) => {
      const records = found.map((one) => ({
        ...one,
        covers: one.covers.filter(({ staffId }) => one.supervisors.includes(staffId)),
      })) as unknown as readonly [PeopleAround, PeopleAround];
      const [proposedBy, decidedBy] = [by as StaffId, decider as StaffId];
      const allowed = mayAgreeToMerge(records, proposedBy, decidedBy);
      const isAbove = (one: PeopleAround) =>
        one.supervisors.includes(decidedBy) ||
        one.covers.some((each) => each.coveredBy === decidedBy && each.staffId !== proposedBy);
      const knows = (one: PeopleAround) =>
        [...one.workers, ...one.supervisors].includes(proposedBy) || isAbove(one);
      if (allowed) {
        expect(decidedBy).not.toBe(proposedBy);
        expect(records.some(isAbove)).toBe(true);
        for (const one of records) expect(knows(one) || one.supervisors.length === 0).toBe(true);
      }
      expect(mergeDeciders(records, proposedBy).includes(decidedBy)).toBe(allowed);
      // In whichever order the records are shown.
      expect(mayAgreeToMerge([records[1], records[0]], proposedBy, decidedBy)).toBe(allowed);
    }),
  );
});
