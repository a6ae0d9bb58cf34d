import {
  decideFirstMeetingNotice,
  decideRecordDutyNote,
  decideRecordJointMeeting,
  type RecordJointMeeting,
  type SendFirstMeetingNotice,
} from "@kinward/domain/contacts";
import type { CaseId, EpisodeId, PersonId, PlainDate, Refusal } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId } from "../core/values.ts";
import { findEpisode } from "./facts.ts";

const staffOf = (tools: CommandTools) =>
  tools.caller.kind === "person" ? tools.caller.staffId : null;

const NO_EPISODE: readonly Refusal[] = [{ code: "INVALID_TRANSITION", path: ["episodeId"] }];

/** Records that the first-meeting e-mail goes out; sending it is the caller's, in the same transaction (REP-2). */
export async function recordFirstMeetingNotice(
  tools: CommandTools,
  command: SendFirstMeetingNotice,
): Promise<CommandAnswer<{ readonly meetingOn: PlainDate }>> {
  const { trx, today, caller } = tools;
  const found = await findEpisode(trx, command.caseId, command.episodeId, today);
  if (found === undefined || caller.kind !== "person") return { no: NO_EPISODE };
  const decided = decideFirstMeetingNotice(
    { episode: found.episode, evaluation: found.evaluation, sender: caller.staffId },
    command,
    today,
  );
  if (!decided.ok) return { no: decided.refusals };
  const { episodeId, sentOn, statedMeetingDate } = decided.value;
  await trx
    .insertInto("taskRecord")
    .values({
      taskRecordId: newId(),
      caseId: command.caseId,
      episodeId,
      type: "FIRST_MEETING_EMAIL",
      onDate: sentOn,
      statedMeetingDate,
      staffId: caller.staffId,
    })
    .execute();
  return {
    done: {
      result: { meetingOn: statedMeetingDate },
      caseId: command.caseId,
      params: { meetingOn: statedMeetingDate },
    },
  };
}

/** Records the joint meeting, or that the Department worker could not come (CON-5). */
export async function recordJointMeeting(
  tools: CommandTools,
  command: RecordJointMeeting,
): Promise<CommandAnswer<{ readonly ok: true }>> {
  const { trx, today } = tools;
  const found = await findEpisode(trx, command.caseId, command.episodeId, today);
  if (found === undefined) return { no: NO_EPISODE };
  const decided = decideRecordJointMeeting(found, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { value } = decided;
  await trx
    .insertInto("taskRecord")
    .values({
      taskRecordId: newId(),
      caseId: command.caseId,
      episodeId: value.episodeId,
      type: "JOINT_MEETING",
      onDate: value.date,
      workerPresent: value.workerPresent,
      people: sql<readonly PersonId[]>`${value.with}::uuid[]`,
      note: value.note ?? null,
      staffId: staffOf(tools),
    })
    .execute();
  return { done: { result: { ok: true }, caseId: command.caseId, params: { on: value.date } } };
}

export interface RecordIcpc {
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  readonly personId: PersonId;
  readonly on: PlainDate;
  readonly note?: string | undefined;
}

/** Records that a child's placement outside the state was coordinated under the Interstate Compact (CON-12). */
export async function recordIcpc(
  tools: CommandTools,
  command: RecordIcpc,
): Promise<CommandAnswer<{ readonly ok: true }>> {
  const { trx, today } = tools;
  const found = await findEpisode(trx, command.caseId, command.episodeId, today);
  if (found === undefined) return { no: NO_EPISODE };
  if (command.on > today)
    return { no: [{ code: "DATE_IN_FUTURE", path: ["on"], params: { of: "on" } }] };
  const open = found.evaluation.duties.some(
    (duty) =>
      duty.rule === "CON-12" &&
      duty.subject === command.personId &&
      duty.settledOn === undefined &&
      duty.cancelledOn === undefined,
  );
  if (!open) return { no: [{ code: "INVALID_TRANSITION", path: ["personId"] }] };
  await trx
    .insertInto("taskRecord")
    .values({
      taskRecordId: newId(),
      caseId: command.caseId,
      episodeId: command.episodeId,
      type: "ICPC_COORDINATION",
      onDate: command.on,
      personId: command.personId,
      note: command.note ?? null,
      staffId: staffOf(tools),
    })
    .execute();
  return {
    done: {
      result: { ok: true },
      caseId: command.caseId,
      params: { person: command.personId, on: command.on },
    },
  };
}

export interface RecordWhy {
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  readonly keys: readonly string[];
  readonly note: string;
}

/** "Record why" duties were late or missed (DEC-25): one reason for those of one row. */
export async function recordWhy(
  tools: CommandTools,
  command: RecordWhy,
): Promise<CommandAnswer<{ readonly ok: true }>> {
  const { trx, today, commandId } = tools;
  const found = await findEpisode(trx, command.caseId, command.episodeId, today);
  if (found === undefined) return { no: NO_EPISODE };
  const notes: { readonly key: string; readonly note: string }[] = [];
  for (const key of new Set(command.keys)) {
    const decided = decideRecordDutyNote(found, { ...command, commandId, key }, today);
    if (!decided.ok) return { no: decided.refusals };
    notes.push(decided.value);
  }
  if (notes.length > 0)
    await trx
      .insertInto("dutyNote")
      .values(
        notes.map(({ key, note }) => ({
          caseId: command.caseId,
          episodeId: command.episodeId,
          key,
          note,
          staffId: staffOf(tools),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["episodeId", "key"]).doUpdateSet((eb) => ({
          note: eb.ref("excluded.note"),
          staffId: eb.ref("excluded.staffId"),
        })),
      )
      .execute();
  return {
    done: { result: { ok: true }, caseId: command.caseId, params: { duties: [...command.keys] } },
  };
}
