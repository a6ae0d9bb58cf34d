import type { EpochDay } from "../../kernel/plain-date.ts";
import type { CountedContact, PersonFacts } from "../facts/case-facts.ts";

/** The first contact with a person from one day through another; of one day the one with the lowest id. */
export const firstSeen = (
  person: PersonFacts,
  from: EpochDay,
  through: EpochDay,
): CountedContact | undefined => {
  for (const contact of person.seen)
    if (contact.day >= from) return contact.day <= through ? contact : undefined;
  return undefined;
};

/** The contact that made the n-th different date in a window with any of the people seen. */
export const nthDate = (
  people: readonly PersonFacts[],
  n: number,
  from: EpochDay,
  through: EpochDay,
): CountedContact | undefined => {
  const only = people.length === 1 ? people[0] : undefined;
  if (only) return nthDateOf(only, n, from, through);
  const days = new Set<EpochDay>();
  for (const person of people)
    for (const contact of person.seen)
      if (contact.day >= from && contact.day <= through) days.add(contact.day);
  const day = [...days].sort((a, b) => a - b)[n - 1];
  return day === undefined ? undefined : anySeenOn(people, day);
};

const nthDateOf = (
  person: PersonFacts,
  n: number,
  from: EpochDay,
  through: EpochDay,
): CountedContact | undefined => {
  let left = n;
  let last = from - 1;
  for (const contact of person.seen) {
    if (contact.day > through) return undefined;
    if (contact.day <= last) continue;
    last = contact.day;
    if (--left === 0) return contact;
  }
  return undefined;
};

/** Different dates in a window with any of the people seen. */
export const datesSeen = (
  people: readonly PersonFacts[],
  from: EpochDay,
  through: EpochDay,
): number => {
  const days = new Set<EpochDay>();
  for (const person of people)
    for (const contact of person.seen)
      if (contact.day >= from && contact.day <= through) days.add(contact.day);
  return days.size;
};

/** The contact of a day with the lowest id that saw any of the people. */
export const anySeenOn = (
  people: readonly PersonFacts[],
  day: EpochDay,
): CountedContact | undefined => {
  let found: CountedContact | undefined;
  for (const person of people) {
    const contact = person.seen.find((seen) => seen.day === day);
    if (contact && (!found || contact.order < found.order)) found = contact;
  }
  return found;
};
