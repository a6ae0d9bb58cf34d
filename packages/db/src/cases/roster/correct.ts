import type { CaseFile } from "@kinward/domain/casefile";
import type { CaseId, PersonId, Refusal } from "@kinward/domain/kernel";
import {
  type CorrectMembership,
  type CorrectStay,
  correctTurns,
  decideCorrectMembership,
  decideCorrectStay,
  decideRemoveMember,
  decideWithdrawStay,
  departmentToldOn,
  householdTurns,
  type Recorder,
  type RecordedTurn,
  type RemoveMember,
  type RosterPerson,
  type StaysCorrected,
  type WithdrawStay,
} from "@kinward/domain/people";
import { sql } from "kysely";
import type { Trx } from "../../core/client.ts";
import type { CommandAnswer, CommandTools } from "../../core/command.ts";
import { insertHouseholdChange } from "./household-changes.ts";
import { findRosterPerson, spanOf } from "./load.ts";

type Answer<R = { readonly ok: true }> = CommandAnswer<R> | undefined;
interface Corrected {
  readonly ok: true;
  /** A household change came out of it that a notice is owed for. */
  readonly tells: boolean;
}

/** Corrects or withdraws a stay, and the household changes that followed from it. An act on a locked case. */
export async function correctStay(
  tools: CommandTools,
  file: CaseFile,
  recorder: Recorder,
  command: CorrectStay | WithdrawStay,
): Promise<Answer<Corrected>> {
  const { trx, today } = tools;
  const { caseId, stayId, reason } = command;
  const row = await trx
    .selectFrom("livingSituation")
    .select("personId")
    .where("caseId", "=", caseId)
    .where("livingSituationId", "=", stayId)
    .executeTakeFirst();
  const found = row && (await findRosterPerson(trx, caseId, row.personId as PersonId));
  if (found === undefined) return undefined;
  const facts = { ...found, recorder };
  const decided =
    "setting" in command
      ? decideCorrectStay(facts, command, today)
      : decideWithdrawStay(facts, command);
  if (!decided.ok) return { no: decided.refusals };
  await writeStays(trx, decided.value);
  const tells = await followHousehold(tools, file, recorder, found, decided.value, caseId);
  return {
    done: {
      result: { ok: true, tells },
      caseId,
      params: { person: found.name },
      reason: reason.trim(),
    },
  };
}

async function writeStays(trx: Trx, { changed, removed }: StaysCorrected): Promise<void> {
  if (removed !== undefined)
    await trx.deleteFrom("livingSituation").where("livingSituationId", "=", removed).execute();
  // The stay before first gets out of the way, whichever direction its end moves.
  const shortened = changed.toSorted((a, b) => ((a.to ?? "9999") < (b.to ?? "9999") ? -1 : 1));
  for (const stay of shortened)
    await trx
      .updateTable("livingSituation")
      .set({
        setting: stay.setting,
        state: stay.state ?? "IA",
        address: stay.address ?? null,
        fromOn: stay.from ?? null,
        toOn: stay.to ?? null,
        confirmed: stay.confirmed,
      })
      .where("livingSituationId", "=", stay.id)
      .execute();
}

async function followHousehold(
  tools: CommandTools,
  file: CaseFile,
  recorder: Recorder,
  found: RosterPerson,
  { stays }: StaysCorrected,
  caseId: CaseId,
): Promise<boolean> {
  const { trx, today } = tools;
  const person = found.person.id;
  const { began } = spanOf(file);
  const rows = await trx
    .selectFrom("householdChange")
    .select(["householdChangeId as id", "kind as type", "onDate as date"])
    .where("caseId", "=", caseId)
    .where("personId", "=", person)
    .execute();
  const { removed, moved, added } = correctTurns(
    rows as unknown as readonly RecordedTurn[],
    householdTurns(found.stays, began),
    householdTurns(stays, began),
  );
  if (removed.length > 0)
    await trx.deleteFrom("householdChange").where("householdChangeId", "in", removed).execute();
  for (const { id, date } of moved)
    await trx
      .updateTable("householdChange")
      .set({ onDate: date })
      .where("householdChangeId", "=", id)
      .execute();
  const told = departmentToldOn(recorder, today);
  for (const turn of added)
    await insertHouseholdChange(tools, caseId, {
      ...turn,
      person,
      ...(told && { notifiedDepartmentOn: told }),
    });
  return added.length > 0 && recorder.by === "CONTRACTOR";
}

/** Corrects the days of a membership. An act on a locked case. */
export async function correctMembership(
  { trx, today }: CommandTools,
  command: CorrectMembership,
): Promise<Answer> {
  const { caseId, memberId, reason } = command;
  const row = await trx
    .selectFrom("member")
    .select("personId")
    .where("caseId", "=", caseId)
    .where("memberId", "=", memberId)
    .executeTakeFirst();
  const found = row && (await findRosterPerson(trx, caseId, row.personId as PersonId));
  if (found === undefined) return undefined;
  const decided = decideCorrectMembership(found, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { joined, to, because } = decided.value;
  await trx
    .updateTable("member")
    .set({ joinedOn: joined ?? null, leftOn: to ?? null, leftBecause: because ?? null })
    .where("memberId", "=", memberId)
    .execute();
  return {
    done: { result: { ok: true }, caseId, params: { person: found.name }, reason: reason.trim() },
  };
}

/** Takes someone out who was added by mistake. An act on a locked case. */
export async function removeMember(
  { trx }: CommandTools,
  recorder: Recorder,
  command: RemoveMember,
): Promise<Answer> {
  const { caseId, personId, reason } = command;
  const found = await findRosterPerson(trx, caseId, personId);
  if (found === undefined) return undefined;
  const inUse = await isNamed(trx, caseId, personId);
  const decided = decideRemoveMember({ ...found, recorder, inUse }, command);
  if (!decided.ok) return { no: decided.refusals as readonly Refusal[] };
  for (const table of [
    "householdChange",
    "livingSituation",
    "memberPurpose",
    "memberBasis",
    "member",
  ] as const)
    await trx
      .deleteFrom(table)
      .where("caseId", "=", caseId)
      .where("personId", "=", personId)
      .execute();
  return {
    done: { result: { ok: true }, caseId, params: { person: found.name }, reason: reason.trim() },
  };
}

/** Whether something else of the case names a person. A contact that was withdrawn names nobody. */
async function isNamed(trx: Trx, caseId: CaseId, personId: PersonId): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    SELECT EXISTS (SELECT FROM app.contact WHERE case_id = ${caseId} AND NOT withdrawn AND people @> ARRAY[${personId}]::uuid[])
      OR EXISTS (SELECT FROM app.task_record WHERE case_id = ${caseId}
        AND (person_id = ${personId} OR people @> ARRAY[${personId}]::uuid[]))
      OR EXISTS (SELECT FROM app.frequency WHERE case_id = ${caseId} AND person_id = ${personId})
      OR EXISTS (SELECT FROM app.termination_of_rights WHERE case_id = ${caseId}
        AND ${personId} IN (parent_person_id, child_person_id))
      OR EXISTS (SELECT FROM app.relationship WHERE case_id = ${caseId} AND ${personId} IN (person_id, other_person_id))
      AS named`.execute(trx);
  return rows[0]?.named ?? false;
}
