import { bucketBounds, onTimeBounds, SEEING_RULES } from "@kinward/domain/contacts";
import type { ContractAreaId, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { StateRow } from "@kinward/domain/views";
import { sql } from "kysely";
import { serviceOn } from "../cases/case-list.ts";
import { system } from "../core/caller.ts";
import type { Database, ReadTrx, Trx } from "../core/client.ts";
import { writeAs } from "../core/transaction.ts";
import { LIST_KIND } from "../duties/duty-row.ts";

/** What was summed up, and what has changed since. */
const COUNTS = sql`(SELECT * FROM app.state_count UNION ALL SELECT * FROM app.state_change)`;

/**
 * The numbers of open cases by contract area and contractor, of what the contractor owes: sums of what is counted in the
 * transaction of each act. No case is read, however many there are.
 */
export async function countState(trx: ReadTrx, today: PlainDate): Promise<readonly StateRow[]> {
  const { late, missed, today: now, week } = bucketBounds(today);
  const { dueFrom, dueTo } = onTimeBounds(today);
  const fell = sql`n.rule = ANY (${SEEING_RULES}::text[]) AND n.due_on BETWEEN ${dueFrom}::date AND ${dueTo}::date`;
  const { rows } = await sql<StateRow>`
    WITH s AS (
      SELECT n.contract_area_id, n.organization_id, sum(n.cases)::int AS open,
        sum(n.open) FILTER (WHERE n.kind = ANY (${late.kinds}::text[]) AND n.due_on <= ${late.dueTo ?? null}) AS late,
        sum(n.open) FILTER (WHERE n.due_on BETWEEN ${now.dueFrom ?? null}::date AND ${week.dueTo ?? null}::date) AS week,
        sum(n.open - n.noted) FILTER (WHERE n.kind = ANY (${missed.kinds}::text[]) AND n.due_on <= ${missed.dueTo ?? null}) AS missed,
        sum(n.open + n.in_time + n.met_late) FILTER (WHERE ${fell}) AS fell,
        sum(n.in_time) FILTER (WHERE ${fell}) AS seen
      FROM ${COUNTS} n GROUP BY n.contract_area_id, n.organization_id HAVING sum(n.cases) > 0
    )
    SELECT s.contract_area_id, a.name || coalesce(' / ' || ca.subarea_name, '') AS area_name, s.organization_id,
      g.name AS contractor_name, s.open, coalesce(s.late, 0)::int AS late, coalesce(s.week, 0)::int AS due_this_week,
      coalesce(s.missed, 0)::int AS missed_without_reason, coalesce(s.fell, 0)::int AS fell_due,
      coalesce(s.seen, 0)::int AS seen_on_time
    FROM s JOIN app.organization g USING (organization_id) JOIN app.contract_area ca USING (contract_area_id)
    JOIN app.service_area a USING (service_area_id)
    ORDER BY area_name, contractor_name`.execute(trx as unknown as Trx);
  return rows;
}

/** Sums up what has changed, so that few rows have to be added when the numbers are read. */
export const sumStateCounts = (db: Database): Promise<void> =>
  writeAs(db, system("counts"), async (trx) => {
    await sql`SELECT app.sum_state_counts()`.execute(trx);
  });

/** A number that is not what the cases say. */
export interface WrongCount {
  readonly contractAreaId: ContractAreaId;
  readonly organizationId: OrganizationId;
  /** Missing: the number of cases. */
  readonly dueOn: PlainDate | null;
  readonly rule: string | null;
}

/** Counts every case and duty again and gives the numbers that differ, whatever the day on which they would be read. */
export async function checkStateCounts(
  trx: ReadTrx,
  today: PlainDate,
): Promise<readonly WrongCount[]> {
  const { rows } = await sql<WrongCount>`
    WITH o AS MATERIALIZED (
      SELECT c.case_id, e.contract_area_id, e.organization_id
      FROM app.case_record c CROSS JOIN LATERAL (${serviceOn(today)}) e WHERE c.stage NOT IN ('ENDED', 'CLOSED')
    ), recounted AS (
      SELECT contract_area_id, organization_id, NULL::date AS due_on, NULL AS rule, NULL AS kind, count(*) AS cases,
        0::bigint AS open, 0::bigint AS noted, 0::bigint AS in_time, 0::bigint AS met_late
      FROM o GROUP BY contract_area_id, organization_id
      UNION ALL
      SELECT o.contract_area_id, o.organization_id, d.due_on, d.rule, ${LIST_KIND}, 0, count(*) FILTER (WHERE d.settled_on IS NULL),
        count(*) FILTER (WHERE d.settled_on IS NULL AND EXISTS (SELECT FROM app.duty_note n WHERE n.episode_id = d.episode_id AND n.key = d.key)),
        count(*) FILTER (WHERE d.settled_on <= d.due_on), count(*) FILTER (WHERE d.settled_on > d.due_on)
      FROM o JOIN app.duty d ON d.case_id = o.case_id
      WHERE d.owner = 'CONTRACTOR' AND d.cancelled_on IS NULL AND d.due_on IS NOT NULL
      GROUP BY o.contract_area_id, o.organization_id, d.due_on, d.rule, ${LIST_KIND}
    ), kept AS (
      SELECT contract_area_id, organization_id, due_on, rule, kind, sum(cases), sum(open), sum(noted), sum(in_time), sum(met_late)
      FROM ${COUNTS} n GROUP BY contract_area_id, organization_id, due_on, rule, kind
      HAVING (sum(cases), sum(open), sum(noted), sum(in_time), sum(met_late)) <> (0, 0, 0, 0, 0)
    )
    SELECT DISTINCT contract_area_id, organization_id, due_on, rule FROM (
      (SELECT * FROM recounted EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM recounted)
    ) w ORDER BY contract_area_id, organization_id, due_on NULLS FIRST, rule`.execute(
    trx as unknown as Trx,
  );
  return rows;
}
