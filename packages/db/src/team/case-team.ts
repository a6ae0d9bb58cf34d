import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { TeamTermView } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/**
 * Everyone who is, was or will be on the team of a case, newest first: workers and named members, their supervisors while
 * they led them, care coordinators of each service, and covers.
 * @param until what a contractor sees ends with its last service day
 */
export async function listCaseTeam(
  trx: ReadTrx,
  caseId: CaseId,
  until?: PlainDate,
): Promise<readonly TeamTermView[]> {
  const last = sql`${until ?? null}::date`;
  const { rows } = await sql<TeamTermView>`
    WITH held AS (
      SELECT t.case_team_id::text AS id, t.role, t.staff_id, t.from_on, t.to_on, NULL::text AS service_type
      FROM app.case_team t WHERE t.case_id = ${caseId}
      UNION ALL
      SELECT k.coordinator_id::text, 'CARE_COORDINATOR', k.staff_id, k.from_on, k.to_on, e.service_type
      FROM app.coordinator k JOIN app.episode e ON e.episode_id = k.episode_id WHERE k.case_id = ${caseId}
    ), team AS (
      SELECT h.*, NULL::uuid AS of_id FROM held h
      UNION ALL
      SELECT l.supervisor_line_id || ' ' || h.id, 'SUPERVISOR', l.supervisor_id,
        greatest(l.from_on, h.from_on), least(l.to_on, h.to_on), NULL, h.staff_id
      FROM held h JOIN app.supervisor_line l ON l.staff_id = h.staff_id AND h.role = 'CASEWORKER'
        AND daterange(l.from_on, l.to_on, '[]') && daterange(h.from_on, h.to_on, '[]')
      UNION ALL
      SELECT v.cover_id || ' ' || h.id, 'COVER', v.covered_by,
        greatest(v.from_on, h.from_on), least(v.to_on, h.to_on), h.service_type, h.staff_id
      FROM held h JOIN app.cover v ON v.staff_id = h.staff_id AND NOT v.cancelled
        AND daterange(v.from_on, v.to_on, '[]') && daterange(h.from_on, h.to_on, '[]')
    )
    SELECT t.id, t.role, t.staff_id, s.name, o.name AS organization_name, t.from_on AS "from",
      CASE WHEN ${last} IS NULL OR t.to_on <= ${last} THEN t.to_on END AS "to", a.name AS of_name, t.service_type
    FROM team t JOIN app.staff s ON s.staff_id = t.staff_id
    LEFT JOIN app.organization o ON o.organization_id = s.organization_id
    LEFT JOIN app.staff a ON a.staff_id = t.of_id
    WHERE ${last} IS NULL OR t.from_on <= ${last}
    ORDER BY t.from_on DESC, s.name`.execute(trx as unknown as Trx);
  return rows.map((row) => present(row) as TeamTermView);
}
