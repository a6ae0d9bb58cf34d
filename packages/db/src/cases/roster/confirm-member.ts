import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import { type ConfirmMember, decideConfirmMember, type StatedBasis } from "@kinward/domain/people";
import type { CommandAnswer, CommandTools } from "../../core/command.ts";
import { insertRows } from "../../core/insert-rows.ts";
import { newId } from "../../core/values.ts";
import { findRosterPerson } from "./load.ts";

export const basisRow = (
  caseId: CaseId,
  personId: PersonId,
  basis: StatedBasis & { readonly on: PlainDate },
) => ({
  memberBasisId: newId(),
  caseId,
  personId,
  basis: basis.basis,
  fromOn: basis.on,
  meetsOpeningCriteria: basis.meetsOpeningCriteria ?? null,
  siblingKind: basis.siblingKind ?? null,
  caretakerKind: basis.caretakerKind ?? null,
});

/** The Department confirms all that a contractor recorded of someone; undefined for who is not in the case. */
export async function confirmMember(
  { trx, today }: CommandTools,
  command: ConfirmMember,
): Promise<CommandAnswer<{ readonly ok: true }> | undefined> {
  const { caseId, personId } = command;
  const found = await findRosterPerson(trx, caseId, personId);
  if (found === undefined) return undefined;
  const decided = decideConfirmMember(found, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { basis } = decided.value;
  for (const table of ["member", "livingSituation"] as const)
    await trx
      .updateTable(table)
      .set({ confirmed: true })
      .where("caseId", "=", caseId)
      .where("personId", "=", personId)
      .where("confirmed", "=", false)
      .execute();
  await trx
    .updateTable("person")
    .set({ confirmed: true })
    .where("personId", "=", personId)
    .where("confirmed", "=", false)
    .execute();
  if (basis !== undefined)
    await insertRows(trx, { memberBasis: [basisRow(caseId, personId, basis)] });
  return { done: { result: { ok: true }, caseId, params: { person: found.name } } };
}
