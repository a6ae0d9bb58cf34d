import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseId, CommandId, PersonId } from "../kernel/ids.ts";
import { overlaps } from "../kernel/interval.ts";
import type { Result } from "../kernel/result.ts";
import { covers, day } from "../testing/index.ts";
import { joinPersons, type RecordedPerson, scoreDuplicate } from "./join-persons.ts";
import { MergePersonsSchema } from "./merge.schema.ts";
import {
  decideMerge,
  decideUndoMerge,
  type MergeFacts,
  type MergeRecord,
  type PersonFact,
  planFacts,
} from "./merge.ts";

const id = (n: number): PersonId => `01890000-0000-7000-8000-00000000000${n}` as PersonId;
const ann: RecordedPerson = {
  id: id(1),
  given: "Ann",
  family: "Moss",
  birthDate: day("2018-05-04"),
  birthDateKind: "EXACT",
  languages: ["en"],
};
const anna: RecordedPerson = {
  id: id(2),
  given: "Anna",
  family: "Moss",
  birthDate: day("2018-05-04"),
  birthDateKind: "EXACT",
  sex: "FEMALE",
  languages: ["en", "es"],
};
const record = (person: RecordedPerson): MergeRecord => ({
  person,
  version: 1,
  isMerged: false,
  ofTeam: true,
});
const stay = (of: "KEPT" | "MERGED", from: string, to: string, says = from): PersonFact => ({
  kind: "LIVING",
  id: `${of} ${from}`,
  caseId: "case" as CaseId,
  of,
  key: "",
  says,
  from: day(from),
  to: day(to),
});
const command = {
  commandId: id(9) as unknown as CommandId,
  keptId: ann.id,
  mergedId: anna.id,
  versions: { kept: 1, merged: 1 },
  choices: { given: "MERGED" as const },
  reason: "The same girl, entered twice",
};
const decide = (facts: Partial<MergeFacts> = {}, change: Partial<typeof command> = {}) =>
  decideMerge(
    { kept: record(ann), merged: record(anna), facts: [], ...facts },
    { ...command, ...change },
  );
const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, ...(path ?? [])].join(":"));

describe("a merge", () => {
  test(`takes over what only one record knows, and keeps the other spelling findable${covers("X-8")}`, () => {
    const decided = decide();
    expect(decided).toMatchObject({
      ok: true,
      value: {
        person: {
          id: ann.id,
          given: "Anna",
          family: "Moss",
          sex: "FEMALE",
          languages: ["en", "es"],
          otherNames: [{ given: "Ann", family: "Moss" }],
        },
      },
    });
  });

  test(`chooses nothing for anybody where the records differ${covers("X-8")}`, () => {
    expect(codes(decide({}, { choices: {} as never }))).toEqual(["FIELD_REQUIRED:choices:given"]);
    const estimated = { ...anna, given: "Ann", birthDateKind: "ESTIMATED" } as const;
    expect(codes(decide({ merged: record(estimated) }, { choices: {} as never }))).toEqual([
      "FIELD_REQUIRED:choices:birthDate",
    ]);
  });

  test(`is for the supervisor of a case of each person${covers("X-1")}`, () => {
    expect(codes(decide({ kept: { ...record(ann), ofTeam: false } }))).toEqual([
      "PERSON_OUTSIDE_TEAM:keptId",
    ]);
    expect(codes(decide({ merged: { ...record(anna), ofTeam: false } }))).toEqual([
      "PERSON_OUTSIDE_TEAM:mergedId",
    ]);
  });

  test("is refused for one record, a merged one, or one that was changed since it was looked at", () => {
    expect(codes(decide({}, { mergedId: ann.id }))).toEqual(["INVALID_TRANSITION:mergedId"]);
    expect(codes(decide({ merged: { ...record(anna), isMerged: true } }))).toEqual([
      "PERSON_MERGED:mergedId",
    ]);
    expect(codes(decide({ kept: { ...record(ann), version: 2 } }))).toEqual(["PERSON_CHANGED"]);
    expect(codes(decide({}, { reason: " " }))).toEqual(["REASON_REQUIRED:reason"]);
  });

  test(`joins what both say, moves what one says, refuses what contradicts${covers("X-8")}`, () => {
    const kept = stay("KEPT", "2026-01-01", "2026-01-31");
    const same = stay("MERGED", "2026-01-01", "2026-01-31");
    const after = stay("MERGED", "2026-02-01", "2026-02-28");
    const clash = stay("MERGED", "2026-01-31", "2026-02-15");
    expect(planFacts([kept, same, after])).toEqual({
      moves: [after],
      joins: [same],
      conflicts: [],
    });
    expect(planFacts([kept, clash]).conflicts).toEqual([
      {
        because: "OVERLAP",
        kind: "LIVING",
        caseId: "case",
        from: "2026-01-31",
        to: "2026-02-15",
      },
    ]);
    expect(codes(decide({ facts: [kept, clash] }))).toEqual(["MERGE_CONFLICT"]);
    const elsewhere = { ...clash, caseId: "other" as CaseId };
    expect(planFacts([kept, elsewhere]).moves).toEqual([elsewhere]);
  });

  test("is refused while the two are recorded as related to each other", () => {
    const related = { ...stay("MERGED", "2026-01-01", "2026-01-31"), ofBoth: true };
    expect(planFacts([related])).toMatchObject({
      moves: [],
      conflicts: [{ because: "TWO_PEOPLE" }],
    });
  });

  test("leaves nothing that excludes another, whatever the stays", () => {
    const one = fc
      .record({
        of: fc.constantFrom("KEPT" as const, "MERGED" as const),
        from: fc.integer({ min: 1, max: 9 }),
        length: fc.integer({ min: 0, max: 4 }),
        kind: fc.constantFrom("LIVING" as const, "MEMBERSHIP" as const),
      })
      .map(({ of, from, length, kind }) => ({
        ...stay(of, `2026-01-0${from}`, `2026-01-${String(from + length).padStart(2, "0")}`),
        kind,
      }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (facts) => {
        const { moves, joins, conflicts } = planFacts(facts);
        const merged = facts.filter((fact) => fact.of === "MERGED");
        expect(moves.length + joins.length + conflicts.length).toBe(merged.length);
        for (const fact of moves)
          for (const other of facts.filter((each) => each.of === "KEPT"))
            expect(other.kind === fact.kind && overlaps(other, fact)).toBe(false);
      }),
      { seed: 20_261_122 },
    );
  });
});

test("joining is the same whichever record stays, but for its id", () => {
  const name = fc.option(fc.constantFrom("Ann", "Anna", "Moss"), { nil: undefined });
  const person = fc
    .record({ given: name, family: name, preferred: name })
    .map((parts) => parts as Partial<RecordedPerson>);
  fc.assert(
    fc.property(person, person, (a, b) => {
      const one = { languages: [], ...a, id: id(1) } as RecordedPerson;
      const two = { languages: [], ...b, id: id(2) } as RecordedPerson;
      const all = { given: "KEPT", family: "KEPT", preferred: "KEPT" } as const;
      const other = { given: "MERGED", family: "MERGED", preferred: "MERGED" } as const;
      const { id: _a, otherNames: mine = [], ...left } = joinPersons(one, two, all);
      const { id: _b, otherNames: theirs = [], ...right } = joinPersons(two, one, other);
      expect(left).toEqual(right);
      expect(new Set(mine.map((each) => JSON.stringify(each)))).toEqual(
        new Set(theirs.map((each) => JSON.stringify(each))),
      );
    }),
    { seed: 20_261_122 },
  );
});

describe("records that may be about one person", () => {
  const score = (change: Partial<RecordedPerson>) =>
    scoreDuplicate(ann, { ...anna, ...change } as RecordedPerson)?.why;
  test(`are found by nickname, spelling and birth date${covers("X-8")}`, () => {
    expect(score({})).toContain("BIRTH_DATE");
    expect(score({ birthDate: day("2018-04-05") })).toContain("BIRTH_DATE");
    expect(score({ given: "Ann", family: "Mos" })).toBeDefined();
  });
  test("are not those of other names, or of the same name and another age", () => {
    expect(score({ given: "Robert" })).toBeUndefined();
    expect(score({ given: "Ann", birthDate: day("1990-01-01") })).toBeUndefined();
    expect(scoreDuplicate(ann, ann)).toBeUndefined();
  });
});

test("a merge is taken back once, by the same people, while nothing rests on it", () => {
  const facts = { isUndone: false, ofTeam: true, later: [] };
  expect(codes(decideUndoMerge(facts, "A mistake"))).toEqual([]);
  expect(
    codes(decideUndoMerge({ isUndone: true, ofTeam: false, later: [{ kind: "CONTACT" }] }, "")),
  ).toEqual([
    "INVALID_TRANSITION:mergeId",
    "PERSON_OUTSIDE_TEAM:mergeId",
    "REASON_REQUIRED:reason",
    "MERGE_BUILT_ON",
  ]);
});

test("the schema takes known fields only", () => {
  expect(MergePersonsSchema.safeParse(command).success).toBe(true);
  expect(MergePersonsSchema.safeParse({ ...command, choices: { name: "KEPT" } }).success).toBe(
    false,
  );
});
