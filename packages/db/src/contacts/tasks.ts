import {
  decideFirstMeetingNotice,
  decideRecordIcpc,
  type JointMeetingRecord,
  type RecordIcpc,
  type SendFirstMeetingNotice,
} from "@kinward/domain/contacts";
import type { CaseId, PersonId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId } from "../core/values.ts";
import type { LoadedEpisode } from "./facts.ts";

const staffOf = (tools: CommandTools) =>
  tools.caller.kind === "person" ? tools.caller.staffId : null;

/** Writes down the joint meeting, or that the Department worker could not come (CON-5). */
export async function insertJointMeeting(
  tools: CommandTools,
  caseId: CaseId,
  meeting: JointMeetingRecord,
): Promise<void> {
  await tools.trx
    .insertInto("taskRecord")
    .values({
      taskRecordId: newId(),
      caseId,
      episodeId: meeting.episodeId,
      type: "JOINT_MEETING",
      onDate: meeting.date,
      workerPresent: meeting.workerPresent,
      people: sql<readonly PersonId[]>`${meeting.with}::uuid[]`,
      note: meeting.note ?? null,
      staffId: staffOf(tools),
    })
    .execute();
}

/** To whom a contractor writes about a case, and how both name it. */
export interface Addressee {
  readonly caseNumber: string;
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
}

/** The Department worker of a case on a day. */
export async function findAddressee(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  on: PlainDate,
): Promise<Addressee | undefined> {
  const { rows } = await sql<Addressee>`
    SELECT c.number AS case_number, s.staff_id, s.name, s.email::text AS email
    FROM app.case_record c
    JOIN app.case_team t ON t.case_id = c.case_id AND t.role = 'CASEWORKER'
      AND t.from_on <= ${on} AND (t.to_on IS NULL OR t.to_on >= ${on})
    JOIN app.staff s ON s.staff_id = t.staff_id
    WHERE c.case_id = ${caseId}`.execute(trx as Trx);
  return rows[0];
}

/** Records that the first-meeting e-mail goes out; sending it is the caller's, in the same transaction (REP-2). */
export async function recordFirstMeetingNotice(
  { trx, today }: CommandTools,
  sender: StaffId,
  found: LoadedEpisode,
  command: SendFirstMeetingNotice,
): Promise<CommandAnswer<{ readonly meetingOn: PlainDate }>> {
  const { caseId } = command;
  const decided = decideFirstMeetingNotice({ ...found, sender }, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { episodeId, sentOn, statedMeetingDate } = decided.value;
  await trx
    .insertInto("taskRecord")
    .values({
      taskRecordId: newId(),
      caseId,
      episodeId,
      type: "FIRST_MEETING_EMAIL",
      onDate: sentOn,
      statedMeetingDate,
      staffId: sender,
    })
    .execute();
  return { done: { result: { meetingOn: statedMeetingDate }, caseId } };
}

/** Records that a child's placement outside the state was coordinated under the Interstate Compact (CON-12). */
export async function recordIcpc(
  tools: CommandTools,
  found: LoadedEpisode,
  command: RecordIcpc,
): Promise<CommandAnswer<{ readonly ok: true }>> {
  const decided = decideRecordIcpc(found, command, tools.today);
  if (!decided.ok) return { no: decided.refusals };
  const { episodeId, personId, on, note } = decided.value;
  const { caseId } = command;
  await tools.trx
    .insertInto("taskRecord")
    .values({
      taskRecordId: newId(),
      caseId,
      episodeId,
      type: "ICPC_COORDINATION",
      onDate: on,
      personId,
      note,
      staffId: staffOf(tools),
    })
    .execute();
  const person = found.loaded.file.members.find((one) => one.id === personId)?.name ?? "";
  return { done: { result: { ok: true }, caseId, params: { person, on } } };
}
