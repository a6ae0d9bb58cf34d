import type { RecordVisit } from "@kinward/domain/contacts";
import type { CaseId, CommandId, PersonId, PlainDate } from "@kinward/domain/kernel";
import { recordContact } from "../contacts/record.ts";
import type { PersonCaller } from "../core/caller.ts";
import type { Database } from "../core/client.ts";
import { runCommand } from "../core/command.ts";
import { newId } from "../core/values.ts";

/** Logs a visit as the API does. */
export const visit = (
  db: Database,
  caller: PersonCaller,
  caseId: CaseId,
  people: readonly PersonId[],
  date: string,
  more: Partial<RecordVisit> = {},
) => {
  const command: RecordVisit = {
    commandId: newId<CommandId>(),
    caseId,
    date: date as PlainDate,
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: people,
    ...more,
  };
  const { commandId, ...input } = command;
  return runCommand(
    db,
    { commandId, procedure: "contacts.record", caller, input, cases: [{ caseId }] },
    (tools) => recordContact(tools, command),
  );
};

/** People of a case by their given names. */
export async function peopleOf(
  owner: Database,
  caseId: CaseId,
): Promise<Readonly<Record<string, PersonId>>> {
  const rows = await owner
    .selectFrom("member")
    .innerJoin("person", "person.personId", "member.personId")
    .select(["person.given", "person.personId"])
    .where("member.caseId", "=", caseId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.given ?? "", row.personId]));
}
