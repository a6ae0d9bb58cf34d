import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import type { Member } from "./case-file.ts";

/**
 * Someone who left the case and came back is one member with an absence, however often that was. The place in the list is
 * that of the first membership; what else is said of the person, the last one says.
 */
export const joinMemberships = (memberships: readonly Member[]): readonly Member[] => {
  const ids = new Set(memberships.map(({ id }) => id));
  if (ids.size === memberships.length) return memberships;
  return [...ids].map((id) => {
    const own = memberships
      .filter((one) => one.id === id)
      .toSorted((a, b) => ((a.joined ?? "") < (b.joined ?? "") ? -1 : 1));
    const [first, last] = [own[0] as Member, own.at(-1) as Member];
    if (first === last) return first;
    const absences = own.slice(1).flatMap((next, index) => {
      const left = own[index]?.to;
      if (left === undefined || next.joined === undefined) return [];
      const absence = { from: addDays(left, 1), to: addDays(next.joined, -1) };
      return absence.from <= absence.to ? [absence] : [];
    });
    const { joined: _, absences: __, ...rest } = last;
    return { ...rest, ...joinedOn(first.joined), ...(absences.length > 0 && { absences }) };
  });
};

const joinedOn = (joined: PlainDate | undefined) => (joined === undefined ? {} : { joined });
