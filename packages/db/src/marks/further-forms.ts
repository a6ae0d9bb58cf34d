import type { CaseId, ReferralFormId, Warning } from "@kinward/domain/kernel";
import {
  decideFurtherForm,
  type FurtherFormFacts,
  type RecordFurtherForm,
} from "@kinward/domain/people";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { newId, present } from "../core/values.ts";

/** The forms of services, the initial one and those that followed, with the referral to which they belong. */
async function findForms(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  episodeId: RecordFurtherForm["episodeId"],
) {
  const rows = await (trx as ReadTrx)
    .selectFrom("referralForm as f")
    .innerJoin("referral as r", "r.referralId", "f.referralId")
    .select(["f.referralFormId", "f.referralId", "f.kind", "f.effectiveDate", "f.signedOn"])
    .where("f.caseId", "=", caseId)
    .where("r.episodeId", "=", episodeId)
    .where((eb) =>
      eb.or([eb("r.withdrawalReversed", "is", null), eb("r.withdrawalReversed", "=", false)]),
    )
    .orderBy("f.effectiveDate")
    .execute();
  const initial = rows.find((row) => row.kind === "INITIAL");
  if (initial === undefined) return undefined;
  const facts: FurtherFormFacts = {
    effectiveDate: initial.effectiveDate,
    further: rows
      .filter((row) => row.kind === "SUBSEQUENT")
      .map(({ referralFormId, effectiveDate, signedOn }) =>
        present({ formId: referralFormId, effectiveDate, signedOn }),
      ),
  };
  return { referralId: initial.referralId, facts };
}

/**
 * Records a form that followed the initial one, or what it should have said. Undefined when the services never began, or
 * have no such form. An act on a locked case.
 */
export async function recordFurtherForm(
  { trx, today }: CommandTools,
  caseId: CaseId,
  command: RecordFurtherForm,
): Promise<CommandAnswer<{ readonly warnings: readonly Warning[] }> | undefined> {
  const { corrects, episodeId, reason } = command;
  const found = await findForms(trx, caseId, episodeId);
  if (found === undefined) return undefined;
  const before = found.facts.further.find((one) => one.formId === corrects);
  if (corrects !== undefined && before === undefined) return undefined;
  const decided = decideFurtherForm(found.facts, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const form = decided.value;
  if (corrects === undefined)
    await trx
      .insertInto("referralForm")
      .values({
        ...form,
        referralFormId: newId<ReferralFormId>(),
        caseId,
        referralId: found.referralId,
        kind: "SUBSEQUENT",
        enteredOn: today,
      })
      .execute();
  else
    await trx
      .updateTable("referralForm")
      .set(form)
      .where("referralFormId", "=", corrects)
      .execute();
  return {
    done: {
      result: { warnings: decided.warnings },
      caseId,
      params: { on: form.effectiveDate, ...(before && { before: before.effectiveDate }) },
      ...(reason !== undefined && { reason }),
    },
  };
}
