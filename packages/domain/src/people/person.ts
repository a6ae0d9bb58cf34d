import type { PersonId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

export const BIRTH_DATE_KINDS = ["EXACT", "ESTIMATED", "EXPECTED"] as const;
export type BirthDateKind = (typeof BIRTH_DATE_KINDS)[number];

export const SEXES = ["FEMALE", "MALE", "OTHER"] as const;
export type Sex = (typeof SEXES)[number];

/** The parts of a name as the person writes them. Any part may be unknown. */
export interface PersonName {
  readonly given?: string;
  readonly middle?: string;
  readonly family?: string;
  readonly suffix?: string;
  /** What the person is called. */
  readonly preferred?: string;
}

export const NAME_PARTS = ["given", "middle", "family", "suffix", "preferred"] as const;

/** Who someone is. What concerns a case, membership, living situation, relationships, is recorded in the case. */
export interface Person extends PersonName {
  readonly id: PersonId;
  /** Former names, names at birth, other spellings. */
  readonly otherNames?: readonly PersonName[];
  readonly birthDate?: PlainDate;
  readonly birthDateKind?: BirthDateKind;
  readonly deceasedOn?: PlainDate;
  /** Language tags, for example `en`, `es`, `so`. */
  readonly languages: readonly string[];
  readonly sex?: Sex;
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part.trim() !== "").join(" ");

/** The name as shown: what the person is called before what is on paper. Empty where nothing is known. */
export const displayName = (name: PersonName): string =>
  joined(name.preferred ?? name.given, name.family, name.suffix);

/** The full name of documents. */
export const fullName = (name: PersonName): string =>
  joined(name.given, name.middle, name.family, name.suffix);

/** Family name first, as lists sort it. */
export const sortName = (name: PersonName): string => {
  const rest = joined(name.given, name.middle);
  return [name.family, rest].filter((part) => part !== undefined && part !== "").join(", ");
};

/**
 * The name under which a family is shown: the family names of the children, the most frequent first, at most two; of
 * the parents where no child has one.
 */
export const familyDisplayName = (
  members: readonly (Pick<PersonName, "family"> & { readonly role: string })[],
): string | undefined => {
  const namesOf = (roles: readonly string[]): readonly string[] => {
    const counts = new Map<string, number>();
    for (const member of members) {
      const family = member.family?.trim();
      if (family !== undefined && family !== "" && roles.includes(member.role))
        counts.set(family, (counts.get(family) ?? 0) + 1);
    }
    // Sorting is stable, so names of equal frequency keep the order of the members.
    return [...counts].toSorted((a, b) => b[1] - a[1]).map(([family]) => family);
  };
  const names = [["CHILD"], ["PARENT"], ["STEP_PARENT", "CARETAKER"]]
    .map(namesOf)
    .find((found) => found.length > 0);
  return names?.slice(0, 2).join(" / ");
};
