import { couplesOf, type Couple, type FamilyFacts } from "@kinward/domain/people";
import type { LayoutFamily } from "./types.ts";

/** What the layout draws of a family: its couples, and for whoever has no line a person of the same row. */
export function layoutFamilyOf(
  facts: FamilyFacts,
  couples: readonly Couple[] = couplesOf(facts),
): LayoutFamily {
  const { people, relationships } = facts;
  const bound = new Set<string>(couples.flatMap((one) => [...one.partners, ...one.children]));
  const peerOf = (id: string, isChild: boolean): string | undefined => {
    const sibling = relationships.find(
      (one) => one.kind === "SIBLING" && (one.personId === id || one.otherPersonId === id),
    );
    if (sibling !== undefined)
      return sibling.personId === id ? sibling.otherPersonId : sibling.personId;
    return people.find((other) => bound.has(other.personId) && (other.role === "CHILD") === isChild)
      ?.personId;
  };
  const known = new Set<string>(people.map((person) => person.personId));
  return {
    people: people.map((person) => ({ id: person.personId, isMale: person.sex === "MALE" })),
    couples,
    peers: people.flatMap(({ personId, role }): LayoutFamily["peers"] => {
      if (bound.has(personId)) return [];
      const peer = peerOf(personId, role === "CHILD");
      return peer === undefined || !known.has(peer) ? [] : [[personId, peer]];
    }),
    lower: people
      .filter(({ personId, role }) => role === "CHILD" && !bound.has(personId))
      .map((person) => person.personId),
  };
}
