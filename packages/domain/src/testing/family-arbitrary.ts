import fc from "fast-check";
import type { PersonId } from "../kernel/ids.ts";
import { addMonths, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import type { FamilyFacts } from "../people/family.ts";
import type { FamilyPerson, FamilyRelationship } from "../views/family.ts";

const BORN = plainDate("2015-06-15");
const MOST_PEOPLE = 30;
const MOST_PARTNERS = 5;

/**
 * Random families of up to thirty people: children, couples (up to five of one person), grandparents, people whose tie to
 * the others is not on record, and pairs of any generation with a child.
 */
export const familyArbitrary: fc.Arbitrary<FamilyFacts> = fc
  .array(
    fc.record({
      what: fc.constantFrom(
        "CHILD",
        "CHILD",
        "CHILD",
        "PARTNER",
        "PARENTS",
        "SIBLING",
        "ALONE",
        "LINK",
      ),
      of: fc.nat(1000),
      other: fc.nat(1000),
      sex: fc.constantFrom("FEMALE", "MALE", "OTHER"),
    }),
    { maxLength: 40, size: "max" },
  )
  .map((steps) => {
    const people: FamilyPerson[] = [];
    const relationships: FamilyRelationship[] = [];
    const add = (role: FamilyPerson["role"], sex: string, months: number): PersonId => {
      const personId = `p${people.length}` as PersonId;
      people.push({
        personId,
        name: `Person ${people.length}`,
        role,
        sex: sex as NonNullable<FamilyPerson["sex"]>,
        birthDate: addMonths(BORN, months),
        stays: [{ setting: "PARENTAL_HOME", state: "IA", confirmed: true }],
      });
      return personId;
    };
    const tie = (
      personId: PersonId,
      kind: FamilyRelationship["kind"],
      otherPersonId: PersonId,
      more: Partial<FamilyRelationship> = {},
    ) => relationships.push({ personId, kind, otherPersonId, ...more });
    add("PARENT", "FEMALE", -360);
    const partners = (id: PersonId) =>
      relationships.filter(
        (one) =>
          one.kind === "SIGNIFICANT_OTHER" && (one.personId === id || one.otherPersonId === id),
      );
    for (const { what, of, other, sex } of steps) {
      if (people.length + 2 > MOST_PEOPLE) break;
      const target = people[of % people.length]?.personId ?? ("p0" as PersonId);
      const bound = partners(target);
      switch (what) {
        case "CHILD": {
          const child = add("CHILD", sex, of % 200);
          tie(target, "PARENT", child);
          const pair = bound[other % Math.max(1, bound.length)];
          if (pair !== undefined)
            tie(pair.personId === target ? pair.otherPersonId : pair.personId, "PARENT", child);
          break;
        }
        case "PARTNER":
          if (bound.length < MOST_PARTNERS)
            tie(
              add("CARETAKER", sex, -340),
              "SIGNIFICANT_OTHER",
              target,
              other % 2 === 0 ? {} : { to: "2026-01-01" as PlainDate },
            );
          break;
        case "PARENTS":
          if (!relationships.some((one) => one.kind === "PARENT" && one.otherPersonId === target)) {
            tie(add("PARENT", "FEMALE", -700), "PARENT", target);
            if (other % 2 === 0) tie(add("PARENT", "MALE", -720), "PARENT", target);
          }
          break;
        case "SIBLING":
          tie(add("CHILD", sex, of % 150), "SIBLING", target, {
            siblingKind: other % 2 === 0 ? "WHOLE" : "HALF",
          });
          break;
        case "ALONE":
          add("CARETAKER", sex, -300);
          break;
        case "LINK": {
          const second = people[other % people.length]?.personId ?? target;
          if (second !== target && bound.length < MOST_PARTNERS) {
            const child = add("CHILD", sex, of % 200);
            tie(target, "PARENT", child);
            tie(second, "PARENT", child);
          }
          break;
        }
      }
    }
    return { people, relationships };
  });

/** Checks something of many random families, always the same ones. */
export const forRandomFamilies = (check: (family: FamilyFacts) => void, runs = 300): void =>
  fc.assert(
    fc.property(familyArbitrary, (family) => check(family)),
    { numRuns: runs, seed: 20_261_122 },
  );
