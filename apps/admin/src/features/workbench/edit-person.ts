import type { BasisRecord, CaseFile, LivingSituation, Member } from "@kinward/domain/casefile";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type { LivingSetting, MemberBasis, MemberRole } from "@kinward/domain/people";
import { freeId, given, withList, withRow } from "./edit.ts";

/** People of the case on the workbench. */

export interface LivingValues {
  readonly setting: LivingSetting | undefined;
  readonly state: string;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}
export interface AbsenceValues {
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}
/** The bases whose days a rule reads: who is on the list of those to be seen first (DEC-09). */
export const DATED_BASES = ["ABUSE_VICTIM", "CINA"] as const;
export type DatedBasis = (typeof DATED_BASES)[number];
export type BasisDates = Readonly<Record<DatedBasis, AbsenceValues>>;

export interface PersonValues {
  name: string;
  role: MemberRole | undefined;
  dob: PlainDate | undefined;
  bases: readonly MemberBasis[];
  basisDates: BasisDates;
  pastMajority: boolean;
  joined: PlainDate | undefined;
  left: PlainDate | undefined;
  absences: readonly AbsenceValues[];
  died: PlainDate | undefined;
  living: readonly LivingValues[];
}

export const NO_LIVING: LivingValues = {
  setting: undefined,
  state: "",
  from: undefined,
  to: undefined,
};
export const NO_ABSENCE: AbsenceValues = { from: undefined, to: undefined };

const recordOf = (basis: MemberBasis | BasisRecord): BasisRecord =>
  typeof basis === "string" ? { basis } : basis;

export const nameOf = (member: Member): string => member.name ?? member.id;

export function personValues(member: Member | undefined): PersonValues {
  const criteria = (member?.criteria ?? []).map(recordOf);
  const datesOf = (basis: DatedBasis): AbsenceValues => {
    const record = criteria.find((entry) => entry.basis === basis);
    return { from: record?.from, to: record?.to };
  };
  return {
    name: member === undefined ? "" : nameOf(member),
    role: member?.role,
    dob: member?.dob,
    bases: criteria.map((entry) => entry.basis),
    basisDates: { ABUSE_VICTIM: datesOf("ABUSE_VICTIM"), CINA: datesOf("CINA") },
    pastMajority: member?.continuesPastMajority ?? false,
    joined: member?.joined,
    left: member?.to,
    absences: member?.absences ?? [],
    died: member?.deceasedOn,
    living: member?.living.map(({ setting, state = "", from, to }) => ({
      setting,
      state,
      from,
      to,
    })) ?? [NO_LIVING],
  };
}

const isDated = (basis: MemberBasis): basis is DatedBasis =>
  (DATED_BASES as readonly MemberBasis[]).includes(basis);

function criteriaOf(
  before: Member | undefined,
  { bases, basisDates }: PersonValues,
): readonly BasisRecord[] {
  const former = (before?.criteria ?? []).map(recordOf);
  return bases.map((basis) => {
    const { from, to, ...record } = former.find((entry) => entry.basis === basis) ?? { basis };
    return {
      ...record,
      ...given<Pick<BasisRecord, "from" | "to">>(isDated(basis) ? basisDates[basis] : { from, to }),
    };
  });
}

/** Adds a person, or replaces the one of the same id. */
export function withPerson(
  file: CaseFile,
  id: PersonId | undefined,
  values: PersonValues,
): CaseFile {
  const before = file.members.find((member) => member.id === id);
  const criteria = criteriaOf(before, values);
  const {
    dob: _d,
    joined: _j,
    to: _t,
    deceasedOn: _x,
    criteria: _c,
    absences: _a,
    continuesPastMajority: _p,
    ...kept
  } = before ?? {
    id: freeId(
      "p",
      file.members.map((member) => member.id),
    ) as PersonId,
  };
  const absences = (values.absences as NonNullable<Member["absences"]>).toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  );
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
    ...given<Omit<Member, "id" | "role" | "living">>({
      criteria: criteria.length === 0 ? undefined : criteria,
      dob: values.dob,
      joined: values.joined,
      to: values.left,
      absences: absences.length === 0 ? undefined : absences,
      deceasedOn: values.died,
      continuesPastMajority: values.role === "CHILD" && values.pastMajority ? true : undefined,
    }),
  } as Member;
  return { ...file, members: withRow(file.members, before, member) };
}

/** Takes a person out, with everything that is recorded of this person alone. */
export function withoutPerson(file: CaseFile, id: PersonId): CaseFile {
  const others = (people: readonly PersonId[]) => people.filter((person) => person !== id);
  const left: CaseFile = {
    ...file,
    members: file.members.filter((member) => member.id !== id),
    contacts: file.contacts.map((contact) => ({ ...contact, with: others(contact.with) })),
  };
  const { planFrequencies, tasksInput, householdChanges, terminationsOfRights } = file;
  const lists = {
    planFrequencies: planFrequencies?.filter((level) => level.member !== id),
    tasksInput: tasksInput
      ?.filter((task) => task.type !== "ICPC_COORDINATION" || task.member !== id)
      .map((task) =>
        task.type === "JOINT_MEETING" && task.with !== undefined
          ? { ...task, with: others(task.with) }
          : task,
      ),
    householdChanges: householdChanges?.filter((change) => change.person !== id),
    terminationsOfRights: terminationsOfRights?.filter(
      (ended) => ended.parent !== id && ended.child !== id,
    ),
  };
  return Object.entries(lists).reduce<CaseFile>(
    (kept, [key, list]) =>
      list === undefined ? kept : withList(kept, key as keyof CaseFile, list),
    left,
  );
}
