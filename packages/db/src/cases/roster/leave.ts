import type { CaseId } from "@kinward/domain/kernel";
import {
  decideEndMembership,
  decideRecordDeath,
  type EndMembership,
  type RecordDeath,
} from "@kinward/domain/people";
import type { CommandAnswer, CommandTools } from "../../core/command.ts";
import { findRosterPerson } from "./load.ts";

type Answer = CommandAnswer<{ readonly ok: true }> | undefined;

/** Someone leaves the case; undefined for who was never in it. An act on a locked case. */
export async function endMembership(tools: CommandTools, command: EndMembership): Promise<Answer> {
  const { trx, today } = tools;
  const { caseId, personId } = command;
  const found = await findRosterPerson(trx, caseId, personId);
  if (found === undefined) return undefined;
  const decided = decideEndMembership(found, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { memberId, to, because } = decided.value;
  await trx
    .updateTable("member")
    .set({ leftOn: to, leftBecause: because })
    .where("memberId", "=", memberId)
    .execute();
  const params = { person: found.name, on: to, because };
  return { done: { result: { ok: true }, caseId, params } };
}

/** Someone has died, which ends what is owed to them in every case; undefined for who was never in this one. */
export async function recordDeath(tools: CommandTools, command: RecordDeath): Promise<Answer> {
  const { trx, today } = tools;
  const { caseId, personId } = command;
  const found = await findRosterPerson(trx, caseId, personId);
  if (found === undefined) return undefined;
  const decided = decideRecordDeath(found, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const others = await trx
    .selectFrom("member")
    .select("caseId")
    .distinct()
    .where("personId", "=", personId)
    .where("caseId", "<>", caseId)
    .orderBy("caseId")
    .execute();
  for (const other of others) await tools.lock(other.caseId as CaseId);
  const { on } = decided.value;
  await trx
    .updateTable("person")
    .set({ deceasedOn: on ?? null })
    .where("personId", "=", personId)
    .execute();
  const params = { person: found.name, ...(on && { on }) };
  return { done: { result: { ok: true }, caseId, params } };
}
