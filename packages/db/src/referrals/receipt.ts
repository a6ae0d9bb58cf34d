import { type AssignmentWhy, referralStatusOn, withdrawalOn } from "@kinward/domain/assignment";
import type { OrganizationId, PlainDate, ReferralId } from "@kinward/domain/kernel";
import type { OverrideRecordView, ReceiptView, ReferralRow } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { type CaseListScope, readableCases } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** What the reader of a receipt may see beside the turn (D9). */
export interface ReceiptReader {
  readonly today: PlainDate;
  /** Balance. */
  readonly ledger: boolean;
  /** The family's name. */
  readonly family: boolean;
  /** Why it was overridden, transferred or withdrawn. */
  readonly record: boolean;
  /** May withdraw it. */
  readonly withdraws: boolean;
  /** Numbers of other cases. */
  readonly otherCases: boolean;
}

type Override = Omit<OverrideRecordView, "service"> & {
  readonly service: OverrideRecordView["service"] | null;
};
interface Row extends Omit<
  ReceiptView,
  "why" | "balance" | "initialContactDueOn" | "warnings" | "override" | "withdrawal" | "familyName"
> {
  readonly familyName: string;
  readonly why: AssignmentWhy;
  readonly warnings: ReceiptView["warnings"] | null;
  readonly initialContactDueOn: PlainDate | null;
  readonly names: Readonly<Record<OrganizationId, string>>;
  readonly withdrawnOn: PlainDate | null;
  readonly lastServiceDay: PlainDate | null;
  readonly overrideRecord: Override | null;
  readonly withdrawal: Omit<NonNullable<ReceiptView["withdrawal"]>, "on"> | null;
  readonly transfer: string | null;
}

/** Why a case went where it went, from its ledger line alone, and what became of the referral. One statement. */
export async function findReceipt(
  trx: ReadTrx | Trx,
  referralId: ReferralId,
  reader: ReceiptReader,
): Promise<ReceiptView | undefined> {
  const { rows } = await sql<Row>`
    SELECT r.referral_id, r.case_id, c.number AS case_number, c.family_name,
      concat_ws(' / ', sa.name, ca.subarea_name) AS area_name, o.name AS contractor_name, o.organization_id AS contractor_id,
      l.seq AS turn, l.line ->> 'method' AS method, (l.line ->> 'counted')::int = 1 AS counted,
      (l.line ->> 'outOfOrder')::int = 1 AS out_of_order, r.why, (l.line ->> 'policyNumber')::int AS policy_number,
      '[]'::jsonb AS cites, l.hash AS head_hash, r.submitted_at AS at, coalesce(s.name, '') AS by, e.effective_date,
      r.withdrawn_on, e.last_service_day, r.transfer_reason AS transfer, ${OVERRIDE} AS override_record, ${WITHDRAWAL} AS withdrawal,
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
  const {
    why,
    names,
    initialContactDueOn,
    warnings,
    familyName,
    overrideRecord,
    withdrawal,
    withdrawnOn,
    lastServiceDay,
    transfer,
    ...rest
  } = row;
  const { pool, before, after } = why.ledger;
  const nameOf = (position: 0 | 1): string => {
    const contractor = pool[position]?.contractor;
    return (contractor && names?.[contractor]) ?? "";
  };
  const dates = {
    effectiveDate: row.effectiveDate,
    ...present({ withdrawnOn, lastServiceDay }),
  };
  const withdrawn = withdrawalOn(dates, reader.today);
  return {
    ...rest,
    ...(reader.family && { familyName }),
    status: referralStatusOn(dates, reader.today),
    why: why.parts,
    cites: why.cites,
    warnings: reader.record ? (warnings ?? []) : [],
    ...(initialContactDueOn !== null && { initialContactDueOn }),
    ...(reader.record && overrideRecord !== null && { override: shown(overrideRecord, reader) }),
    ...(reader.record && transfer !== null && { transferReason: transfer }),
    ...(reader.record &&
      withdrawal !== null &&
      withdrawnOn !== null && { withdrawal: { ...withdrawal, on: withdrawnOn } }),
    ...(reader.withdraws && withdrawn && { withdraw: { reverses: withdrawn.reverses } }),
    ...(reader.ledger &&
      pool.length > 0 && {
        balance: { before, after, first: nameOf(0), second: nameOf(1) },
      }),
  };
}

const shown = (
  { service, ...override }: Override,
  { otherCases }: ReceiptReader,
): OverrideRecordView => {
  if (service === null || service === undefined) return override;
  const { caseNumber, ...rest } = service;
  return {
    ...override,
    service: { ...rest, ...(otherCases && caseNumber !== undefined && { caseNumber }) },
  };
};

/** The override of a referral `r`, with names, and the case in which its prior service was found. */
const OVERRIDE = sql`CASE WHEN r.override IS NOT NULL AND l.line ->> 'method' = 'OVERRIDE' THEN jsonb_strip_nulls(jsonb_build_object(
  'believedBeneficialBy', r.override -> 'believedBeneficialBy', 'reason', r.override ->> 'reason',
  'requestedBy', (SELECT q.name FROM app.staff q WHERE q.staff_id::text = r.override ->> 'requestedBy'),
  'approvedBy', (SELECT q.name FROM app.staff q WHERE q.staff_id::text = r.override ->> 'approvedBy'),
  'service', (
    SELECT jsonb_build_object('organizationName', g.name, 'from', v ->> 'from', 'to', v ->> 'to', 'found', v ? 'foundId',
      'caseNumber', (SELECT n.number FROM app.case_record n WHERE n.case_id IN (
        SELECT k.case_id FROM app.episode_contractor k WHERE k.episode_contractor_id::text = v ->> 'foundId'
        UNION ALL SELECT k.case_id FROM app.prior_service k WHERE k.prior_service_id::text = v ->> 'foundId')))
    FROM jsonb_array_elements(r.override -> 'priorService') v
    JOIN app.organization g ON g.organization_id::text = v ->> 'organizationId' LIMIT 1))) END`;

/** Who withdrew a referral `r`, when and why, and the line that took its turn back. */
const WITHDRAWAL = sql`(SELECT jsonb_strip_nulls(jsonb_build_object('by', coalesce(q.name, ''), 'reason', coalesce(k.reason, ''),
    'at', to_char(k.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'line', (SELECT jsonb_build_object('turn', v.seq, 'hash', v.hash) FROM app.ledger_line v
      WHERE v.referral_key = r.referral_key AND v.kind = 'REVERSAL')))
  FROM app.command k LEFT JOIN app.staff q ON q.staff_id = k.actor_staff_id
  WHERE r.withdrawn_on IS NOT NULL AND k.case_id = r.case_id AND k.procedure = 'referrals.withdraw'
    AND k.params ->> 'referralId' = r.referral_id::text LIMIT 1)`;

const REFERRALS_OF_A_PAGE = 50;

/** Whose receipts a list shows: of a worker those of own cases, though those of the team may be read (D9). */
const receiptCases = (scope: CaseListScope, today: PlainDate): RawBuilder<unknown> =>
  scope.roles.includes("CASEWORKER") && !scope.roles.includes("SUPERVISOR")
    ? sql`SELECT t.case_id FROM app.case_team t WHERE t.staff_id = ${scope.staffId}`
    : readableCases(scope, today);

/** Referrals whose receipts are someone's to read, the newest first. One statement. */
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
    WHERE r.case_id IN (${receiptCases(scope, today)})
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
