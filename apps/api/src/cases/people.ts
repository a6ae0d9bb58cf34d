import type { OtherOpenCase, PersonDetails } from "@kinward/db/cases";
import type { CaseFile, Member } from "@kinward/domain/casefile";
import { ageOn, findInForce, type PersonId, type PlainDate } from "@kinward/domain/kernel";
import type { PersonView } from "@kinward/domain/views";

const recorded = (criteria: Member["criteria"]): PersonView["bases"] =>
  (criteria ?? []).map((basis) =>
    typeof basis === "string"
      ? { basis }
      : {
          basis: basis.basis,
          ...(basis.from === undefined ? {} : { from: basis.from }),
          ...(basis.to === undefined ? {} : { to: basis.to }),
          ...(basis.meetsOpeningCriteria === undefined
            ? {}
            : { meetsOpeningCriteria: basis.meetsOpeningCriteria }),
          ...(basis.siblingKind === undefined ? {} : { siblingKind: basis.siblingKind }),
          ...(basis.caretakerKind === undefined ? {} : { caretakerKind: basis.caretakerKind }),
        },
  );

/** The last day on which each person was seen face to face, whoever saw them. */
const lastSeen = (file: CaseFile): ReadonlyMap<PersonId, PlainDate> => {
  const seen = new Map<PersonId, PlainDate>();
  for (const contact of file.contacts)
    if (contact.mode === "FACE_TO_FACE")
      for (const person of contact.with)
        if ((seen.get(person) ?? "") < contact.date) seen.set(person, contact.date);
  return seen;
};

/** The roster of a case: who belongs to it, as what, and where they live. */
export const peopleOf = (
  file: CaseFile,
  details: ReadonlyMap<PersonId, PersonDetails>,
  today: PlainDate,
  others: readonly OtherOpenCase[] = [],
): readonly PersonView[] => {
  const seen = lastSeen(file);
  return file.members.map((member): PersonView => {
    const detail = details.get(member.id);
    const living = findInForce(member.living, today);
    const purpose = findInForce(member.purposes ?? [], today)?.purpose;
    const lastSeenOn = seen.get(member.id);
    const twice = others.filter((other) => other.personId === member.id);
    return {
      personId: member.id,
      name: detail?.name ?? member.name ?? "",
      role: member.role,
      bases: recorded(member.criteria),
      ...(member.dob === undefined
        ? {}
        : {
            birthDate: member.dob,
            age: Math.max(0, ageOn(member.dob, member.deceasedOn ?? today)),
          }),
      ...(detail?.birthDateKind === undefined ? {} : { birthDateKind: detail.birthDateKind }),
      ...(member.deceasedOn === undefined ? {} : { deceasedOn: member.deceasedOn }),
      languages: detail?.languages ?? [],
      ...(detail?.detailsConfirmed === false ? { detailsUnconfirmed: true } : {}),
      ...(member.joined === undefined ? {} : { memberFrom: member.joined }),
      ...(member.to === undefined ? {} : { memberTo: member.to }),
      ...(living === undefined
        ? {}
        : {
            living: {
              setting: living.setting,
              state: living.state ?? "IA",
              ...(detail?.address === undefined ? {} : { address: detail.address }),
              ...(living.from === undefined ? {} : { from: living.from }),
              confirmed: detail?.confirmed ?? true,
            },
          }),
      memberships: detail?.memberships ?? [],
      livingHistory: detail?.livingHistory ?? [],
      ...(twice.length === 0
        ? {}
        : {
            otherOpenCases: twice.map(({ caseId, number }) => ({
              ...(caseId && { caseId }),
              ...(number && { caseNumber: number }),
            })),
          }),
      ...(purpose === undefined ? {} : { purpose }),
      continuesPastMajority: member.continuesPastMajority ?? false,
      ...(lastSeenOn === undefined ? {} : { lastSeenOn }),
    };
  });
};

/** People as far as a day goes: what began later and what ended later is not said. */
export const peopleUntil = (
  people: readonly PersonView[],
  until: PlainDate | undefined,
): readonly PersonView[] => {
  if (until === undefined) return people;
  const begun = <
    T extends { readonly from?: PlainDate; readonly to?: PlainDate; readonly because?: unknown },
  >(
    terms: readonly T[],
  ): readonly T[] =>
    terms
      .filter(({ from }) => from === undefined || from <= until)
      .map((term) => {
        if (term.to === undefined || term.to <= until) return term;
        const { to: _, because: __, ...open } = term;
        return open as T;
      });
  return people.map((person) => ({
    ...person,
    memberships: begun(person.memberships),
    livingHistory: begun(person.livingHistory),
  }));
};
