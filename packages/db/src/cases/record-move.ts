import type { Member } from "@kinward/domain/casefile";
import type { CaseId, PersonId } from "@kinward/domain/kernel";
import {
  decideRecordMove,
  type Move,
  type RecordedStay,
  type Recorder,
  type RecordMove,
} from "@kinward/domain/people";
import type { Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId, present } from "../core/values.ts";
import { insertHouseholdChange } from "./roster/household-changes.ts";

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
 */
export async function recordMove(
  tools: CommandTools,
  member: Member,
  command: RecordMove,
  recorder: Recorder,
): Promise<CommandAnswer<{ readonly ok: true; readonly tells: boolean }>> {
  const { trx, today } = tools;
  const { caseId } = command;
  const decided = decideRecordMove(
    { ...recorder, member, stays: await listStays(trx, caseId, member.id) },
    command,
    today,
  );
  if (!decided.ok) return { no: decided.refusals };
  await writeMove(tools, caseId, member.id, decided.value);
  const { setting, from } = command;
  return {
    done: {
      result: {
        ok: true,
        tells: decided.value.household !== undefined && recorder.by === "CONTRACTOR",
      },
      caseId,
      params: { person: member.name ?? "", setting, from },
    },
  };
}

async function writeMove(
  tools: CommandTools,
  caseId: CaseId,
  personId: PersonId,
  { ends, begins, household }: Move<Stay>,
): Promise<void> {
  const { trx } = tools;
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
  if (household !== undefined) await insertHouseholdChange(tools, caseId, household);
}
