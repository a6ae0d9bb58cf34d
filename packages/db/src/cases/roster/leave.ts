import {
  decideEndMembership,
  decideRecordDeath,
  type EndMembership,
  type RecordDeath,
} from "@kinward/domain/people";
import type { CommandAnswer, CommandTools } from "../../core/command.ts";
import { findRosterPerson } from "./load.ts";
import { tellOtherCases } from "./tell-other-cases.ts";

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

/**
 * Someone has died, which ends what is owed to them in every case. An act on the locked cases of the person; undefined
 * for who was never in this one.
 */
export async function recordDeath(tools: CommandTools, command: RecordDeath): Promise<Answer> {
  const { trx, today } = tools;
  const { caseId, personId } = command;
  const found = await findRosterPerson(trx, caseId, personId);
  if (found === undefined) return undefined;
  const decided = decideRecordDeath(found, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { on } = decided.value;
  await trx
    .updateTable("person")
    .set({ deceasedOn: on ?? null })
    .where("personId", "=", personId)
    .execute();
  const params = { person: found.name, ...(on && { on }) };
  const reason = command.reason?.trim();
  await tellOtherCases(tools, {
    procedure: "people.recordDeath",
    caseId,
    personId,
    ...(reason && { reason }),
    params,
  });
  return { done: { result: { ok: true }, caseId, params } };
}
