import type { PersonId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { type FamilyFacts, couplesOf, parentsOf } from "./family.ts";

/** What someone is to another, as far as the record says it. */
export type Kinship =
  | "PARENT"
  | "CHILD"
  | "SIBLING"
  | "HALF_SIBLING"
  | "STEP_SIBLING"
  | "PARTNER"
  | "FORMER_PARTNER"
  | "OTHER_PARENT"
  | "STEP_PARENT"
  | "STEP_CHILD"
  | "GRANDPARENT"
  | "GRANDCHILD"
  | "AUNT_OR_UNCLE"
  | "NIECE_OR_NEPHEW"
  | "IDENTIFIED_FATHER"
  | "RELATIVE"
  | "LEGAL_GUARDIAN"
  | "OTHER";

const none: readonly PersonId[] = [];

/**
 * What everyone of a family is to one of them on a day (today where none is given). Who has no recorded or derived tie
 * is not in the answer.
 */
export const kinshipTo = (
  facts: FamilyFacts,
  self: PersonId,
  on?: PlainDate,
): ReadonlyMap<PersonId, Kinship> => {
  const parents = parentsOf(facts);
  const of = (id: PersonId) => parents.get(id) ?? none;
  const childrenOf = (id: PersonId) =>
    [...parents].filter(([, theirs]) => theirs.includes(id)).map(([child]) => child);
  const couples = couplesOf(facts);
  const partners = (id: PersonId) =>
    couples.flatMap((couple) =>
      couple.partners.length === 2 && couple.partners.some((one) => one === id)
        ? [{ id: couple.partners.find((one) => one !== id) as PersonId, couple }]
        : [],
    );
  const found = new Map<PersonId, Kinship>();
  const say = (id: PersonId, kin: Kinship): void => {
    if (id !== self && !found.has(id)) found.set(id, kin);
  };

  for (const { personId, otherPersonId, kind } of facts.relationships)
    if (kind === "IDENTIFIED_FATHER" && otherPersonId === self) say(personId, "IDENTIFIED_FATHER");
  for (const id of of(self)) say(id, "PARENT");
  for (const id of childrenOf(self)) say(id, "CHILD");
  for (const sibling of of(self).flatMap(childrenOf)) {
    const [mine, theirs] = [of(self), of(sibling)];
    const shared = mine.filter((id) => theirs.includes(id)).length;
    say(sibling, shared === Math.max(mine.length, theirs.length) ? "SIBLING" : "HALF_SIBLING");
  }
  for (const { personId, otherPersonId, kind, siblingKind } of facts.relationships) {
    if (kind !== "SIBLING" || (personId !== self && otherPersonId !== self)) continue;
    say(
      personId === self ? otherPersonId : personId,
      siblingKind === "HALF" ? "HALF_SIBLING" : siblingKind === "STEP" ? "STEP_SIBLING" : "SIBLING",
    );
  }
  for (const { id, couple } of partners(self)) {
    const over = couple.endedOn !== undefined && (on === undefined || couple.endedOn < on);
    say(id, over ? "FORMER_PARTNER" : couple.recorded ? "PARTNER" : "OTHER_PARENT");
  }
  for (const { personId, otherPersonId, kind } of facts.relationships) {
    if (kind !== "STEP_PARENT") continue;
    if (otherPersonId === self) say(personId, "STEP_PARENT");
    if (personId === self) say(otherPersonId, "STEP_CHILD");
  }
  for (const id of of(self).flatMap(of)) say(id, "GRANDPARENT");
  for (const id of childrenOf(self).flatMap(childrenOf)) say(id, "GRANDCHILD");
  for (const id of of(self).flatMap(of).flatMap(childrenOf)) say(id, "AUNT_OR_UNCLE");
  for (const id of of(self).flatMap(childrenOf).flatMap(childrenOf)) say(id, "NIECE_OR_NEPHEW");
  for (const { personId, otherPersonId, kind } of facts.relationships) {
    if (kind === "LEGAL_GUARDIAN" || kind === "OTHER" || kind === "RELATIVE") {
      if (otherPersonId === self) say(personId, kind);
      // Of a guardian the other one is a ward, which the record does not name otherwise.
      if (personId === self) say(otherPersonId, kind === "RELATIVE" ? "RELATIVE" : "OTHER");
    }
  }
  return found;
};
