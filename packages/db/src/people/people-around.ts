import type { PersonId, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { PeopleAround } from "@kinward/domain/people";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

export interface StaffAround extends PeopleAround {
  /** Of the supervisors those directly above a worker, and their covers. */
  readonly nearest: readonly StaffId[];
}

const NOBODY: StaffAround = { workers: [], supervisors: [], covers: [], nearest: [] };

/** Who has each person in a case, who is above them today, and who stands in for whom of them. */
export async function staffAround(
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
  today: PlainDate,
): Promise<(personId: PersonId) => StaffAround> {
  if (people.length === 0) return () => NOBODY;
  const { rows } = await sql<StaffAround & { readonly personId: PersonId }>`
    WITH RECURSIVE line AS MATERIALIZED (
      SELECT l.staff_id, l.supervisor_id FROM app.supervisor_line l
      WHERE l.from_on <= ${today} AND (l.to_on IS NULL OR l.to_on >= ${today})
    ), team AS (
      SELECT DISTINCT m.person_id, t.staff_id FROM app.member m JOIN app.case_team t USING (case_id)
      WHERE m.person_id = ANY (${people}::uuid[])
    ), above AS (
      SELECT t.person_id, l.supervisor_id, true AS nearest FROM team t JOIN line l USING (staff_id)
      UNION
      SELECT a.person_id, l.supervisor_id, false FROM above a JOIN line l ON l.staff_id = a.supervisor_id
    ), supervisor AS (
      SELECT a.person_id, a.supervisor_id AS staff_id, bool_or(a.nearest) AS nearest FROM above a
      WHERE EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = a.supervisor_id AND r.role = 'SUPERVISOR'
        AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))
      GROUP BY a.person_id, a.supervisor_id
    ), begun AS MATERIALIZED (
      SELECT v.staff_id, v.covered_by, v.to_on >= ${today} AS today FROM app.cover v
      WHERE NOT v.cancelled AND v.from_on <= ${today}
    ), cover AS (
      SELECT s.person_id, s.staff_id, v.covered_by, s.nearest FROM supervisor s JOIN begun v USING (staff_id)
      WHERE v.today AND EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = v.covered_by AND r.role = 'SUPERVISOR'
        AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))
    ), worker AS (
      SELECT t.person_id, t.staff_id FROM team t
      UNION SELECT t.person_id, v.covered_by FROM team t JOIN begun v USING (staff_id)
      UNION SELECT s.person_id, v.covered_by FROM supervisor s JOIN begun v USING (staff_id)
    )
    SELECT p.person_id,
      ARRAY(SELECT w.staff_id FROM worker w WHERE w.person_id = p.person_id) AS workers,
      ARRAY(SELECT s.staff_id FROM supervisor s WHERE s.person_id = p.person_id) AS supervisors,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('staffId', c.staff_id, 'coveredBy', c.covered_by)), '[]')
        FROM cover c WHERE c.person_id = p.person_id) AS covers,
      ARRAY(SELECT s.staff_id FROM supervisor s WHERE s.person_id = p.person_id AND s.nearest
        UNION SELECT c.covered_by FROM cover c WHERE c.person_id = p.person_id AND c.nearest) AS nearest
    FROM unnest(${people}::uuid[]) AS p(person_id)`.execute(trx as Trx);
  const found = new Map(rows.map((row) => [row.personId, row]));
  return (personId) => found.get(personId) ?? NOBODY;
}
