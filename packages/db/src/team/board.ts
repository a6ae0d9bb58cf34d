import type { OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { type BoardBounds, boardBounds } from "@kinward/domain/team";
import type { BoardPerson, CaseOfPerson } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { staffAndCovered, staffBelow } from "../accounts/relation.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";
import { present } from "../core/values.ts";
import { LIST_KIND } from "../duties/duty-row.ts";
import { behindBook } from "../duties/keep-current.ts";

/** Who looks at a board: someone who leads people of the Department, or of a contractor. */
export interface BoardScope {
  readonly staffId: StaffId;
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId | undefined;
}

const inForce = (alias: string, today: PlainDate): RawBuilder<boolean> =>
  sql`(${sql.ref(`${alias}.from_on`)} <= ${today} AND (${sql.ref(`${alias}.to_on`)} IS NULL OR ${sql.ref(`${alias}.to_on`)} >= ${today}))`;

/** The people of a board: workers below in the Department, care coordinators of the contractor. */
const peopleOf = ({ staffId, organizationId }: BoardScope, today: PlainDate) => {
  const role = organizationId === undefined ? "CASEWORKER" : "CARE_COORDINATOR";
  const self = staffAndCovered(staffId, today);
  return sql`
    SELECT s.staff_id, s.name, EXISTS (SELECT FROM app.supervisor_line l
      WHERE l.staff_id = s.staff_id AND l.supervisor_id IN (${self}) AND ${inForce("l", today)}) AS is_own
    FROM app.staff s WHERE (s.ended_on IS NULL OR s.ended_on > ${today})
      AND EXISTS (SELECT FROM app.staff_role r WHERE r.staff_id = s.staff_id AND r.role = ${role}
        AND r.from_on <= ${today} AND (r.to_on IS NULL OR r.to_on > ${today}))
      AND ${
        organizationId === undefined
          ? sql`s.organization_id IS NULL AND s.staff_id IN (${staffBelow(self, today)})`
          : sql`s.organization_id = ${organizationId}`
      }`;
};

/** Running services with whose they are today. */
const heldOf = ({ organizationId }: BoardScope, today: PlainDate) =>
  organizationId === undefined
    ? sql`SELECT t.staff_id, e.episode_id, e.case_id FROM app.case_team t JOIN app.episode e ON e.case_id = t.case_id
        WHERE t.role = 'CASEWORKER' AND ${inForce("t", today)}
          AND NOT e.withdrawn AND (e.last_service_day IS NULL OR e.last_service_day >= ${today})`
    : sql`SELECT k.staff_id, e.episode_id, e.case_id FROM app.coordinator k JOIN app.episode e ON e.episode_id = k.episode_id
        WHERE ${inForce("k", today)} AND NOT e.withdrawn AND (e.last_service_day IS NULL OR e.last_service_day >= ${today})`;

const isIn = ({ kinds, dueFrom, dueTo, orNoDueDate }: BoardBounds["late"]): RawBuilder<boolean> =>
  sql`${LIST_KIND} = ANY (${kinds}::text[]) AND ((${orNoDueDate} AND d.due_on IS NULL)
    OR d.due_on BETWEEN coalesce(${dueFrom ?? null}::date, '-infinity') AND coalesce(${dueTo ?? null}::date, 'infinity'))`;

type Row = Omit<BoardPerson, "cover" | "oldestLate"> & { readonly oldestLate: PlainDate | null };

/**
 * What everyone of a board has before them, by one statement. What is owed to the families counts, whoever has to act; on
 * a contractor's board what the contractor owes.
 */
export async function loadBoard(
  trx: ReadTrx,
  scope: BoardScope,
  today: PlainDate,
): Promise<{
  readonly people: readonly Omit<BoardPerson, "cover">[];
  readonly families: number;
  readonly recalculating: boolean;
}> {
  const bounds = boardBounds(today);
  const open = sql`d.settled_on IS NULL AND d.cancelled_on IS NULL`;
  const { onTime, weekAgo, late } = bounds;
  const hadToBeMade = sql`d.kind <> 'TASK' AND d.cancelled_on IS NULL AND d.due_on BETWEEN ${onTime.dueFrom} AND ${onTime.dueTo}`;
  const { rows } = await sql<
    Row & { readonly all: number; readonly recalculating: boolean }
  >`${PREPARED}
    WITH people AS MATERIALIZED (${peopleOf(scope, today)}),
    held AS MATERIALIZED (SELECT h.* FROM (${heldOf(scope, today)}) h JOIN people USING (staff_id)),
    counted AS (
      SELECT h.staff_id, count(*) FILTER (WHERE ${open} AND ${isIn(late)})::int AS late,
        min(d.due_on) FILTER (WHERE ${open} AND ${isIn(late)}) AS oldest_late,
        count(*) FILTER (WHERE ${open} AND ${isIn(bounds.today)})::int AS today,
        count(*) FILTER (WHERE ${open} AND ${isIn(bounds.week)})::int AS week,
        count(*) FILTER (WHERE ${open} AND ${isIn(bounds.later)})::int AS later,
        count(*) FILTER (WHERE d.kind = ANY (${late.kinds}::text[]) AND d.due_on < ${weekAgo}
          AND (d.settled_on IS NULL OR d.settled_on > ${weekAgo})
          AND (d.cancelled_on IS NULL OR d.cancelled_on > ${weekAgo})
          AND (d.lapsed_on IS NULL OR d.lapsed_on > ${weekAgo}))::int AS late_week_ago,
        count(*) FILTER (WHERE ${hadToBeMade} AND d.settled_on <= d.due_on)::int AS made,
        count(*) FILTER (WHERE ${hadToBeMade})::int AS due
      FROM held h JOIN app.duty d ON d.episode_id = h.episode_id
        ${scope.organizationId === undefined ? sql`` : sql`AND d.owner = 'CONTRACTOR'`}
      GROUP BY h.staff_id
    )
    SELECT p.staff_id, p.name, p.is_own, coalesce(f.families, 0) AS families, coalesce(c.late, 0) AS late, c.oldest_late,
      coalesce(c.today, 0) AS today, coalesce(c.week, 0) AS week, coalesce(c.later, 0) AS later,
      coalesce(c.late_week_ago, 0) AS late_week_ago, coalesce(c.made, 0) AS made, coalesce(c.due, 0) AS due,
      (SELECT count(DISTINCT case_id)::int FROM held) AS all,
      EXISTS (SELECT FROM app.case_record c WHERE c.case_id IN (SELECT case_id FROM held) AND ${behindBook}) AS recalculating
    FROM people p LEFT JOIN counted c ON c.staff_id = p.staff_id
    LEFT JOIN (SELECT staff_id, count(DISTINCT case_id)::int AS families FROM held GROUP BY staff_id) f ON f.staff_id = p.staff_id`.execute(
    trx as unknown as Trx,
  );
  return {
    people: rows.map(({ all: _, recalculating: __, ...row }) => present(row) as BoardPerson),
    families: rows[0]?.all ?? 0,
    recalculating: rows[0]?.recalculating ?? false,
  };
}

/** The running cases of someone of the board, those with most that is late first. */
export async function listCasesOf(
  trx: ReadTrx,
  scope: BoardScope,
  staffId: StaffId,
  today: PlainDate,
): Promise<readonly CaseOfPerson[]> {
  const { late } = boardBounds(today);
  const since =
    scope.organizationId === undefined
      ? sql`SELECT max(t.from_on) FROM app.case_team t WHERE t.case_id = c.case_id AND t.staff_id = ${staffId} AND t.from_on <= ${today}`
      : sql`SELECT max(k.from_on) FROM app.coordinator k WHERE k.case_id = c.case_id AND k.staff_id = ${staffId} AND k.from_on <= ${today}`;
  const { rows } = await sql<CaseOfPerson>`
    SELECT c.case_id, c.revision, c.number AS case_number, c.family_name, (${since}) AS since,
      count(d.key) FILTER (WHERE ${isIn(late)})::int AS late,
      min(d.due_on) FILTER (WHERE d.due_on >= ${today}) AS next_due_on
    FROM (SELECT DISTINCT case_id, episode_id FROM (${heldOf(scope, today)}) h WHERE h.staff_id = ${staffId}) m
    JOIN app.case_record c ON c.case_id = m.case_id
    LEFT JOIN app.duty d ON d.episode_id = m.episode_id AND d.settled_on IS NULL AND d.cancelled_on IS NULL
    GROUP BY c.case_id ORDER BY late DESC, c.family_name, c.number`.execute(trx as unknown as Trx);
  return rows.map((row) => present(row) as CaseOfPerson);
}
