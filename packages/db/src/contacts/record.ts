import type { CaseFile } from "@kinward/domain/casefile";
import {
  type CorrectContact,
  decideCorrectContact,
  decideRecordContact,
  evaluate,
  type NewContact,
  type RecordContact,
} from "@kinward/domain/contacts";
import type { ContactId, Refusal } from "@kinward/domain/kernel";
import type { ContactReceipt } from "@kinward/domain/views";
import { sql } from "kysely";
import { organizationOf } from "../core/caller.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId } from "../core/values.ts";
import { type LoadedContactFacts, loadContactFacts } from "./facts.ts";
import { receiptOf } from "./receipt.ts";

/** Records a contact or an attempt and says at once what it did to the duties. An act on a locked case. */
export async function recordContact(
  tools: CommandTools,
  command: RecordContact,
): Promise<CommandAnswer<ContactReceipt>> {
  const { trx, today } = tools;
  const loaded = await loadContactFacts(trx, tools.caller, command.caseId, today);
  const decided = decideRecordContact(loaded.facts, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const contactId = newId<ContactId>();
  await trx
    .insertInto("contact")
    .values({
      contactId,
      caseId: command.caseId,
      ...columnsOf(decided.value),
      staffId: tools.caller.kind === "person" ? tools.caller.staffId : null,
      organizationId: organizationOf(tools.caller) ?? null,
      countsAs: decided.value.by,
      enteredOn: decided.value.enteredOn,
      recordedAt: tools.at,
    })
    .execute();
  return {
    done: {
      result: await receipt(tools, loaded, contactId, decided.value, decided.warnings),
      caseId: command.caseId,
      params: paramsOf(decided.value),
      ...(decided.value.reason !== undefined && { reason: decided.value.reason }),
    },
  };
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
  const { trx, today } = tools;
  const { caseId, contactId } = command;
  const row = await trx
    .selectFrom("contact")
    .select(["organizationId", "countsAs"])
    .where("caseId", "=", caseId)
    .where("contactId", "=", contactId)
    .where("withdrawn", "=", false)
    .executeTakeFirst();
  // What another organization wrote is that organization's to correct.
  if (row === undefined || (row.organizationId ?? undefined) !== organizationOf(tools.caller))
    return { no: NOT_YOURS };
  const loaded = await loadContactFacts(trx, tools.caller, caseId, today);
  const facts = { ...loaded.facts, by: row.countsAs };
  const decided = decideCorrectContact(facts, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { contact, reason } = decided.value;
  await trx
    .updateTable("contact")
    .set(contact === undefined ? { withdrawn: true } : columnsOf(contact))
    .where("contactId", "=", contactId)
    .execute();
  return {
    done: {
      result: await receipt(tools, loaded, contactId, contact, decided.warnings),
      caseId,
      params: contact === undefined ? {} : paramsOf(contact),
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

const paramsOf = (contact: NewContact) => ({
  mode: contact.mode,
  on: contact.date,
  people: contact.with,
});

/** Judges the case with the contact as it is now; it is derived and stored at the end of the act. */
async function receipt(
  tools: CommandTools,
  { loaded, before }: LoadedContactFacts,
  contactId: ContactId,
  contact: NewContact | undefined,
  warnings: ContactReceipt["warnings"],
): Promise<ContactReceipt> {
  const file: CaseFile = {
    ...loaded.file,
    contacts: [
      ...loaded.file.contacts.filter((one) => one.id !== contactId),
      ...(contact === undefined ? [] : [{ id: contactId, ...contact }]),
    ],
  };
  const after = evaluate(file, loaded.book, tools.today);
  return receiptOf({ caseId: loaded.caseId, contactId, file, before, after, warnings });
}
