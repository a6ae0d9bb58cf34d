import type { CaseFile, TaskRecord } from "@kinward/domain/casefile";
import {
  type CorrectContact,
  decideCorrectContact,
  decideRecordVisit,
  evaluate,
  type JointMeetingRecord,
  type NewContact,
  type RecordVisit,
  whereAnswered,
} from "@kinward/domain/contacts";
import type { ContactId, Refusal } from "@kinward/domain/kernel";
import type { ContactReceipt } from "@kinward/domain/views";
import { sql } from "kysely";
import { organizationOf } from "../core/caller.ts";
import type { Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId } from "../core/values.ts";
import { followMerged } from "../people/person-records.ts";
import { type LoadedContactFacts, loadContactFacts } from "./facts.ts";
import { receiptOf } from "./receipt.ts";
import { insertJointMeeting } from "./tasks.ts";

/**
 * Records a contact or an attempt, with the joint meeting that it was, and says at once what it did to the duties. An act
 * on a locked case.
 */
export async function recordContact(
  tools: CommandTools,
  asked: RecordVisit,
): Promise<CommandAnswer<ContactReceipt>> {
  const { trx, today, caller } = tools;
  const { caseId, date } = asked;
  const loaded = await loadContactFacts(trx, caller, caseId, today, date);
  const command = await withMerged(trx, asked, loaded.loaded.file);
  const decided = decideRecordVisit({ ...loaded.facts, evaluation: loaded.before }, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { contact, jointMeeting } = decided.value;
  const contactId = newId<ContactId>();
  await trx
    .insertInto("contact")
    .values({
      contactId,
      caseId,
      ...columnsOf(contact),
      staffId: caller.kind === "person" ? caller.staffId : null,
      organizationId: organizationOf(caller) ?? null,
      countsAs: contact.by,
      enteredOn: contact.enteredOn,
      recordedAt: tools.at,
    })
    .execute();
  if (jointMeeting !== undefined) await insertJointMeeting(tools, caseId, jointMeeting);
  const judged = { ...loaded, contactId, contact, ...(jointMeeting && { jointMeeting }) };
  return {
    done: {
      result: receipt(tools, judged, decided.warnings),
      caseId,
      params: paramsOf(contact, loaded.loaded.file),
      ...(contact.reason !== undefined && { reason: contact.reason }),
    },
  };
}

/** Who was seen under an id that was merged since (in a draft, or at the same time) was seen as the one who stays. */
async function withMerged(
  trx: Trx,
  visit: RecordVisit,
  { members }: CaseFile,
): Promise<RecordVisit> {
  const unknown = (visit.with ?? []).filter((id) => !members.some((member) => member.id === id));
  if (unknown.length === 0) return visit;
  const now = await followMerged(trx, unknown);
  return { ...visit, with: [...new Set(visit.with?.map((id) => now.get(id) ?? id))] };
}

const NOT_YOURS: readonly Refusal[] = [{ code: "INVALID_TRANSITION", path: ["contactId"] }];

/**
 * Corrects a contact of one's own organization, with a reason: the row says what is true now, history what it said
 * before. An act on a locked case.
 */
export async function correctContact(
  tools: CommandTools,
  command: CorrectContact,
): Promise<CommandAnswer<ContactReceipt>> {
  const { trx, today, caller } = tools;
  const { caseId, contactId } = command;
  const row = await trx
    .selectFrom("contact")
    .select(["organizationId", "countsAs", "onDate"])
    .where("caseId", "=", caseId)
    .where("contactId", "=", contactId)
    .where("withdrawn", "=", false)
    .executeTakeFirst();
  // What another organization wrote is that organization's to correct.
  if (row === undefined || (row.organizationId ?? undefined) !== organizationOf(caller))
    return { no: NOT_YOURS };
  const date = command.date ?? row.onDate;
  const loaded = await loadContactFacts(trx, caller, caseId, today, date);
  const facts = { ...loaded.facts, by: row.countsAs };
  const decided = whereAnswered(
    decideCorrectContact(facts, command, today),
    command.acceptWarnings,
  );
  if (!decided.ok) return { no: decided.refusals };
  const { contact, reason } = decided.value;
  await trx
    .updateTable("contact")
    .set(contact === undefined ? { withdrawn: true } : columnsOf(contact))
    .where("contactId", "=", contactId)
    .execute();
  const judged = { ...loaded, contactId, ...(contact && { contact }) };
  return {
    done: {
      result: receipt(tools, judged, decided.warnings),
      caseId,
      params: contact === undefined ? { on: row.onDate } : paramsOf(contact, loaded.loaded.file),
      reason,
    },
  };
}

const columnsOf = (contact: NewContact) => ({
  episodeId: contact.episodeId ?? null,
  onDate: contact.date,
  mode: contact.mode,
  people: sql<NewContact["with"]>`${contact.with}::uuid[]`,
  place: contact.place ?? null,
  startsAt: contact.startsAt ?? null,
  minutes: contact.minutes ?? null,
  interpreter: contact.interpreter ?? null,
  safetyConcern: contact.safetyConcern ?? null,
  notes: contact.notes ?? null,
});

/** What the sentence of the history says: nothing of what was said or seen. */
const paramsOf = (contact: NewContact, file: CaseFile) => ({
  mode: contact.mode,
  on: contact.date,
  people: contact.with.map((id) => file.members.find((one) => one.id === id)?.name ?? ""),
});

interface Judged extends LoadedContactFacts {
  readonly contactId: ContactId;
  /** Absent: withdrawn. */
  readonly contact?: NewContact;
  readonly jointMeeting?: JointMeetingRecord;
}

/** Judges the case with the contact as it is now; it is derived and stored at the end of the act. */
function receipt(
  { today }: CommandTools,
  { loaded, before, contactId, contact, jointMeeting }: Judged,
  warnings: ContactReceipt["warnings"],
): ContactReceipt {
  const meeting: readonly TaskRecord[] =
    jointMeeting === undefined ? [] : [{ type: "JOINT_MEETING", ...jointMeeting }];
  const file: CaseFile = {
    ...loaded.file,
    contacts: [
      ...loaded.file.contacts.filter((one) => one.id !== contactId),
      ...(contact === undefined ? [] : [{ id: contactId, ...contact }]),
    ],
    tasksInput: [...(loaded.file.tasksInput ?? []), ...meeting],
  };
  const after = evaluate(file, loaded.book, today);
  return receiptOf({ caseId: loaded.caseId, contactId, file, before, after, warnings });
}
