import type { Relation } from "@kinward/domain/access";
import type {
  CaseId,
  EpisodeId,
  OrganizationId,
  PlainDate,
  ReferralId,
  StaffId,
} from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

/** What leads to a case. */
export type CaseKey =
  | { readonly caseId: CaseId }
  | { readonly episodeId: EpisodeId }
  | { readonly referralId: ReferralId };

export interface RelatedCase {
  readonly caseId: CaseId;
  readonly relation: Relation;
}

interface Row {
  readonly caseId: CaseId;
  readonly onTeam: boolean;
  readonly below: boolean;
  readonly sameSupervisorTeam: boolean;
  readonly isContractor: boolean;
  readonly lastServiceDay: PlainDate | null;
  readonly coordinatorOrNamed: boolean;
  readonly coordinatorToday: boolean;
  readonly ownArea: boolean;
  readonly contactMade: boolean;
  readonly reasonGiven: boolean;
}

const target = (key: CaseKey): RawBuilder<unknown> => {
  if ("caseId" in key)
    return sql`SELECT case_id FROM app.case_record WHERE case_id = ${key.caseId}`;
  if ("episodeId" in key)
    return sql`SELECT case_id FROM app.episode WHERE episode_id = ${key.episodeId}`;
  return sql`SELECT case_id FROM app.referral WHERE referral_id = ${key.referralId}`;
};

/** Staff below a supervisor on a day, through all levels. */
export const staffBelow = (
  supervisorId: StaffId | RawBuilder<unknown>,
  today: PlainDate,
): RawBuilder<unknown> => sql`
  WITH RECURSIVE below AS (
    SELECT l.staff_id FROM app.supervisor_line l
      WHERE l.supervisor_id = ${supervisorId} AND l.from_on <= ${today} AND (l.to_on IS NULL OR l.to_on >= ${today})
    UNION
    SELECT l.staff_id FROM app.supervisor_line l JOIN below b ON l.supervisor_id = b.staff_id
      WHERE l.from_on <= ${today} AND (l.to_on IS NULL OR l.to_on >= ${today})
  ) SELECT staff_id FROM below`;

/**
 * The case a key leads to and what it has to do with the caller, as the access table asks; undefined when there is none
 * or row-level security hides it. Teams are those of today; having been on the case's team counts like being on it.
 */
export async function findRelatedCase(
  trx: ReadTrx | Trx,
  key: CaseKey,
  caller: { readonly staffId: StaffId; readonly organizationId?: OrganizationId },
  today: PlainDate,
): Promise<RelatedCase | undefined> {
  const { staffId } = caller;
  const organizationId = caller.organizationId ?? null;
  const inForce = (alias: string): RawBuilder<unknown> =>
    sql`${sql.ref(`${alias}.from_on`)} <= ${today} AND (${sql.ref(`${alias}.to_on`)} IS NULL OR ${sql.ref(`${alias}.to_on`)} >= ${today})`;
  const { rows } = await sql<Row>`
    WITH target AS (${target(key)})
    SELECT t.case_id,
      EXISTS (SELECT FROM app.case_team m WHERE m.case_id = t.case_id AND m.staff_id = ${staffId}) AS on_team,
      EXISTS (SELECT FROM app.case_team m WHERE m.case_id = t.case_id AND m.staff_id IN (${staffBelow(staffId, today)})) AS below,
      EXISTS (
        SELECT FROM app.supervisor_line mine
        JOIN app.supervisor_line theirs ON theirs.supervisor_id = mine.supervisor_id AND ${inForce("theirs")}
        JOIN app.case_team m ON m.staff_id = theirs.staff_id AND m.case_id = t.case_id
        WHERE mine.staff_id = ${staffId} AND ${inForce("mine")}
      ) AS same_supervisor_team,
      o.case_id IS NOT NULL AS is_contractor, o.last_service_day,
      EXISTS (SELECT FROM app.coordinator c WHERE c.case_id = t.case_id AND c.staff_id = ${staffId})
        OR EXISTS (SELECT FROM app.case_team m WHERE m.case_id = t.case_id AND m.staff_id = ${staffId}) AS coordinator_or_named,
      EXISTS (SELECT FROM app.coordinator c WHERE c.case_id = t.case_id AND c.staff_id = ${staffId}
        AND c.from_on <= ${today} AND (c.to_on IS NULL OR c.to_on >= ${today})) AS coordinator_today,
      ${organizationId}::uuid IS NOT NULL AND EXISTS (
        SELECT FROM app.episode_contractor e JOIN app.contract k USING (contract_area_id)
        WHERE e.case_id = t.case_id AND k.organization_id = ${organizationId}::uuid) AS own_area,
      EXISTS (SELECT FROM app.contact k WHERE k.case_id = t.case_id AND NOT k.withdrawn AND k.mode <> 'ATTEMPT') AS contact_made,
      EXISTS (SELECT FROM app.case_access_reason r
        WHERE r.case_id = t.case_id AND r.staff_id = ${staffId} AND r.on_date = ${today}) AS reason_given
    FROM target t
    LEFT JOIN app.case_org o ON o.case_id = t.case_id AND o.organization_id = ${organizationId}::uuid`.execute(
    trx as Trx,
  );
  const [row] = rows;
  return row === undefined ? undefined : { caseId: row.caseId, relation: relationOf(row, today) };
}

const relationOf = (row: Row, today: PlainDate): Relation => ({
  onTeam: row.onTeam,
  below: row.below,
  sameSupervisorTeam: row.sameSupervisorTeam,
  ...(row.isContractor
    ? {
        contractorOfCase: row.lastServiceDay === null ? {} : { lastServiceDay: row.lastServiceDay },
      }
    : {}),
  coordinatorOrNamed: row.coordinatorOrNamed,
  coordinatorOnDay: row.coordinatorToday,
  ownArea: row.ownArea,
  contactMade: row.contactMade,
  reasonGiven: row.reasonGiven,
  today,
});
