import type { PersonId } from "../kernel/ids.ts";
import { findInForce, inForceOn } from "../kernel/interval.ts";
import { ageOn, type PlainDate } from "../kernel/plain-date.ts";
import type { FamilyPerson, FamilyRelationship, FamilyStay } from "../views/family.ts";

/** Two people who are or were a couple or have a child together, or one parent whose partner is not on record. */
export interface Couple {
  readonly partners: readonly [PersonId] | readonly [PersonId, PersonId];
  /** The eldest first. */
  readonly children: readonly PersonId[];
  /** Recorded as a couple; otherwise all that is known is a child of both. */
  readonly recorded: boolean;
  /** Last day of the relationship, where it is recorded as ended. */
  readonly endedOn?: PlainDate;
}

/** The facts of a family that its drawing is made from. */
export interface FamilyFacts {
  readonly people: readonly FamilyPerson[];
  readonly relationships: readonly FamilyRelationship[];
}

const PARENTS: ReadonlySet<FamilyRelationship["kind"]> = new Set(["PARENT", "IDENTIFIED_FATHER"]);

/** A child has two parents in a drawing; a third on record is named in the list. */
const DRAWN_PARENTS = 2;

/** The parents of each child, those recorded as parents before a father who is only identified. */
export const parentsOf = ({
  people,
  relationships,
}: FamilyFacts): ReadonlyMap<PersonId, readonly PersonId[]> => {
  const known = new Set(people.map((person) => person.personId));
  const parents = new Map<PersonId, PersonId[]>();
  const recorded = relationships
    .filter((one) => PARENTS.has(one.kind) && known.has(one.personId))
    .toSorted((a, b) => Number(b.kind === "PARENT") - Number(a.kind === "PARENT"));
  for (const { personId, otherPersonId } of recorded) {
    const of = parents.get(otherPersonId) ?? [];
    if (known.has(otherPersonId) && !of.includes(personId))
      parents.set(otherPersonId, [...of, personId]);
  }
  // A whole sibling has the same parents, also where nobody wrote them down.
  for (const { personId, otherPersonId, kind, siblingKind } of relationships) {
    if (kind !== "SIBLING" || siblingKind !== "WHOLE") continue;
    const [one, other] = [parents.get(personId), parents.get(otherPersonId)];
    if (one === undefined && other !== undefined && known.has(personId))
      parents.set(personId, other);
    if (other === undefined && one !== undefined && known.has(otherPersonId))
      parents.set(otherPersonId, one);
  }
  return parents;
};

const homesOf = (person: FamilyPerson | undefined): ReadonlySet<string> =>
  new Set((person?.stays ?? []).map((stay) => stay.setting));

/** The pairs recorded as partners, a step-parent as the partner of the parent whose home they share. */
const partnersOf = (
  { people, relationships }: FamilyFacts,
  parents: ReadonlyMap<PersonId, readonly PersonId[]>,
): readonly { readonly pair: readonly [PersonId, PersonId]; readonly to?: PlainDate }[] => {
  const byId = new Map(people.map((person) => [person.personId, person]));
  return relationships.flatMap(({ personId, otherPersonId, kind, to }) => {
    const [person, other] = [byId.get(personId), byId.get(otherPersonId)];
    if (person === undefined || other === undefined) return [];
    const ofAChild = other.role === "CHILD" && person.role !== "CHILD";
    if (kind === "SIGNIFICANT_OTHER" && !ofAChild)
      return { pair: [personId, otherPersonId] as const, ...(to === undefined ? {} : { to }) };
    if (kind !== "STEP_PARENT" && kind !== "SIGNIFICANT_OTHER") return [];
    const candidates = (parents.get(otherPersonId) ?? []).filter((id) => id !== personId);
    const homes = homesOf(person);
    const shared = candidates.find((id) =>
      [...homesOf(byId.get(id))].some((home) => homes.has(home)),
    );
    const partner = shared ?? candidates[0];
    return partner === undefined
      ? []
      : { pair: [personId, partner] as const, ...(to === undefined ? {} : { to }) };
  });
};

/** Everyone who is drawn with a line between them: parents of a child, and couples. */
export const couplesOf = (facts: FamilyFacts): readonly Couple[] => {
  const parents = parentsOf(facts);
  const born = new Map(facts.people.map((person) => [person.personId, person.birthDate ?? ""]));
  const couples = new Map<
    string,
    { partners: Couple["partners"]; children: PersonId[]; ends: (PlainDate | undefined)[] }
  >();
  const of = (partners: readonly PersonId[]) => {
    const key = partners.toSorted().join(" ");
    const couple = couples.get(key) ?? { partners: partners as never, children: [], ends: [] };
    couples.set(key, couple);
    return couple;
  };
  for (const { personId } of facts.people) {
    const drawn = (parents.get(personId) ?? []).slice(0, DRAWN_PARENTS);
    if (drawn.length > 0) of(drawn).children.push(personId);
  }
  for (const { pair, to } of partnersOf(facts, parents)) of(pair).ends.push(to);
  return [...couples.values()].map(({ partners, children, ends }) => {
    const over = ends.length > 0 && ends.every((to) => to !== undefined);
    const last = ends.reduce((a, b) => ((a ?? "") < (b ?? "") ? b : a), undefined);
    return {
      partners,
      children: children.toSorted((a, b) => ((born.get(a) ?? "") < (born.get(b) ?? "") ? -1 : 1)),
      recorded: ends.length > 0,
      ...(over && last !== undefined ? { endedOn: last } : {}),
    };
  });
};

/** Someone of the family on a day. */
export interface FamilyMemberOn {
  readonly personId: PersonId;
  readonly stay?: FamilyStay;
  /** Years; absent where the birth date is unknown, or to come. */
  readonly age?: number;
  readonly isUnborn: boolean;
  readonly isDead: boolean;
  readonly isMember: boolean;
}

/** Where everyone lived on a day, how old they were, and who belonged to the case. */
export const familyOn = (
  people: readonly FamilyPerson[],
  day: PlainDate,
): ReadonlyMap<PersonId, FamilyMemberOn> =>
  new Map(
    people.map((person): [PersonId, FamilyMemberOn] => {
      const { personId, birthDate, deceasedOn, memberFrom, memberTo } = person;
      const stay = findInForce(person.stays, day);
      const isDead = deceasedOn !== undefined && deceasedOn <= day;
      const isUnborn = birthDate !== undefined && day < birthDate;
      return [
        personId,
        {
          personId,
          ...(stay === undefined || isDead ? {} : { stay }),
          ...(birthDate === undefined || isUnborn
            ? {}
            : { age: ageOn(birthDate, isDead ? deceasedOn : day) }),
          isUnborn,
          isDead,
          isMember:
            !isDead &&
            inForceOn(
              {
                ...(memberFrom === undefined ? {} : { from: memberFrom }),
                ...(memberTo === undefined ? {} : { to: memberTo }),
              },
              day,
            ),
        },
      ];
    }),
  );

/** People who live together on a day. */
export interface Household {
  readonly id: string;
  readonly setting: FamilyStay["setting"];
  readonly people: readonly PersonId[];
}

/**
 * The households of a day: the parental home, which a case has once, and every other place where two or more of the
 * family live at one address.
 */
export const householdsOn = (
  people: readonly FamilyPerson[],
  day: PlainDate,
): readonly Household[] => {
  const households = new Map<string, { setting: FamilyStay["setting"]; people: PersonId[] }>();
  for (const { personId, stay } of familyOn(people, day).values()) {
    if (stay === undefined) continue;
    const id =
      stay.setting === "PARENTAL_HOME"
        ? "PARENTAL_HOME"
        : stay.place === undefined
          ? undefined
          : `place ${stay.place}`;
    if (id === undefined) continue;
    const household = households.get(id) ?? { setting: stay.setting, people: [] };
    household.people.push(personId);
    households.set(id, household);
  }
  return [...households]
    .filter(([id, household]) => id === "PARENTAL_HOME" || household.people.length > 1)
    .map(([id, household]) => ({ id, ...household }));
};
