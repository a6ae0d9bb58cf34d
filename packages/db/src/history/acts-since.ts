import type { CaseId, Instant, PlainDate } from "@kinward/domain/kernel";
import type { KnownAct } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";
import type { HistoryBounds } from "./case-history.ts";

/** More acts than these are not told apart. */
const MOST_ACTS = 60;

interface Row extends Omit<KnownAct, "recordedAt" | "reason" | "andEarlier"> {
  readonly recordedAt: Instant | null;
  readonly reason: string | null;
  readonly total: number;
}

/**
 * What was recorded about a case after a moment, newest first: acts on the case, and policy books published for it.
 * Others' words and, after its last service day, others' acts are not told to a contractor.
 */
export async function listActsSince(
  trx: ReadTrx,
  caseId: CaseId,
  after: Instant,
  { organizationId, until }: HistoryBounds,
): Promise<readonly KnownAct[]> {
  const own = sql`${organizationId ?? null}::uuid`;
  const last = sql`${until ?? null}::date`;
  const { rows } = await sql<Row>`
    SELECT c.command_id, c.procedure, c.at, c.recorded_at, c.params,
      CASE WHEN ${own} IS NULL OR c.organization_id IS NULL OR c.organization_id = ${own} THEN c.reason END AS reason,
      coalesce(s.name, c.system_purpose) AS by, coalesce(o.name, (SELECT name FROM app.agency)) AS organization_name,
      (count(*) OVER ())::int AS total
    FROM app.command c
    LEFT JOIN app.staff s ON s.staff_id = c.actor_staff_id
    LEFT JOIN app.organization o ON o.organization_id = c.organization_id
    WHERE c.at > ${after}
      AND (c.case_id = ${caseId} OR c.command_id IN (SELECT b.command_id FROM app.policy_book b
        JOIN app.case_record r ON r.case_id = ${caseId} AND r.profile = b.profile WHERE b.published_at > ${after}))
      AND (${last} IS NULL OR c.organization_id = ${own}
        OR (c.at AT TIME ZONE (SELECT time_zone FROM app.agency))::date <= ${last})
    ORDER BY c.at DESC, c.command_id LIMIT ${MOST_ACTS}`.execute(trx as unknown as Trx);
  return rows.map(({ total, ...row }, index) => ({
    ...(present(row) as Omit<KnownAct, "andEarlier">),
    ...(index === MOST_ACTS - 1 && total > MOST_ACTS ? { andEarlier: total - MOST_ACTS } : {}),
  }));
}

/**
 * The last moment of a day in the agency's zone, or of a minute of it, and the first day on which anything of a case was
 * known.
 * @param at time of day on the wall, `hh:mm`
 */
export async function findKnownDays(
  trx: ReadTrx,
  caseId: CaseId,
  on: PlainDate,
  at?: string,
): Promise<{ readonly knownAt: Instant; readonly firstKnownOn: PlainDate } | undefined> {
  const end =
    at === undefined
      ? sql`(${on}::date + 1)::timestamp`
      : sql`(${on}::date + ${at}::time + interval '1 minute')`;
  const { rows } = await sql<{ knownAt: Instant; firstKnownOn: PlainDate }>`
    SELECT (${end} AT TIME ZONE a.time_zone) - interval '1 millisecond' AS known_at,
      (least(c.known_from, (SELECT min(h.known_from) FROM app.history h
        WHERE h.case_id = c.case_id AND h.table_name = 'case_record')) AT TIME ZONE a.time_zone)::date AS first_known_on
    FROM app.case_record c CROSS JOIN app.agency a WHERE c.case_id = ${caseId}`.execute(
    trx as unknown as Trx,
  );
  return rows[0];
}
