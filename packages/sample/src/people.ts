import type { ReferredMember } from "@kinward/domain/assignment";
import type { CaseId, PersonId } from "@kinward/domain/kernel";
import { nameKeys } from "@kinward/domain/people";
import type { IdMaker } from "./random.ts";
import type { Known, Rows } from "./rows.ts";

/** Writes the people of a new case: who they are, what they are in the case, where they live. */
export const addPeople = (
  rows: Rows,
  id: IdMaker,
  caseId: CaseId,
  members: readonly ReferredMember[],
  known: Known,
): ReadonlyMap<string, PersonId> => {
  const people = new Map<string, PersonId>();
  members.forEach((member, position) => {
    const personId = id<PersonId>(known.knownFrom);
    people.set(member.ref, personId);
    rows.add("person", {
      personId,
      given: member.given ?? "",
      family: member.family ?? "",
      birthDate: member.birthDate ?? null,
      birthDateKind: member.birthDateKind ?? null,
      sex: member.sex ?? null,
      languages: member.languages ?? [],
      ...known,
    });
    for (const { kind, part, key } of nameKeys({
      given: member.given ?? "",
      family: member.family ?? "",
    }))
      rows.add("personNameKey", { personId, kind, part, key });
    rows.add("member", {
      memberId: id(known.knownFrom),
      caseId,
      personId,
      role: member.role,
      position,
      continuesPastMajority: member.continuesPastMajority ?? false,
      ...known,
    });
    for (const basis of member.bases ?? [])
      if (basis.basis !== undefined)
        rows.add("memberBasis", {
          memberBasisId: id(known.knownFrom),
          caseId,
          personId,
          basis: basis.basis,
          fromOn: basis.on ?? null,
          meetsOpeningCriteria: basis.meetsOpeningCriteria ?? null,
          siblingKind: basis.siblingKind ?? null,
          caretakerKind: basis.caretakerKind ?? null,
          ...known,
        });
    if (member.living?.setting !== undefined)
      rows.add("livingSituation", {
        livingSituationId: id(known.knownFrom),
        caseId,
        personId,
        setting: member.living.setting,
        state: member.living.state ?? "IA",
        address: member.living.address ?? null,
        fromOn: member.living.from ?? null,
        ...known,
      });
  });
  return people;
};
