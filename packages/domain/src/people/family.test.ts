import { describe, expect, test } from "vitest";
import type { PersonId } from "../kernel/ids.ts";
import { covers, day, forRandomFamilies } from "../testing/index.ts";
import type { FamilyPerson, FamilyRelationship } from "../views/family.ts";
import { couplesOf, type FamilyFacts, familyOn, householdsOn } from "./family.ts";
import { kinshipTo } from "./kinship.ts";

const person = (id: string, more: Partial<FamilyPerson> = {}): FamilyPerson => ({
  personId: id as PersonId,
  name: id,
  role: id.length > 4 ? "CHILD" : "PARENT",
  stays: [{ setting: "PARENTAL_HOME", state: "IA", confirmed: true }],
  ...more,
});
const tie = (
  of: string,
  kind: FamilyRelationship["kind"],
  to: string,
  more: Partial<FamilyRelationship> = {},
): FamilyRelationship => ({
  personId: of as PersonId,
  kind,
  otherPersonId: to as PersonId,
  ...more,
});

/** Rosa is Mari's mother; Mari has Jaden with Ray, from whom she parted, and Mateo and Lucia with Dev. */
const family: FamilyFacts = {
  people: [
    person("mari", { sex: "FEMALE" }),
    person("ray", { stays: [{ setting: "NONRESIDENT", state: "IA", confirmed: true }] }),
    person("dev"),
    person("rosa"),
    person("lucia", { birthDate: day("2021-03-01") }),
    person("mateo", {
      birthDate: day("2017-05-02"),
      stays: [
        { setting: "PARENTAL_HOME", state: "IA", to: day("2026-11-30"), confirmed: true },
        { setting: "KINSHIP", state: "IA", from: day("2026-12-01"), place: 3, confirmed: true },
      ],
    }),
    person("jaden", {
      birthDate: day("2012-01-09"),
      stays: [{ setting: "KINSHIP", state: "IA", place: 3, confirmed: true }],
    }),
  ],
  relationships: [
    tie("rosa", "PARENT", "mari"),
    tie("mari", "PARENT", "jaden"),
    tie("ray", "PARENT", "jaden"),
    tie("ray", "SIGNIFICANT_OTHER", "mari", { to: day("2015-06-30") }),
    tie("mari", "PARENT", "mateo"),
    tie("dev", "PARENT", "mateo"),
    // Nobody wrote down Lucia's parents.
    tie("lucia", "SIBLING", "mateo", { siblingKind: "WHOLE" }),
  ],
};

test("couples are the parents of a child and recorded partners, with the eldest child first", () => {
  expect(couplesOf(family)).toEqual([
    { partners: ["rosa"], children: ["mari"], recorded: false },
    { partners: ["mari", "dev"], children: ["mateo", "lucia"], recorded: false },
    { partners: ["mari", "ray"], children: ["jaden"], recorded: true, endedOn: "2015-06-30" },
  ]);
});

test("a step-parent is the partner of the parent whose home they share", () => {
  const couples = couplesOf({
    people: [...family.people, person("tom")],
    relationships: [...family.relationships, tie("tom", "STEP_PARENT", "jaden")],
  });
  expect(couples.at(-1)).toEqual({ partners: ["tom", "mari"], children: [], recorded: true });
});

describe("kinship", () => {
  const of = (self: string, on?: string) =>
    Object.fromEntries(kinshipTo(family, self as PersonId, on === undefined ? undefined : day(on)));
  test("of a child", () => {
    expect(of("jaden")).toEqual({
      mari: "PARENT",
      ray: "PARENT",
      mateo: "HALF_SIBLING",
      lucia: "HALF_SIBLING",
      rosa: "GRANDPARENT",
    });
    expect(of("lucia")).toMatchObject({ mateo: "SIBLING", jaden: "HALF_SIBLING", dev: "PARENT" });
  });
  test("of a mother, on a day", () => {
    expect(of("mari", "2026-11-22")).toEqual({
      rosa: "PARENT",
      lucia: "CHILD",
      mateo: "CHILD",
      jaden: "CHILD",
      ray: "FORMER_PARTNER",
      dev: "OTHER_PARENT",
    });
    expect(of("mari", "2015-06-30")).toMatchObject({ ray: "PARTNER" });
  });
  test("leads both ways: whose parent someone is, is their child", () => {
    forRandomFamilies((facts) => {
      for (const { personId } of facts.people)
        for (const [id, kin] of kinshipTo(facts, personId))
          if (kin === "SIBLING" || kin === "HALF_SIBLING" || kin === "PARTNER")
            expect(kinshipTo(facts, id).has(personId)).toBe(true);
    }, 60);
  });
});

test(`households of a day: the parental home, and whoever shares another address${covers("CASE-6")}`, () => {
  const living = (on: string) =>
    householdsOn(family.people, day(on)).map(({ setting, people }) => [setting, ...people]);
  expect(living("2026-11-30")).toEqual([
    ["PARENTAL_HOME", "mari", "dev", "rosa", "lucia", "mateo"],
  ]);
  expect(living("2026-12-01")).toEqual([
    ["PARENTAL_HOME", "mari", "dev", "rosa", "lucia"],
    ["KINSHIP", "mateo", "jaden"],
  ]);
});

test("someone on a day: age, whether born, dead, in the case", () => {
  const people = [
    person("lucia", {
      birthDate: day("2021-03-01"),
      memberFrom: day("2022-01-01"),
      deceasedOn: day("2026-02-03"),
    }),
  ];
  const on = (date: string) => familyOn(people, day(date)).get("lucia" as PersonId);
  expect(on("2021-02-28")).toMatchObject({ isUnborn: true, isMember: false });
  expect(on("2021-12-31")).toMatchObject({ isUnborn: false, age: 0, isMember: false });
  expect(on("2026-02-02")).toMatchObject({ age: 4, isMember: true, isDead: false });
  expect(on("2026-05-05")).toMatchObject({ age: 4, isMember: false, isDead: true });
  expect(on("2026-05-05")?.stay).toBeUndefined();
});
