import { type AssignmentWhy, referralStatusOn } from "@kinward/domain/assignment";
import type { OrganizationId, PlainDate, ReferralId } from "@kinward/domain/kernel";
import type { ReceiptView, ReferralRow } from "@kinward/domain/views";
import { sql } from "kysely";
import { type CaseListScope, readableCases } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/**
 * Why a case went where it went, from its ledger line alone.
 * @param seesLedger the reader may see the balance (D9)
 */
export async function findReceipt(
  trx: ReadTrx | Trx,
  referralId: ReferralId,
  seesLedger: boolean,
): Promise<ReceiptView | undefined> {
  const { rows } = await sql<
    Omit<ReceiptView, "why" | "balance" | "initialContactDueOn" | "warnings"> & {
      why: AssignmentWhy;
      warnings: ReceiptView["warnings"] | null;
      initialContactDueOn: PlainDate | null;
      names: Readonly<Record<OrganizationId, string>>;
    }
  >`
    SELECT r.referral_id, r.case_id, c.number AS case_number, c.family_name,
      concat_ws(' / ', sa.name, ca.subarea_name) AS area_name, o.name AS contractor_name, o.organization_id AS contractor_id,
      l.seq AS turn, l.line ->> 'method' AS method, (l.line ->> 'counted')::int = 1 AS counted,
      (l.line ->> 'outOfOrder')::int = 1 AS out_of_order, r.why, (l.line ->> 'policyNumber')::int AS policy_number,
      '[]'::jsonb AS cites, l.hash AS head_hash, r.submitted_at AS at, coalesce(s.name, '') AS by, e.effective_date,
      (SELECT min(d.due_on) FROM app.duty d WHERE d.episode_id = e.episode_id AND d.rule = 'CON-4') AS initial_contact_due_on,
      (SELECT k.result -> 'warnings' FROM app.command k WHERE k.command_id = l.command_id) AS warnings,
      (SELECT jsonb_object_agg(g.organization_id, g.name) FROM app.organization g
        WHERE g.organization_id::text IN (SELECT p ->> 'contractor' FROM jsonb_array_elements(r.why -> 'ledger' -> 'pool') p)) AS names
    FROM app.referral r
    JOIN app.case_record c USING (case_id) JOIN app.episode e USING (episode_id)
    JOIN app.ledger_line l ON l.referral_key = r.referral_key AND l.kind = 'ASSIGNMENT'
    JOIN app.organization o ON o.organization_id = (l.line ->> 'contractor')::uuid
    JOIN app.contract_area ca ON ca.contract_area_id = r.contract_area_id JOIN app.service_area sa USING (service_area_id)
    LEFT JOIN app.staff s ON s.staff_id = r.submitted_by
    WHERE r.referral_id = ${referralId}`.execute(trx as Trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { why, names, initialContactDueOn, warnings, ...rest } = row;
  const { pool, before, after } = why.ledger;
  const nameOf = (position: 0 | 1): string => {
    const contractor = pool[position]?.contractor;
    return (contractor && names?.[contractor]) ?? "";
  };
  return {
    ...rest,
    why: why.parts,
    cites: why.cites,
    warnings: warnings ?? [],
    ...(initialContactDueOn !== null && { initialContactDueOn }),
    ...(seesLedger &&
      pool.length > 0 && {
        balance: { before, after, first: nameOf(0), second: nameOf(1) },
      }),
  };
}

const REFERRALS_OF_A_PAGE = 50;

/** Referrals of the cases that someone may read, the newest first. One statement. */
export async function listReferrals(
  trx: ReadTrx | Trx,
  scope: CaseListScope,
  page: number,
  today: PlainDate,
): Promise<{ readonly rows: readonly ReferralRow[]; readonly total: number }> {
  const { rows } = await sql<
    Omit<ReferralRow, "status" | "acknowledgedAt"> & {
      acknowledgedAt: ReferralRow["submittedAt"] | null;
      withdrawnOn: PlainDate | null;
      lastServiceDay: PlainDate | null;
      total: number;
    }
  >`
    SELECT r.referral_id, r.case_id, c.number AS case_number, c.family_name, r.service_type,
      concat_ws(' / ', sa.name, ca.subarea_name) AS area_name, o.name AS contractor_name, l.seq AS turn, e.effective_date,
      r.submitted_at, r.acknowledged_at, r.withdrawn_on, e.last_service_day, (count(*) OVER ())::int AS total
    FROM app.referral r
    JOIN app.case_record c USING (case_id) JOIN app.episode e USING (episode_id)
    JOIN app.ledger_line l ON l.referral_key = r.referral_key AND l.kind = 'ASSIGNMENT'
    JOIN app.organization o ON o.organization_id = (l.line ->> 'contractor')::uuid
    JOIN app.contract_area ca ON ca.contract_area_id = r.contract_area_id JOIN app.service_area sa USING (service_area_id)
    WHERE r.case_id IN (${readableCases(scope, today)})
    ORDER BY r.submitted_at DESC, r.referral_id
    LIMIT ${REFERRALS_OF_A_PAGE} OFFSET ${(page - 1) * REFERRALS_OF_A_PAGE}`.execute(trx as Trx);
  return {
    rows: rows.map(({ total: _, withdrawnOn, lastServiceDay, acknowledgedAt, ...row }) => ({
      ...row,
      status: referralStatusOn(
        { effectiveDate: row.effectiveDate, ...present({ withdrawnOn, lastServiceDay }) },
        today,
      ),
      ...(acknowledgedAt !== null && { acknowledgedAt }),
    })),
    total: rows[0]?.total ?? 0,
  };
}
