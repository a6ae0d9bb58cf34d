import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import {
  type CorrectPerson,
  decideCorrectPerson,
  displayName,
  familyDisplayName,
  type MemberRole,
  type Recorder,
} from "@kinward/domain/people";
import { sql } from "kysely";
import type { Trx } from "../../core/client.ts";
import type { CommandAnswer, CommandTools } from "../../core/command.ts";
import { loadPersonRecords, renewNameKeys, updatePerson } from "../../people/person-records.ts";
import { tellOtherCases } from "./tell-other-cases.ts";

/**
 * Corrects who someone is, in all of their cases. An act on the locked cases of the person; undefined for who was never
 * in the case.
 */
export async function correctPerson(
  tools: CommandTools,
  recorder: Pick<Recorder, "by">,
  command: CorrectPerson,
): Promise<CommandAnswer<{ readonly ok: true }> | undefined> {
  const { trx, today } = tools;
  const { caseId, personId } = command;
  const isHere = await trx
    .selectFrom("member")
    .select("memberId")
    .where("caseId", "=", caseId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  const record = (await loadPersonRecords(trx, [personId])).get(personId);
  if (isHere === undefined || record === undefined) return undefined;
  const firstDay = await firstDayOf(trx, personId);
  const { person, version } = record;
  const decided = decideCorrectPerson(
    { person, version, recorder, ...(firstDay && { firstDay }) },
    command,
    today,
  );
  if (!decided.ok) return { no: decided.refusals };
  const { phone, email } = person;
  const corrected = {
    ...decided.value.person,
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  };
  const families = await familiesOf(trx, personId);
  await updatePerson(trx, corrected, decided.value.confirmed);
  await renewNameKeys(trx, [personId]);
  await renameFamilies(trx, families, await familiesOf(trx, personId));
  const reason = command.reason.trim();
  const params = { person: displayName(corrected) };
  await tellOtherCases(tools, {
    procedure: "people.correctPerson",
    caseId,
    personId,
    reason,
    params,
  });
  return { done: { result: { ok: true }, caseId, reason, params } };
}

/** The first day on which a case says that someone was in it, lived somewhere or was seen. */
async function firstDayOf(trx: Trx, personId: PersonId): Promise<PlainDate | undefined> {
  const { rows } = await sql<{ day: PlainDate | null }>`
    SELECT least(
      (SELECT min(m.joined_on) FROM app.member m WHERE m.person_id = ${personId}),
      (SELECT min(l.from_on) FROM app.living_situation l WHERE l.person_id = ${personId}),
      (SELECT min(k.on_date) FROM app.contact k JOIN app.member m USING (case_id)
        WHERE m.person_id = ${personId} AND ${personId} = ANY (k.people) AND NOT k.withdrawn)
    ) AS day`.execute(trx);
  return rows[0]?.day ?? undefined;
}

interface FamilyNamed {
  readonly familyName: string;
  readonly members: readonly { readonly family?: string; readonly role: MemberRole }[];
}

/** The cases of someone that are open to the caller, with the names of which that of the family is made. */
async function familiesOf(trx: Trx, personId: PersonId): Promise<ReadonlyMap<CaseId, FamilyNamed>> {
  const { rows } = await sql<FamilyNamed & { readonly caseId: CaseId }>`
    SELECT c.case_id, c.family_name,
      jsonb_agg(jsonb_strip_nulls(jsonb_build_object('family', p.family, 'role', m.role))
        ORDER BY m.position, m.joined_on NULLS FIRST, m.member_id) AS members
    FROM app.case_record c JOIN app.member m USING (case_id) JOIN app.person p USING (person_id)
    WHERE c.case_id IN (SELECT case_id FROM app.member WHERE person_id = ${personId})
    GROUP BY c.case_id`.execute(trx);
  return new Map(rows.map(({ caseId, ...family }) => [caseId, family]));
}

/** A family that is shown under the names of its members follows them; one that was named otherwise keeps its name. */
async function renameFamilies(
  trx: Trx,
  before: ReadonlyMap<CaseId, FamilyNamed>,
  after: ReadonlyMap<CaseId, FamilyNamed>,
): Promise<void> {
  for (const [caseId, was] of before) {
    const familyName = familyDisplayName(after.get(caseId)?.members ?? []);
    const follows = was.familyName === familyDisplayName(was.members);
    if (follows && familyName !== undefined && familyName !== was.familyName)
      await trx
        .updateTable("caseRecord")
        .set({ familyName })
        .where("caseId", "=", caseId)
        .execute();
  }
}
