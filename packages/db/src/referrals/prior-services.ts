import type { FoundService, ReferralDraft } from "@kinward/domain/assignment";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { ServiceType } from "@kinward/domain/people";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { type Present, present } from "../core/values.ts";

/** Earlier service of the people of a referral, with where it stands and who leads to it. */
export interface FoundPriorService extends FoundService {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly organizationName: string;
  readonly serviceType?: ServiceType;
  /** Entered with a referral of that case, not an episode of it. */
  readonly entered: boolean;
  /** People of the referral who were in the case, as they are shown. */
  readonly through: readonly string[];
}

/**
 * Every service on record that any of the people of a draft, or of its case, had in any case: terms of contractors that
 * have begun, and prior services entered with earlier referrals; the newest first. One statement.
 */
export async function findPriorServices(
  trx: ReadTrx | Trx,
  draft: Pick<ReferralDraft, "caseId" | "family">,
  today: PlainDate,
): Promise<readonly FoundPriorService[]> {
  const people = (draft.family?.members ?? []).flatMap((member) => member.personId ?? []);
  const caseId = draft.caseId ?? null;
  if (people.length === 0 && caseId === null) return [];
  const { rows } = await sql<FoundPriorService>`
    WITH family AS (
      SELECT unnest(${people}::uuid[]) AS person_id
      UNION SELECT m.person_id FROM app.member m WHERE m.case_id = ${caseId}::uuid
    ), membership AS (
      SELECT m.case_id, m.person_id, m.joined_on, m.left_on, app.display_name(p.given, p.preferred, p.family, p.suffix) AS name
      FROM family f JOIN app.member m USING (person_id) JOIN app.person p USING (person_id)
    ), service AS (
      SELECT k.episode_contractor_id AS found_id, e.case_id, e.episode_id, k.organization_id, NULL AS organization_name,
        e.service_type, k.from_on, coalesce(k.to_on, e.last_service_day) AS to_on, false AS entered
      FROM app.episode e JOIN app.episode_contractor k USING (episode_id)
      WHERE e.case_id IN (SELECT case_id FROM membership) AND NOT e.withdrawn AND k.from_on <= ${today}
      UNION ALL
      SELECT s.prior_service_id, s.case_id, NULL, s.organization_id, s.organization_name, NULL, s.from_on, s.to_on, true
      FROM app.prior_service s WHERE s.case_id IN (SELECT case_id FROM membership)
    )
    SELECT s.found_id, s.case_id, c.number AS case_number, s.episode_id, s.organization_id,
      coalesce(o.name, s.organization_name) AS organization_name, s.service_type, s.from_on AS from, s.to_on AS to, s.entered, t.through
    FROM service s
    JOIN app.case_record c USING (case_id)
    LEFT JOIN app.organization o ON o.organization_id = s.organization_id
    -- Through whoever was in the case while it was served.
    JOIN LATERAL (
      SELECT array_agg(DISTINCT m.name ORDER BY m.name) AS through FROM membership m
      WHERE m.case_id = s.case_id AND (s.entered OR (
        (m.left_on IS NULL OR m.left_on >= s.from_on) AND (m.joined_on IS NULL OR s.to_on IS NULL OR m.joined_on <= s.to_on)))
    ) t ON t.through IS NOT NULL
    ORDER BY s.from_on DESC NULLS LAST, s.entered, s.found_id`.execute(trx as Trx);
  return rows.map((row) => present(row) as Present<FoundPriorService>);
}
