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
  readonly coversOnTeam: boolean;
  readonly coversBelow: boolean;
  readonly coversSameSupervisorTeam: boolean;
  readonly coversCoordinatorOrNamed: boolean;
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

/** Staff below a supervisor on a day, through all levels; of a set of supervisors, below any of them. */
export const staffBelow = (
  supervisorId: StaffId | RawBuilder<unknown>,
  today: PlainDate,
): RawBuilder<unknown> => sql`
  WITH RECURSIVE below AS (
    SELECT l.staff_id FROM app.supervisor_line l
      WHERE l.supervisor_id IN (${supervisorId}) AND l.from_on <= ${today} AND (l.to_on IS NULL OR l.to_on >= ${today})
    UNION
    SELECT l.staff_id FROM app.supervisor_line l JOIN below b ON l.supervisor_id = b.staff_id
      WHERE l.from_on <= ${today} AND (l.to_on IS NULL OR l.to_on >= ${today})
  ) SELECT staff_id FROM below`;

/** Whom someone covers on a day. */
export const staffCovered = (
  staffId: StaffId | RawBuilder<unknown>,
  today: PlainDate,
): RawBuilder<unknown> => sql`SELECT v.staff_id FROM app.cover v
  WHERE v.covered_by = ${staffId} AND NOT v.cancelled AND v.from_on <= ${today} AND v.to_on >= ${today}`;

/** As whom someone sees lists on a day: as themselves and as whom they cover. */
export const staffAndCovered = (staffId: StaffId, today: PlainDate): RawBuilder<unknown> =>
  sql`SELECT ${staffId}::uuid UNION ALL ${staffCovered(staffId, today)}`;

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
  const onTeam = (staff: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`EXISTS (SELECT FROM app.case_team m WHERE m.case_id = t.case_id AND m.staff_id IN (${staff}))`;
  const teamOf = (staff: RawBuilder<unknown>): RawBuilder<unknown> => sql`EXISTS (
        SELECT FROM app.supervisor_line mine
        JOIN app.supervisor_line theirs ON theirs.supervisor_id = mine.supervisor_id AND ${inForce("theirs")}
        JOIN app.case_team m ON m.staff_id = theirs.staff_id AND m.case_id = t.case_id
        WHERE mine.staff_id IN (${staff}) AND ${inForce("mine")})`;
  const { rows } = await sql<Row>`
    WITH target AS (${target(key)}), covered AS MATERIALIZED (${staffCovered(staffId, today)})
    SELECT t.case_id,
      ${onTeam(sql`${staffId}::uuid`)} AS on_team,
      ${onTeam(staffBelow(staffId, today))} AS below,
      ${teamOf(sql`${staffId}::uuid`)} AS same_supervisor_team,
      ${onTeam(COVERED)} AS covers_on_team,
      ${onTeam(staffBelow(COVERED, today))} AS covers_below,
      ${teamOf(COVERED)} AS covers_same_supervisor_team,
      ${onTeam(COVERED)} OR EXISTS (SELECT FROM app.coordinator c WHERE c.case_id = t.case_id AND c.staff_id IN (${COVERED}))
        AS covers_coordinator_or_named,
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

const COVERED = sql`SELECT staff_id FROM covered`;

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
  ...coveringOf(row),
  today,
});

/** Nothing is said of covering where it gives nothing. */
const coveringOf = (row: Row): Pick<Relation, "covering"> => {
  const covering = {
    onTeam: row.coversOnTeam,
    below: row.coversBelow,
    sameSupervisorTeam: row.coversSameSupervisorTeam,
    coordinatorOrNamed: row.coversCoordinatorOrNamed,
  };
  return Object.values(covering).some(Boolean) ? { covering } : {};
};
