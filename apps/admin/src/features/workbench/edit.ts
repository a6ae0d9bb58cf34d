import type { CaseFile, Contact, Frequency, PersonFrequency } from "@kinward/domain/casefile";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type { ContactMode } from "@kinward/domain/people";

/** Changes of the case on the workbench: each gives a new case file and leaves what it does not name as it is. */

export const EMPTY_CASE: CaseFile = { members: [], contacts: [] };

/** Leaves out keys without a value. */
export const given = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** An id that none of the others has: "p3". */
export const freeId = (letter: string, taken: readonly string[]): string => {
  for (let n = taken.length + 1; ; n += 1)
    if (!taken.includes(`${letter}${n}`)) return `${letter}${n}`;
};

/** The list with a row added, or with the former one replaced. */
export const withRow = <T>(list: readonly T[], before: T | undefined, row: T): readonly T[] =>
  before === undefined ? [...list, row] : list.map((one) => (one === before ? row : one));

/** The case with a list, and without its key where nothing is in it. */
export const withList = <K extends keyof CaseFile>(
  file: CaseFile,
  key: K,
  list: readonly unknown[],
): CaseFile => {
  const { [key]: _, ...rest } = file;
  return (list.length === 0 ? rest : { ...rest, [key]: list }) as CaseFile;
};

export interface ContactValues {
  date: PlainDate | undefined;
  mode: ContactMode | undefined;
  who: readonly string[];
  by: NonNullable<Contact["by"]> | undefined;
}

export const contactValues = (contact: Contact | undefined): ContactValues => ({
  date: contact?.date,
  mode: contact?.mode,
  who: contact?.with ?? [],
  by: contact?.by,
});

export function withContact(
  file: CaseFile,
  before: Contact | undefined,
  { date, mode, who, by }: ContactValues,
): CaseFile {
  const { by: _b, ...kept } = before ?? {
    id: freeId(
      "c",
      file.contacts.map((contact) => contact.id),
    ) as Contact["id"],
  };
  const contact = {
    ...kept,
    date: date as PlainDate,
    mode: mode as ContactMode,
    with: who as readonly PersonId[],
    ...(by === undefined ? {} : { by }),
  } as Contact;
  const others = file.contacts.filter((one) => one !== before);
  return {
    ...file,
    contacts: [...others, contact].toSorted((a, b) =>
      a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
    ),
  };
}

// Levels of contact: of the family and of single people.

export type Level = Frequency | PersonFrequency;

export const levelsOf = (file: CaseFile): readonly Level[] => [
  ...(file.familyPlanFrequency === undefined
    ? []
    : Array.isArray(file.familyPlanFrequency)
      ? (file.familyPlanFrequency as readonly Frequency[])
      : [file.familyPlanFrequency as Frequency]),
  ...(file.planFrequencies ?? []),
];

export function withLevels(file: CaseFile, levels: readonly Level[]): CaseFile {
  const { familyPlanFrequency: _f, planFrequencies: _p, ...rest } = file;
  const people = levels.filter((level): level is PersonFrequency => "member" in level);
  const family = levels.filter((level) => !("member" in level));
  return {
    ...rest,
    ...(family.length === 0 ? {} : { familyPlanFrequency: family }),
    ...(people.length === 0 ? {} : { planFrequencies: people }),
  };
}
