import type { ContractAreaId, PlainDate } from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";

/** The day of submission of line `l` with its form `f`; where no form says it, the day of the line in the agency's zone. */
export const SUBMITTED_ON = sql<PlainDate>`coalesce(f.entered_on,
  ((l.line ->> 'at')::timestamptz AT TIME ZONE (SELECT time_zone FROM app.agency))::date)`;

/** Assignments of an area in a period that still count: not taken back, and as they were last corrected. */
export const standingTurns = (
  contractAreaId: ContractAreaId,
  from: PlainDate,
  to: PlainDate,
): RawBuilder<unknown> => sql`
  SELECT l.seq, r.case_id, r.submitted_by, e.effective_date, l.line ->> 'method' AS method,
    (coalesce(a.line, l.line) ->> 'contractor')::uuid AS contractor
  FROM app.ledger_line l
  JOIN app.referral r ON r.referral_key = l.referral_key
  JOIN app.episode e ON e.episode_id = r.episode_id
  LEFT JOIN app.referral_form f ON f.referral_id = r.referral_id AND f.kind = 'INITIAL'
  -- Few lines of an area change an earlier one: read once, not for each.
  LEFT JOIN (
    SELECT DISTINCT ON (referral_key) referral_key, kind, line FROM app.ledger_line
    WHERE contract_area_id = ${contractAreaId} AND kind IN ('REVERSAL', 'CORRECTION')
    ORDER BY referral_key, seq DESC
  ) a ON a.referral_key = l.referral_key
  WHERE l.contract_area_id = ${contractAreaId} AND l.kind = 'ASSIGNMENT'
    AND (coalesce(a.line, l.line) ->> 'counted')::int = 1
    AND ${SUBMITTED_ON} BETWEEN ${from} AND ${to}`;
