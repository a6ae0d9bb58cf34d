import type { ReferredMember } from "@kinward/domain/assignment";
import type { Member } from "@kinward/domain/casefile";
import {
  addDays,
  type CaseId,
  findInForce,
  type PersonId,
  type PlainDate,
} from "@kinward/domain/kernel";
import type { Person, PersonName } from "@kinward/domain/people";
import type { Insertable } from "kysely";
import type { Trx } from "../core/client.ts";
import { insertRows } from "../core/insert-rows.ts";
import { newId } from "../core/values.ts";
import { rowsOfPeople } from "../people/write-person.ts";
import type { Tables } from "../schema/tables.generated.ts";

/** The case to which people of a form are added. */
export interface Household {
  readonly caseId: CaseId;
  /** Who is in the case already. */
  readonly members: readonly Member[];
  /** First day of what the form says, for people who are in the case already and for who joins a running one. */
  readonly from: PlainDate;
}

type Rows = {
  readonly [Table in "member" | "memberBasis" | "memberPurpose" | "livingSituation"]: Insertable<
    Tables[Table]
  >[];
};

/**
 * Writes the people of a form into a case: newcomers become members; of people who are members already only what is
 * new is added, and what it replaces ends the day before.
 * @returns the person of each `ref` of the form
 */
export async function writeMembers(
  trx: Trx,
  household: Household,
  people: readonly ReferredMember[],
): Promise<ReadonlyMap<string, PersonId>> {
  const ids = new Map(people.map((one) => [one.ref, one.personId ?? newId<PersonId>()]));
  const newPeople = people.flatMap((one) =>
    one.personId === undefined ? [personOf(one, ids.get(one.ref) as PersonId)] : [],
  );
  const rows: Rows = { member: [], memberBasis: [], memberPurpose: [], livingSituation: [] };
  for (const [index, one] of people.entries()) {
    const personId = ids.get(one.ref) as PersonId;
    const already = household.members.find((member) => member.id === personId);
    if (already === undefined) addNewcomer(rows, household, personId, one, index);
    else await addNews(trx, rows, household, already, one);
  }
  await insertRows(trx, { ...rowsOfPeople(newPeople), ...rows });
  return ids;
}

function personOf(one: ReferredMember, id: PersonId): Person {
  const name: Record<string, string> = {};
  for (const part of ["given", "middle", "family", "suffix", "preferred"] as const) {
    const text = one[part]?.trim();
    if (text) name[part] = text;
  }
  return {
    ...(name as PersonName),
    id,
    languages: one.languages ?? [],
    ...(one.birthDate && { birthDate: one.birthDate, birthDateKind: one.birthDateKind ?? "EXACT" }),
    ...(one.deceasedOn && { deceasedOn: one.deceasedOn }),
    ...(one.sex && { sex: one.sex }),
  };
}

function addNewcomer(
  rows: Rows,
  { caseId, members, from }: Household,
  personId: PersonId,
  one: ReferredMember,
  index: number,
): void {
  rows.member.push({
    memberId: newId(),
    caseId,
    personId,
    role: one.role,
    position: members.length + index,
    // The first people of a case belong to it from its beginning.
    joinedOn: members.length === 0 ? null : from,
    continuesPastMajority: one.continuesPastMajority ?? false,
  });
  rows.memberBasis.push(...basesOf(caseId, personId, one));
  if (one.purpose)
    rows.memberPurpose.push({
      memberPurposeId: newId(),
      caseId,
      personId,
      purpose: one.purpose,
      fromOn: members.length === 0 ? null : from,
    });
  if (one.living?.setting)
    rows.livingSituation.push({
      ...livingOf(caseId, personId, one),
      fromOn: one.living.from ?? null,
    });
}

const basesOf = (caseId: CaseId, personId: PersonId, one: ReferredMember) =>
  (one.bases ?? []).flatMap((basis) =>
    basis.basis === undefined
      ? []
      : [
          {
            memberBasisId: newId(),
            caseId,
            personId,
            basis: basis.basis,
            fromOn: basis.on ?? null,
            toOn: basis.to ?? null,
            meetsOpeningCriteria: basis.meetsOpeningCriteria ?? null,
            siblingKind: basis.siblingKind ?? null,
            caretakerKind: basis.caretakerKind ?? null,
          },
        ],
  );

const livingOf = (caseId: CaseId, personId: PersonId, one: ReferredMember) => ({
  livingSituationId: newId(),
  caseId,
  personId,
  setting: one.living?.setting ?? "UNKNOWN",
  state: one.living?.state ?? "IA",
  address: one.living?.address ?? null,
});

async function addNews(
  trx: Trx,
  rows: Rows,
  { caseId, from }: Household,
  already: Member,
  one: ReferredMember,
): Promise<void> {
  const known = new Set(
    (already.criteria ?? []).map((entry) => (typeof entry === "string" ? entry : entry.basis)),
  );
  rows.memberBasis.push(
    ...basesOf(caseId, already.id, one).filter((basis) => !known.has(basis.basis)),
  );
  const since = one.living?.from ?? from;
  const living = findInForce(already.living, since);
  if (
    one.living?.setting !== undefined &&
    (living === undefined ||
      living.setting !== one.living.setting ||
      (living.state ?? "IA") !== (one.living.state ?? "IA"))
  ) {
    await moveOut(trx, caseId, already.id, since);
    rows.livingSituation.push({ ...livingOf(caseId, already.id, one), fromOn: since });
  }
}

/** Ends where someone lives on the day before a move; a stay that would begin then or later gives way. */
export async function moveOut(
  trx: Trx,
  caseId: CaseId,
  personId: PersonId,
  on: PlainDate,
): Promise<void> {
  await trx
    .updateTable("livingSituation")
    .set({ toOn: addDays(on, -1) })
    .where("caseId", "=", caseId)
    .where("personId", "=", personId)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">=", on)]))
    .where((eb) => eb.or([eb("fromOn", "is", null), eb("fromOn", "<", on)]))
    .execute();
}
