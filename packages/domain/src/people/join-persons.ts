import { daysBetween } from "../kernel/plain-date.ts";
import { type Match, scoreMatch } from "./match.ts";
import { NAME_PARTS, type Person, type PersonName } from "./person.ts";

/** What two records about one person may say differently. */
export const PERSON_FIELDS = [
  "given",
  "middle",
  "family",
  "suffix",
  "preferred",
  "birthDate",
  "deceasedOn",
  "sex",
  "phone",
  "email",
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** A person as recorded, with how to reach them. */
export interface RecordedPerson extends Person {
  readonly phone?: string;
  readonly email?: string;
}

export const RECORD_SIDES = ["KEPT", "MERGED"] as const;
/** The record that stays, or the one that is joined to it. */
export type RecordSide = (typeof RECORD_SIDES)[number];
export type FieldChoices = Readonly<Partial<Record<PersonField, RecordSide>>>;

/** The fields on which both say something, and not the same. Somebody has to say which is right. */
export const differingFields = (a: RecordedPerson, b: RecordedPerson): readonly PersonField[] =>
  PERSON_FIELDS.filter((field) => {
    const [left, right] = [valueOf(a, field), valueOf(b, field)];
    return left !== undefined && right !== undefined && left !== right;
  });

/** A birth date is one value with how sure it is. */
const valueOf = (person: RecordedPerson, field: PersonField): string | undefined => {
  const value = person[field];
  if (value === undefined || value === "") return undefined;
  return field === "birthDate" ? `${value} ${person.birthDateKind ?? "EXACT"}` : value;
};

/**
 * One record out of two: what only one of them knows is taken over, what both know differently comes from the chosen
 * side, and the name that was not chosen stays as another name, so that the person is still found by it.
 */
export const joinPersons = (
  kept: RecordedPerson,
  merged: RecordedPerson,
  choices: FieldChoices,
): RecordedPerson => {
  const joined: Record<string, unknown> = { id: kept.id };
  for (const field of PERSON_FIELDS) {
    const knows = (person: RecordedPerson) => valueOf(person, field) !== undefined;
    const source =
      knows(kept) && knows(merged)
        ? choices[field] === "MERGED"
          ? merged
          : kept
        : knows(merged)
          ? merged
          : kept;
    if (knows(source)) joined[field] = source[field];
    if (field === "birthDate" && source.birthDateKind !== undefined)
      joined["birthDateKind"] = source.birthDateKind;
  }
  const person = joined as unknown as RecordedPerson;
  const shown = new Set([spelling(person)]);
  const otherNames = [
    ...(kept.otherNames ?? []),
    nameOf(kept),
    nameOf(merged),
    ...(merged.otherNames ?? []),
  ].filter((name) => {
    const key = spelling(name);
    if (key === "" || shown.has(key)) return false;
    shown.add(key);
    return true;
  });
  return {
    ...person,
    languages: [...new Set([...kept.languages, ...merged.languages])],
    ...(otherNames.length > 0 && { otherNames }),
  };
};

const nameOf = (person: PersonName): PersonName =>
  Object.fromEntries(
    NAME_PARTS.flatMap((part) => {
      const value = person[part];
      return value === undefined || value === "" ? [] : [[part, value]];
    }),
  );

const spelling = (name: PersonName): string => {
  const parts = NAME_PARTS.map((part) => name[part] ?? "");
  return parts.every((part) => part === "") ? "" : parts.join("|");
};

/** Below this it is a resemblance that many people have. */
const LIKELY = 60;
const YEAR = 366;

/**
 * Whether two records may be about one person, as a search for the one would find the other. A birth date that is far
 * off, or a day of death, speaks against it; without a birth date on both sides the names have to fit closely.
 */
export const scoreDuplicate = (a: Person, b: Person): Match | undefined => {
  if (a.id === b.id) return undefined;
  const [one, other] = [scoreAs(a, b), scoreAs(b, a)];
  const match = one === undefined || (other !== undefined && other.score > one.score) ? other : one;
  if (match === undefined || match.score < LIKELY) return undefined;
  if (a.birthDate === undefined || b.birthDate === undefined)
    return match.score >= CLOSE_NAME ? match : undefined;
  return Math.abs(daysBetween(a.birthDate, b.birthDate)) > YEAR ? undefined : match;
};

/** Of a name alone: no word of it more than a nickname or a sound away. */
const CLOSE_NAME = 70;

const scoreAs = (asked: Person, known: Person): Match | undefined => {
  const { given, family, birthDate } = asked;
  if (given === undefined || family === undefined) return undefined;
  return scoreMatch({ given, family, ...(birthDate && { birthDate }) }, known);
};
