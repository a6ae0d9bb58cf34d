import type {
  BasisRecord,
  CaseFile,
  Contact,
  Frequency,
  LivingSituation,
  Member,
  PersonFrequency,
} from "@kinward/domain/casefile";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type { ContactMode, LivingSetting, MemberBasis, MemberRole } from "@kinward/domain/people";

/** Changes of the case on the workbench: each gives a new case file and leaves what it does not name as it is. */

export const EMPTY_CASE: CaseFile = { members: [], contacts: [] };

/** Leaves out keys without a value. */
const given = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** An id that none of the others has: "p3". */
const freeId = (letter: string, taken: readonly string[]): string => {
  for (let n = taken.length + 1; ; n += 1)
    if (!taken.includes(`${letter}${n}`)) return `${letter}${n}`;
};

export interface Service {
  readonly effectiveDate: PlainDate | undefined;
  readonly lastServiceDay: PlainDate | undefined;
}

/** The dates of the only episode; undefined where there are several, which the workbench keeps as they are. */
export function serviceOf(file: CaseFile): Service | undefined {
  if (file.episodes === undefined || file.episodes.length === 0)
    return {
      effectiveDate: file.effectiveDate,
      lastServiceDay:
        file.serviceTerminationDate ??
        file.terminationDate ??
        file.terminatedOn ??
        file.lastServiceDay,
    };
  const [only, ...more] = file.episodes;
  return only === undefined || more.length > 0
    ? undefined
    : { effectiveDate: only.effectiveDate, lastServiceDay: only.lastServiceDay };
}

export function withService(file: CaseFile, { effectiveDate, lastServiceDay }: Service): CaseFile {
  const [only] = file.episodes ?? [];
  if (only !== undefined) {
    const { lastServiceDay: _, ...rest } = only;
    return {
      ...file,
      episodes: [
        {
          ...rest,
          effectiveDate: effectiveDate ?? rest.effectiveDate,
          ...(lastServiceDay === undefined ? {} : { lastServiceDay }),
        },
      ],
    };
  }
  const {
    effectiveDate: _e,
    serviceTerminationDate: _s,
    terminationDate: _t,
    terminatedOn: _o,
    lastServiceDay: _l,
    ...rest
  } = file;
  return {
    ...rest,
    ...(effectiveDate === undefined ? {} : { effectiveDate }),
    ...(lastServiceDay === undefined ? {} : { lastServiceDay }),
  };
}

/** Whether the first day of a care coordinator can be typed: the case names none in full (EXP-3). */
export const typesCoordinator = (file: CaseFile): boolean =>
  file.careCoordinator === undefined && (file.episodes ?? []).length === 0;

export function withCoordinator(file: CaseFile, from: PlainDate | undefined): CaseFile {
  const { careCoordinatorAssignedOn: _, ...rest } = file;
  return from === undefined ? rest : { ...rest, careCoordinatorAssignedOn: from };
}

// People.

export interface LivingValues {
  readonly setting: LivingSetting | undefined;
  readonly state: string;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}
export interface PersonValues {
  name: string;
  role: MemberRole | undefined;
  dob: PlainDate | undefined;
  bases: readonly MemberBasis[];
  cinaFrom: PlainDate | undefined;
  joined: PlainDate | undefined;
  left: PlainDate | undefined;
  died: PlainDate | undefined;
  living: readonly LivingValues[];
}

export const NO_LIVING: LivingValues = {
  setting: undefined,
  state: "",
  from: undefined,
  to: undefined,
};

const recordOf = (basis: MemberBasis | BasisRecord): BasisRecord =>
  typeof basis === "string" ? { basis } : basis;

export function personValues(member: Member | undefined): PersonValues {
  const criteria = (member?.criteria ?? []).map(recordOf);
  return {
    name: member === undefined ? "" : nameOf(member),
    role: member?.role,
    dob: member?.dob,
    bases: criteria.map((entry) => entry.basis),
    cinaFrom: criteria.find((entry) => entry.basis === "CINA")?.from,
    joined: member?.joined,
    left: member?.to,
    died: member?.deceasedOn,
    living: member?.living.map(({ setting, state = "", from, to }) => ({
      setting,
      state,
      from,
      to,
    })) ?? [NO_LIVING],
  };
}

export const nameOf = (member: Member): string => member.name ?? member.id;

/** Adds a person, or replaces the one of the same id. */
export function withPerson(
  file: CaseFile,
  id: PersonId | undefined,
  values: PersonValues,
): CaseFile {
  const before = file.members.find((member) => member.id === id);
  const former = (before?.criteria ?? []).map(recordOf);
  const criteria = values.bases.map((basis): BasisRecord => {
    const { from, ...record } = former.find((entry) => entry.basis === basis) ?? { basis };
    const day = basis === "CINA" ? values.cinaFrom : from;
    return { ...record, ...(day === undefined ? {} : { from: day }) };
  });
  const {
    dob: _d,
    joined: _j,
    to: _t,
    deceasedOn: _x,
    criteria: _c,
    ...kept
  } = before ?? {
    id: freeId(
      "p",
      file.members.map((member) => member.id),
    ) as PersonId,
  };
  const member = {
    ...kept,
    name: values.name.trim(),
    role: values.role as MemberRole,
    living: values.living.map(({ setting, state, from, to }) =>
      given<LivingSituation>({
        setting: setting as LivingSetting,
        state: state.trim() === "" ? undefined : state.trim().toUpperCase(),
        from,
        to,
      }),
    ),
    ...(criteria.length === 0 ? {} : { criteria }),
    ...given<Pick<Member, "dob" | "joined" | "to" | "deceasedOn">>({
      dob: values.dob,
      joined: values.joined,
      to: values.left,
      deceasedOn: values.died,
    }),
  } as Member;
  return {
    ...file,
    members:
      before === undefined
        ? [...file.members, member]
        : file.members.map((one) => (one === before ? member : one)),
  };
}

/** Takes a person out, and out of contacts and levels. */
export function withoutPerson(file: CaseFile, id: PersonId): CaseFile {
  const { planFrequencies = [], ...rest } = file;
  const levels = planFrequencies.filter((level) => level.member !== id);
  return {
    ...rest,
    members: file.members.filter((member) => member.id !== id),
    contacts: file.contacts.map((contact) => ({
      ...contact,
      with: contact.with.filter((person) => person !== id),
    })),
    ...(levels.length === 0 ? {} : { planFrequencies: levels }),
  };
}

// Contacts.

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
