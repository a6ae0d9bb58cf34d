import type { CaseId, Instant, ReferralFormId, Warning } from "@kinward/domain/kernel";
import {
  type CorrectEffectiveDate,
  decideCorrectEffectiveDate,
  isBackdated,
} from "@kinward/domain/people";
import type { FormView, FurtherForm, Source } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { present } from "../core/values.ts";
import { findServices } from "./services.ts";

interface FormRow {
  readonly form: Omit<FormView, "backdated" | "source" | "former" | "further">;
  readonly formId: ReferralFormId;
  readonly isInitial: boolean;
  readonly at: Instant;
  readonly by: string | null;
  readonly organizationName: string | null;
  readonly reason: string | null;
  readonly isFormer: boolean;
}

/** The initial forms of a case, the newest last, with who entered and corrected them, and the forms that followed. */
export async function listForms(trx: ReadTrx, caseId: CaseId): Promise<readonly FormView[]> {
  const { rows } = await sql<FormRow>`
    SELECT jsonb_strip_nulls(jsonb_build_object('episodeId', e.episode_id, 'serviceType', e.service_type, 'effectiveDate', f.effective_date,
        'signedOn', f.signed_on, 'enteredOn', f.entered_on, 'lastServiceDay', e.last_service_day)) AS form,
      f.referral_form_id AS form_id, f.kind = 'INITIAL' AS is_initial, f.known_from AS at, f.is_former, c.reason, coalesce(s.name, c.system_purpose) AS by,
      CASE WHEN c.command_id IS NOT NULL THEN coalesce(o.name, (SELECT name FROM app.agency)) END AS organization_name
    FROM (
      SELECT n.*, false AS is_former FROM app.referral_form n WHERE n.case_id = ${caseId}
      UNION ALL
      SELECT o.*, true FROM app.history h, jsonb_populate_record(NULL::app.referral_form, h.row) o
      WHERE h.case_id = ${caseId} AND h.table_name = 'referral_form'
    ) f
    JOIN app.referral r ON r.referral_id = f.referral_id AND r.withdrawal_reversed IS NOT TRUE
    JOIN app.episode e ON e.episode_id = r.episode_id
    LEFT JOIN app.command c ON c.command_id = f.command_id
    LEFT JOIN app.staff s ON s.staff_id = c.actor_staff_id
    LEFT JOIN app.organization o ON o.organization_id = c.organization_id
    ORDER BY e.no, f.version DESC`.execute(trx as unknown as Trx);
  const sourceOf = ({ at, by, organizationName, reason }: FormRow): Source =>
    present({ at, by, organizationName, reason }) as Source;
  const furtherOf = (row: FormRow): FurtherForm => {
    const { effectiveDate, signedOn, enteredOn } = row.form;
    return {
      formId: row.formId,
      effectiveDate,
      ...(signedOn !== undefined && { signedOn }),
      enteredOn,
      source: sourceOf(row),
    };
  };
  return rows
    .filter((row) => row.isInitial && !row.isFormer)
    .map((row) => ({
      ...row.form,
      backdated: isBackdated(row.form),
      source: sourceOf(row),
      former: rows
        .filter((one) => one.isFormer && one.formId === row.formId)
        .map((one) => ({ effectiveDate: one.form.effectiveDate, source: sourceOf(one) })),
      further: rows
        .filter(
          (one) => !one.isInitial && !one.isFormer && one.form.episodeId === row.form.episodeId,
        )
        .map(furtherOf)
        .toSorted((a, b) => a.effectiveDate.localeCompare(b.effectiveDate)),
    }));
}

/**
 * Corrects the effective date of services: form, episode and first contractor carry the new one, and the duties are
 * derived from it. Undefined when the services never began. An act on a locked case.
 */
export async function correctEffectiveDate(
  { trx, today }: CommandTools,
  caseId: CaseId,
  command: CorrectEffectiveDate,
): Promise<CommandAnswer<{ readonly warnings: readonly Warning[] }> | undefined> {
  const { episodeId } = command;
  const facts = await findServices(trx, caseId, episodeId);
  if (facts === undefined) return undefined;
  const decided = decideCorrectEffectiveDate(facts, command, today);
  if (!decided.ok) return { no: decided.refusals };
  const { effectiveDate } = decided.value;
  await trx
    .updateTable("episode")
    .set({ effectiveDate })
    .where("episodeId", "=", episodeId)
    .execute();
  await sql`UPDATE app.referral_form SET effective_date = ${effectiveDate}
    WHERE kind = 'INITIAL' AND referral_id = (SELECT referral_id FROM app.referral WHERE episode_id = ${episodeId})`.execute(
    trx,
  );
  await trx
    .updateTable("episodeContractor")
    .set({ fromOn: effectiveDate })
    .where("episodeId", "=", episodeId)
    .where("fromOn", "=", facts.effectiveDate)
    .execute();
  // What a contractor could read it still may.
  await sql`UPDATE app.case_org o SET from_on = least(o.from_on, ${effectiveDate}) FROM app.episode_contractor x
    WHERE x.episode_id = ${episodeId} AND x.from_on = ${effectiveDate} AND o.case_id = x.case_id
      AND o.organization_id = x.organization_id`.execute(trx);
  return {
    done: {
      result: { warnings: decided.warnings },
      caseId,
      params: { before: facts.effectiveDate, after: effectiveDate },
    },
  };
}
