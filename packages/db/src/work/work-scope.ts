import type { Role } from "@kinward/domain/views";
import type { OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";
import { staffAndCovered, staffBelow, staffCovered } from "../accounts/relation.ts";
import type { ReadTrx, Trx } from "../core/client.ts";

/** Whose list of work is asked for. */
export interface WorkScope {
  readonly staffId: StaffId;
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly roles: readonly Role[];
}

const inForce = (alias: string, today: PlainDate): RawBuilder<boolean> =>
  sql`(${sql.ref(`${alias}.from_on`)} <= ${today} AND (${sql.ref(`${alias}.to_on`)} IS NULL OR ${sql.ref(`${alias}.to_on`)} >= ${today}))`;

/**
 * Episodes whose duties are someone's work today: of a coordinator those they coordinate, of a contractor's supervisor and
 * intake those of the organization, of a worker those of their cases, of a supervisor those of the people below; and
 * what is the work of whom they cover.
 */
export function episodesOfWork(scope: WorkScope, today: PlainDate): RawBuilder<unknown> {
  const { staffId, organizationId, roles } = scope;
  const self = staffAndCovered(staffId, today);
  const parts: RawBuilder<unknown>[] = [];
  if (organizationId !== undefined) {
    if (roles.includes("CONTRACTOR_SUPERVISOR") || roles.includes("INTAKE"))
      parts.push(sql`SELECT w.episode_id FROM app.episode_contractor w WHERE w.organization_id = ${organizationId}
        AND (w.to_on IS NULL OR w.to_on >= ${today}::date - 60)`);
    if (roles.includes("CARE_COORDINATOR"))
      parts.push(sql`SELECT w.episode_id FROM app.coordinator w
        JOIN app.episode_contractor o ON o.episode_id = w.episode_id AND o.organization_id = ${organizationId}
        WHERE w.staff_id IN (${self}) AND w.from_on <= ${today} AND (w.to_on IS NULL OR w.to_on >= ${today}::date - 60)
          AND NOT EXISTS (SELECT FROM app.coordinator n WHERE n.episode_id = w.episode_id AND n.from_on > w.from_on AND n.from_on <= ${today})`);
  } else {
    if (roles.includes("CASEWORKER"))
      parts.push(sql`SELECT e.episode_id FROM app.case_team w JOIN app.episode e ON e.case_id = w.case_id
        WHERE w.staff_id IN (${self}) AND ${inForce("w", today)}`);
    if (roles.includes("SUPERVISOR"))
      parts.push(sql`SELECT e.episode_id FROM app.case_team w JOIN app.episode e ON e.case_id = w.case_id
        WHERE w.staff_id IN (${staffBelow(self, today)}) AND ${inForce("w", today)}`);
  }
  return parts.length === 0
    ? sql`SELECT NULL::uuid AS episode_id WHERE false`
    : sql.join(parts, sql` UNION `);
}

/** Episodes that are someone's work only because they cover whose they are, with the name of that one. */
export const coveredEpisodes = (
  { staffId }: WorkScope,
  today: PlainDate,
): RawBuilder<unknown> => sql`
  SELECT h.episode_id, min(s.name) AS for_name
  FROM (${staffCovered(staffId, today)}) c JOIN app.staff s ON s.staff_id = c.staff_id
  JOIN LATERAL (
    SELECT e.episode_id, w.case_id FROM app.case_team w JOIN app.episode e ON e.case_id = w.case_id
      WHERE w.staff_id = c.staff_id AND ${inForce("w", today)}
    UNION SELECT w.episode_id, w.case_id FROM app.coordinator w WHERE w.staff_id = c.staff_id AND ${inForce("w", today)}
  ) h ON true
  WHERE NOT EXISTS (SELECT FROM app.case_team o WHERE o.case_id = h.case_id AND o.staff_id = ${staffId} AND ${inForce("o", today)})
    AND NOT EXISTS (SELECT FROM app.coordinator o WHERE o.episode_id = h.episode_id AND o.staff_id = ${staffId} AND ${inForce("o", today)})
  GROUP BY h.episode_id`;

/** The people whose list a supervisor may look at: those below in the Department, care coordinators of the contractor. */
export async function listPeopleOfWork(
  trx: ReadTrx | Trx,
  scope: WorkScope,
  today: PlainDate,
): Promise<readonly { readonly staffId: StaffId; readonly name: string }[]> {
  const { staffId, organizationId, roles } = scope;
  const isHead = roles.includes("SUPERVISOR") || roles.includes("CONTRACTOR_SUPERVISOR");
  if (!isHead) return [];
  const whose =
    organizationId === undefined
      ? sql`s.staff_id IN (${staffBelow(staffAndCovered(staffId, today), today)}) AND s.organization_id IS NULL`
      : sql`s.organization_id = ${organizationId} AND EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id
          AND r.role = 'CARE_COORDINATOR' AND (r.to_on IS NULL OR r.to_on > ${today}))`;
  const { rows } = await sql<{ staffId: StaffId; name: string }>`
    SELECT s.staff_id, s.name FROM app.staff s
    WHERE ${whose} AND s.staff_id <> ${staffId} AND (s.ended_on IS NULL OR s.ended_on > ${today}) ORDER BY s.name`.execute(
    trx as unknown as Trx,
  );
  return rows;
}

/** Roles of today of someone whose list is looked at. */
export async function rolesOfStaff(
  trx: ReadTrx,
  staffId: StaffId,
  today: PlainDate,
): Promise<readonly Role[]> {
  const rows = await trx
    .selectFrom("staffRole")
    .select("role")
    .where("staffId", "=", staffId)
    .where("fromOn", "<=", today)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">", today)]))
    .execute();
  return rows.map((row) => row.role);
}
