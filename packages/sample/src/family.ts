import { addDays, addMonths, type PlainDate } from "@kinward/domain/kernel";
import type { ReferralDraft } from "@kinward/domain/assignment";
import { address, familyName, givenName, type Sex } from "./names.ts";
import type { Chance } from "./random.ts";

type DraftMembers = NonNullable<NonNullable<ReferralDraft["family"]>["members"]>;
export type DraftPerson = DraftMembers[number];

export interface SampleFamily {
  readonly name: string;
  readonly people: readonly DraftPerson[];
  readonly relationships: NonNullable<NonNullable<ReferralDraft["family"]>["relationships"]>;
  readonly languages: readonly string[];
  readonly interpreterNeeded: boolean;
}

/** A family as the Department worker would enter it on the day of the referral. */
export const makeFamily = (chance: Chance, on: PlainDate): SampleFamily => {
  const name = familyName(chance);
  const home = address(chance);
  const used = new Set<string>();
  const spanish = chance.happens(0.15);
  const languages = spanish ? ["es"] : ["en"];
  const people: DraftPerson[] = [];
  const relationships: {
    from: string;
    to: string;
    kind: "PARENT" | "SIBLING" | "SIGNIFICANT_OTHER";
    siblingKind?: "WHOLE" | "HALF";
    parentKind?: "BIOLOGICAL";
  }[] = [];

  const adult = (
    ref: string,
    sex: Sex,
    facts: Pick<DraftPerson, "role" | "bases" | "living">,
    family = name,
  ): void => {
    people.push({
      ref,
      given: givenName(chance, sex, used),
      family,
      sex,
      birthDate: addDays(addMonths(on, -12 * chance.whole(22, 48)), -chance.whole(0, 364)),
      birthDateKind: "EXACT",
      languages,
      ...facts,
    });
  };
  adult("parent1", chance.happens(0.8) ? "FEMALE" : "MALE", {
    role: "PARENT",
    bases: [{ basis: "PARENT" }],
    living: { setting: "PARENTAL_HOME", state: "IA", address: home },
  });
  const second = chance.next();
  if (second < 0.3)
    adult("parent2", "MALE", {
      role: "PARENT",
      bases: [{ basis: "PARENT" }],
      living: { setting: "PARENTAL_HOME", state: "IA", address: home },
    });
  else if (second < 0.65)
    adult("parent2", "MALE", {
      role: "PARENT",
      bases: [{ basis: "PARENT" }],
      living: { setting: "NONRESIDENT", state: "IA", address: address(chance) },
    });
  if (second >= 0.3 && chance.happens(0.3)) {
    adult(
      "partner",
      "MALE",
      {
        role: "CARETAKER",
        bases: [{ basis: "CARETAKER", caretakerKind: "SIGNIFICANT_OTHER" }],
        living: { setting: "PARENTAL_HOME", state: "IA", address: home },
      },
      familyName(chance),
    );
    relationships.push({ from: "partner", to: "parent1", kind: "SIGNIFICANT_OTHER" });
  }

  if (second < 0.65)
    relationships.push({ from: "parent2", to: "parent1", kind: "SIGNIFICANT_OTHER" });
  const kin = chance.branch(`kin of ${name}, ${home}`);
  for (const [ref, of] of [
    ["grandparent1", "parent1"],
    ["grandparent2", "parent2"],
  ] as const) {
    // Grandparents who help are part of some families.
    if (!people.some((one) => one.ref === of) || !kin.happens(0.25)) continue;
    people.push({
      ref,
      given: givenName(kin, "FEMALE", used),
      family: kin.happens(0.6) ? name : familyName(kin),
      sex: "FEMALE",
      birthDate: addDays(addMonths(on, -12 * kin.whole(52, 74)), -kin.whole(0, 364)),
      birthDateKind: "EXACT",
      languages,
      role: "CARETAKER",
      bases: [{ basis: "CARETAKER", caretakerKind: "RELATIVE" }],
      living: { setting: "OTHER_HOME", state: "IA", address: address(kin) },
    });
    relationships.push({ from: ref, to: of, kind: "PARENT", parentKind: "BIOLOGICAL" });
  }

  const children = chance.pick([1, 1, 2, 2, 2, 3, 3, 4]);
  for (let index = 1; index <= children; index += 1) {
    const ref = `child${index}`;
    const sex: Sex = chance.happens(0.5) ? "FEMALE" : "MALE";
    // One family in twelve has a youth who turns 18 within the year.
    const months =
      index === 1 && chance.happens(0.08) ? 12 * 17 + chance.whole(1, 11) : chance.whole(2, 190);
    const marked =
      index === 1
        ? chance.pick(["ABUSE_VICTIM", "ABUSE_VICTIM", "CINA"] as const)
        : chance.pick(["ABUSE_VICTIM", "CINA", "SIBLING", "SIBLING", "IN_PLACEMENT"] as const);
    const away =
      marked === "IN_PLACEMENT"
        ? chance.pick(["KINSHIP", "FOSTER_FAMILY"] as const)
        : marked === "CINA" && chance.happens(0.55)
          ? chance.pick([
              "FOSTER_FAMILY",
              "FOSTER_FAMILY",
              "KINSHIP",
              "SHELTER",
              "PMIC",
              "GROUP_CARE",
            ] as const)
          : undefined;
    const state =
      away === "KINSHIP" && chance.happens(0.12) ? chance.pick(["IL", "NE", "MO"]) : "IA";
    people.push({
      ref,
      given: givenName(chance, sex, used),
      family: name,
      sex,
      birthDate: addDays(addMonths(on, -months), -chance.whole(0, 27)),
      birthDateKind: "EXACT",
      languages,
      role: "CHILD",
      bases: [
        marked === "ABUSE_VICTIM"
          ? { basis: marked, on: addDays(on, -chance.whole(5, 30)), meetsOpeningCriteria: true }
          : marked === "CINA"
            ? { basis: marked, on: addDays(on, -chance.whole(3, 40)) }
            : marked === "SIBLING"
              ? { basis: marked, siblingKind: chance.happens(0.7) ? "WHOLE" : "HALF" }
              : { basis: marked, on: addDays(on, -chance.whole(3, 40)) },
      ],
      living: {
        setting: away ?? "PARENTAL_HOME",
        state,
        address: away === undefined ? home : address(chance, state),
      },
    });
    relationships.push({ from: "parent1", to: ref, kind: "PARENT", parentKind: "BIOLOGICAL" });
    // Of a half sibling the other parent is not on record.
    if (second < 0.65 && !people.at(-1)?.bases?.some((basis) => basis.siblingKind === "HALF"))
      relationships.push({ from: "parent2", to: ref, kind: "PARENT", parentKind: "BIOLOGICAL" });
  }
  return {
    name,
    people: oldEnough(people, relationships),
    relationships,
    languages,
    interpreterNeeded: spanish && chance.happens(0.7),
  };
};

const YOUNGEST_PARENT_MONTHS = 12 * 18;

/** Whoever is too young to be the parent of a child on record is older by whole years; their own parents then too. */
const oldEnough = (
  people: readonly DraftPerson[],
  relationships: SampleFamily["relationships"],
): readonly DraftPerson[] => {
  const born = new Map(people.map((one) => [one.ref, one.birthDate]));
  const generations = ["child", "parent"];
  for (const generation of generations)
    for (const { from, to, kind } of relationships) {
      const [parent, child] = [born.get(from), born.get(to)];
      if (kind !== "PARENT" || !to.startsWith(generation) || !parent || !child) continue;
      const latest = addMonths(child, -YOUNGEST_PARENT_MONTHS);
      let day = parent;
      for (let years = 1; day > latest; years += 1) day = addMonths(parent, -12 * years);
      born.set(from, day);
    }
  return people.map((one) => {
    const birthDate = born.get(one.ref);
    return birthDate === undefined ? one : { ...one, birthDate };
  });
};
