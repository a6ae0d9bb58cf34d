import type { Member } from "@kinward/domain/casefile";
import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import {
  decideRecordMove,
  type Move,
  type RecordedStay,
  type RecordMove,
} from "@kinward/domain/people";
import { organizationOf } from "../core/caller.ts";
import type { Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId, present } from "../core/values.ts";

interface Stay extends RecordedStay {
  readonly id: string;
}

/** Where a member of a case has lived, in order, with addresses. */
async function listStays(trx: Trx, caseId: CaseId, personId: PersonId): Promise<readonly Stay[]> {
  const rows = await trx
    .selectFrom("livingSituation")
    .select([
      "livingSituationId as id",
      "setting",
      "state",
      "address",
      "fromOn as from",
      "toOn as to",
    ])
    .where("caseId", "=", caseId)
    .where("personId", "=", personId)
    .orderBy("fromOn", (order) => order.asc().nullsFirst())
    .execute();
  return rows.map((row) => present(row));
}

/**
 * Records where a member lives from a day on, and that they entered or left the parental home. An act on a locked case.
 * @param lastServiceDay of the recording contractor, if its service is over
 */
export async function recordMove(
  tools: CommandTools,
  member: Member,
  command: RecordMove,
  lastServiceDay?: PlainDate,
): Promise<CommandAnswer<{ readonly ok: true }>> {
  const { trx, today, caller } = tools;
  const { caseId } = command;
  const decided = decideRecordMove(
    {
      member,
      stays: await listStays(trx, caseId, member.id),
      by: organizationOf(caller) === undefined ? "DEPARTMENT" : "CONTRACTOR",
      ...(lastServiceDay !== undefined && { lastServiceDay }),
    },
    command,
    today,
  );
  if (!decided.ok) return { no: decided.refusals };
  await writeMove(trx, caseId, member.id, decided.value);
  const { setting, from } = command;
  return {
    done: {
      result: { ok: true },
      caseId,
      params: { person: member.name ?? "", setting, from },
    },
  };
}

async function writeMove(
  trx: Trx,
  caseId: CaseId,
  personId: PersonId,
  { ends, begins, household }: Move<Stay>,
): Promise<void> {
  if (ends !== undefined)
    await trx
      .updateTable("livingSituation")
      .set({ toOn: ends.to })
      .where("livingSituationId", "=", ends.stay.id)
      .execute();
  await trx
    .insertInto("livingSituation")
    .values({
      livingSituationId: newId(),
      caseId,
      personId,
      setting: begins.setting,
      state: begins.state ?? "IA",
      address: begins.address ?? null,
      fromOn: begins.from,
      confirmed: begins.confirmed,
    })
    .execute();
  if (household !== undefined)
    await trx
      .insertInto("householdChange")
      .values({
        householdChangeId: newId(),
        caseId,
        personId,
        kind: household.type,
        onDate: household.date,
        notifiedDepartmentOn: household.notifiedDepartmentOn ?? null,
      })
      .execute();
}
