import { bucketBounds, onTimeBounds, SEEING_RULES } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { StateRow } from "@kinward/domain/views";
import { sql } from "kysely";
import { serviceOn } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";

/**
 * The numbers of open cases by contract area and contractor, of what the contractor owes. One statement; no name of a
 * family or a child is read.
 */
export async function countState(trx: ReadTrx, today: PlainDate): Promise<readonly StateRow[]> {
  const { late, missed, today: now, week } = bucketBounds(today);
  const { dueFrom, dueTo } = onTimeBounds(today);
  const { rows } = await sql<StateRow>`
    WITH o AS MATERIALIZED (
      SELECT c.case_id, e.contract_area_id, e.area_name, e.organization_id, e.contractor_name
      FROM app.case_record c CROSS JOIN LATERAL (${serviceOn(today)}) e WHERE c.stage NOT IN ('ENDED', 'CLOSED')
    ), d AS (
      SELECT d.case_id,
        count(*) FILTER (WHERE d.settled_on IS NULL AND d.kind = ANY (${late.kinds}::text[]) AND d.due_on <= ${late.dueTo ?? null})::int AS late,
        count(*) FILTER (WHERE d.settled_on IS NULL AND d.due_on BETWEEN ${now.dueFrom ?? null}::date AND ${week.dueTo ?? null}::date)::int AS week,
        count(*) FILTER (WHERE d.settled_on IS NULL AND d.kind = ANY (${missed.kinds}::text[]) AND d.due_on <= ${missed.dueTo ?? null}
          AND NOT EXISTS (SELECT FROM app.duty_note n WHERE n.episode_id = d.episode_id AND n.key = d.key))::int AS missed,
        count(*) FILTER (WHERE ${sql`d.rule = ANY (${SEEING_RULES}::text[]) AND d.due_on BETWEEN ${dueFrom}::date AND ${dueTo}::date`})::int AS fell,
        count(*) FILTER (WHERE ${sql`d.rule = ANY (${SEEING_RULES}::text[]) AND d.due_on BETWEEN ${dueFrom}::date AND ${dueTo}::date`}
          AND d.settled_on <= d.due_on)::int AS seen
      FROM app.duty d WHERE d.owner = 'CONTRACTOR' AND d.cancelled_on IS NULL AND d.case_id IN (SELECT case_id FROM o)
      GROUP BY d.case_id
    )
    SELECT o.contract_area_id, o.area_name, o.organization_id, o.contractor_name, count(*)::int AS open,
      coalesce(sum(d.late), 0)::int AS late, coalesce(sum(d.week), 0)::int AS due_this_week,
      coalesce(sum(d.missed), 0)::int AS missed_without_reason, coalesce(sum(d.fell), 0)::int AS fell_due,
      coalesce(sum(d.seen), 0)::int AS seen_on_time
    FROM o LEFT JOIN d ON d.case_id = o.case_id
    GROUP BY o.contract_area_id, o.area_name, o.organization_id, o.contractor_name
    ORDER BY o.area_name, o.contractor_name`.execute(trx as unknown as Trx);
  return rows;
}
