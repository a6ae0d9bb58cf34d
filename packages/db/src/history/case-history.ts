import type { CaseId, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { HistoryEntry } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

const PAGE = 50;

interface Row extends Omit<HistoryEntry, "recordedAt" | "reason" | "changes"> {
  readonly recordedAt: HistoryEntry["at"] | null;
  readonly reason: string | null;
  readonly changes: HistoryEntry["changes"] | null;
}

/** Columns that say nothing to a reader: keys, and what is derived. */
const UNTOLD = [
  "case_id",
  "episode_id",
  "person_id",
  "staff_id",
  "contact_id",
  "entered_on",
  "acknowledged_by",
  "submitted_by",
];

/** What a contractor may read (D9): after its last service day only its own acts, of another one's acts no words. */
export interface HistoryBounds {
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly until?: PlainDate;
}

/**
 * Who did what to a case, newest first: one entry a command, with what it changed. Row-level security and the case that
 * was opened bound it.
 * @param page from 1
 */
export async function listCaseHistory(
  trx: ReadTrx,
  caseId: CaseId,
  page: number,
  { organizationId, until }: HistoryBounds = {},
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly more: boolean }> {
  const own = sql`${organizationId ?? null}::uuid`;
  const last = sql`${until ?? null}::date`;
  const { rows } = await sql<Row>`
    WITH page AS (
      SELECT c.*, ${own} IS NULL OR c.organization_id IS NULL OR c.organization_id = ${own} AS told
      FROM app.command c WHERE c.case_id = ${caseId}
        AND (${last} IS NULL OR c.organization_id = ${own}
          OR (c.at AT TIME ZONE (SELECT time_zone FROM app.agency))::date <= ${last})
      ORDER BY c.at DESC, c.command_id LIMIT ${PAGE + 1} OFFSET ${(page - 1) * PAGE}
    )
    SELECT p.command_id, p.procedure, p.at, p.recorded_at,
      CASE WHEN p.told THEN p.reason END AS reason, p.params,
      coalesce(s.name, p.system_purpose) AS by,
      coalesce(o.name, (SELECT name FROM app.agency)) AS organization_name,
      (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'table', h.table_name, 'field', changed.key,
          'before', h.row ->> changed.key, 'after', changed.value #>> '{}')) ORDER BY h.history_id, changed.key)
        FROM app.history h CROSS JOIN LATERAL jsonb_each(h.changed) changed
        WHERE p.told AND h.command_id = p.command_id AND h.case_id = p.case_id AND NOT changed.key = ANY (${UNTOLD}::text[])) AS changes
    FROM page p
    LEFT JOIN app.staff s ON s.staff_id = p.actor_staff_id
    LEFT JOIN app.organization o ON o.organization_id = p.organization_id
    ORDER BY p.at DESC, p.command_id`.execute(trx as unknown as Trx);
  const entries = rows
    .slice(0, PAGE)
    .map(({ recordedAt, reason, changes, ...row }): HistoryEntry => ({
      ...row,
      ...(recordedAt === null ? {} : { recordedAt }),
      ...(reason === null ? {} : { reason }),
      changes: changes ?? [],
    }));
  return { entries, more: rows.length > PAGE };
}
