import type { CaseId, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { HistoryEntry, HistoryFilter, HistoryFilterOptions } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { actsOf, fits } from "./history-filter.ts";

/** Acts of a page. */
const PAGE = 50;

interface Row extends Omit<HistoryEntry, "recordedAt" | "reason" | "changes"> {
  readonly recordedAt: HistoryEntry["at"] | null;
  readonly reason: string | null;
  readonly changes: HistoryEntry["changes"] | null;
}

/** Columns that say nothing to a reader: what is derived, and the course of versions itself; keys end in `_id`. */
const UNTOLD_COLUMNS: readonly string[] = [
  "entered_on",
  "recorded_at",
  "acknowledged_by",
  "submitted_by",
  "recorded_by",
  "received_by",
  "position",
  "version",
  "known_from",
  "revision",
  "changed_at",
  "derived_revision",
  "derived_book",
  "derived_on",
  "changes_on",
  "stage",
  "child_last_seen_on",
  "why",
  "referral_key",
];
const UNTOLD = sql`(key ~ '_id$' OR key = ANY (${UNTOLD_COLUMNS}::text[]))`;

/** Whether a history tells a column. */
export const isTold = (column: string): boolean =>
  !column.endsWith("_id") && !UNTOLD_COLUMNS.includes(column);

/** A value as text; people by their names, names and languages one after the other. */
const spoken = (
  value: RawBuilder<unknown>,
) => sql`CASE WHEN key = 'people' AND jsonb_typeof(${value}) = 'array' THEN (
  SELECT string_agg(app.display_name(o.given, o.preferred, o.family, o.suffix), ', ' ORDER BY o.given)
  FROM app.person o WHERE o.person_id::text IN (SELECT jsonb_array_elements_text(${value})))
  WHEN key = 'other_names' AND jsonb_typeof(${value}) = 'array' THEN (
  SELECT string_agg(concat_ws(' ', n ->> 'given', n ->> 'middle', n ->> 'preferred', n ->> 'family', n ->> 'suffix'), ', ' ORDER BY i)
  FROM jsonb_array_elements(${value}) WITH ORDINALITY AS e(n, i))
  WHEN key = 'languages' AND jsonb_typeof(${value}) = 'array' THEN (
  SELECT string_agg(n, ', ' ORDER BY i) FROM jsonb_array_elements_text(${value}) WITH ORDINALITY AS e(n, i))
  ELSE ${value} #>> '{}' END`;

/** What a contractor may read (D9): after its last service day only its own acts, of another one's acts no words. */
export interface HistoryBounds {
  /** Absent: the Department. */
  readonly organizationId?: OrganizationId;
  readonly until?: PlainDate;
}

/** Acts `c` of a case that a reader may know of. */
const readableActs = (caseId: CaseId, { organizationId, until }: HistoryBounds) => sql`(
  SELECT c.*, o.own IS NULL OR c.organization_id IS NULL OR c.organization_id = o.own AS told
  FROM (${actsOf(caseId)}) c
  CROSS JOIN (SELECT ${organizationId ?? null}::uuid AS own, ${until ?? null}::date AS last) o
  WHERE o.last IS NULL OR c.organization_id = o.own
    OR (c.at AT TIME ZONE (SELECT time_zone FROM app.agency))::date <= o.last)`;

/** Which page of which acts. */
export interface HistoryQuery {
  /** From 1. */
  readonly page: number;
  /** Acts of a page; the usual number where missing. */
  readonly pageSize?: number;
  readonly filter?: HistoryFilter;
}

/**
 * Who did what to a case, newest first: one entry a command, with what it changed. Row-level security and the case that
 * was opened bound it.
 */
export async function listCaseHistory(
  trx: ReadTrx,
  caseId: CaseId,
  { page, pageSize = PAGE, filter = {} }: HistoryQuery,
  bounds: HistoryBounds = {},
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly more: boolean }> {
  const tables = await caseTables(trx);
  const begun = begunRows(caseId, tables);
  const { rows } = await sql<Row>`
    WITH page AS (
      SELECT c.* FROM ${readableActs(caseId, bounds)} c WHERE ${fits(caseId, filter, tables)}
      ORDER BY c.at DESC, c.command_id LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}
    )
    , told AS (
      -- Changed: the new value of each column; removed: nothing in place of what there was.
      SELECT h.command_id, h.table_name, h.row_id, h.history_id AS place, c.key, ${spoken(sql`h.row -> c.key`)} AS before, ${spoken(sql`c.value`)} AS after
      FROM page p JOIN app.history h ON h.command_id = p.command_id AND (h.case_id = p.case_id OR h.table_name IN ('person', 'cover'))
      CROSS JOIN LATERAL jsonb_each(coalesce(h.changed, (SELECT jsonb_object_agg(k.key, NULL) FROM jsonb_object_keys(h.row) AS k(key)))) c
      WHERE p.told AND NOT ${UNTOLD} AND (h.changed IS NOT NULL OR h.row -> c.key NOT IN ('null', '[]', 'false'))
      UNION ALL
      SELECT n.command_id, n.table_name, n.row_id, NULL, c.key, NULL, ${spoken(sql`c.value`)}
      FROM (${begun}) n CROSS JOIN LATERAL jsonb_each(n.row) c
      WHERE NOT ${UNTOLD} AND c.value NOT IN ('null', '[]', 'false')
    )
    SELECT p.command_id, p.procedure, p.at, p.recorded_at,
      CASE WHEN p.told THEN p.reason END AS reason, p.params,
      coalesce(s.name, p.system_purpose) AS by,
      coalesce(o.name, (SELECT name FROM app.agency)) AS organization_name,
      (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('table', t.table_name, 'field', t.key,
          'before', t.before, 'after', t.after)) ORDER BY t.place, t.table_name, t.row_id, t.key)
        FROM told t WHERE t.command_id = p.command_id) AS changes
    FROM page p
    LEFT JOIN app.staff s ON s.staff_id = p.actor_staff_id
    LEFT JOIN app.organization o ON o.organization_id = p.organization_id
    ORDER BY p.at DESC, p.command_id`.execute(trx as unknown as Trx);
  const entries = rows
    .slice(0, pageSize)
    .map(({ recordedAt, reason, changes, ...row }): HistoryEntry => ({
      ...row,
      ...(recordedAt === null ? {} : { recordedAt }),
      ...(reason === null ? {} : { reason }),
      changes: changes ?? [],
    }));
  return { entries, more: rows.length > pageSize };
}

/** Whom the history of a case can be asked about: its people, and who has done something. */
export async function listHistoryOptions(
  trx: ReadTrx,
  caseId: CaseId,
  bounds: HistoryBounds = {},
): Promise<HistoryFilterOptions> {
  const run = trx as unknown as Trx;
  const people = await sql<HistoryFilterOptions["people"][number]>`
    SELECT DISTINCT p.person_id AS id, app.display_name(p.given, p.preferred, p.family, p.suffix) AS name
    FROM app.member m JOIN app.person p ON p.person_id = m.person_id
    WHERE m.case_id = ${caseId} AND (${bounds.until ?? null}::date IS NULL OR m.joined_on IS NULL OR m.joined_on <= ${bounds.until ?? null}::date)
    ORDER BY name`.execute(run);
  const staff = await sql<HistoryFilterOptions["staff"][number]>`
    SELECT DISTINCT s.staff_id AS id, s.name FROM ${readableActs(caseId, bounds)} c
    JOIN app.staff s ON s.staff_id = c.actor_staff_id ORDER BY s.name`.execute(run);
  return { people: people.rows, staff: staff.rows };
}

/** The tables of a case whose former rows are kept, as the database has them: a new one is told without more ado. */
async function caseTables(trx: ReadTrx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'app'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id'
    WHERE t.tgname = 'keep_history' ORDER BY 1`.execute(trx as unknown as Trx);
  return rows.map((row) => row.name);
}

/** Rows as they were first written by the commands of the page: rows of today, and the first of former ones. */
function begunRows(caseId: CaseId, tables: readonly string[]) {
  const ofPage = sql`(SELECT command_id FROM page p WHERE p.told)`;
  const first = tables.map(
    (table) => sql`
      SELECT n.command_id, ${sql.lit(table)} AS table_name, n.ctid::text AS row_id, to_jsonb(n) AS row
      FROM ${sql.id("app", table)} n
      WHERE n.case_id = ${caseId} AND n.version = 1 AND n.command_id IN ${ofPage}`,
  );
  return sql`${sql.join(first, sql` UNION ALL `)}
      UNION ALL SELECT (h.row ->> 'command_id')::uuid, h.table_name, h.row_id, h.row FROM app.history h
      WHERE h.case_id = ${caseId} AND h.version = 1 AND (h.row ->> 'command_id')::uuid IN ${ofPage}`;
}
