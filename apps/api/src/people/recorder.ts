import { findAddressee } from "@kinward/db/contacts";
import type { Recorder } from "@kinward/domain/people";
import type { CaseCommandContext } from "../trpc/procedures.ts";
import { householdLetter } from "./letter.ts";

/** Who records about the people of a case, and whether the case has a Department worker whom a notice reaches. */
export async function recorderOf({
  trx,
  caseId,
  today,
  who,
  relation,
}: CaseCommandContext): Promise<Recorder> {
  if (who.caller.organizationId === undefined) return { by: "DEPARTMENT" };
  const lastServiceDay = relation.contractorOfCase?.lastServiceDay;
  return {
    by: "CONTRACTOR",
    ...(lastServiceDay && { lastServiceDay }),
    workerToTell: (await findAddressee(trx, caseId, today)) !== undefined,
  };
}

/**
 * Puts the notice of a household change into the outbox, in the transaction of the record (EXP-6). It says that there is
 * something to read, nothing else.
 */
export async function tellWorker({
  trx,
  caseId,
  today,
  who,
  services,
  commandId,
}: CaseCommandContext): Promise<void> {
  const to = await findAddressee(trx, caseId, today);
  if (to === undefined) return;
  const { subject, body } = householdLetter({
    workerName: to.name,
    senderName: who.name,
    organizationName: who.organization?.name ?? who.agency.name,
    link: `${services.config.publicUrl}/cases/${caseId}/people`,
  });
  await services.outbox.put(trx, {
    to: to.email,
    staffId: to.staffId,
    template: "LETTER",
    params: { subject, text: `${body}\n` },
    commandId,
  });
}
