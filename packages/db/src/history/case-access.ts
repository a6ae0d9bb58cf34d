import type { CaseId } from "@kinward/domain/kernel";
import type { AccessEntry, AccessFilter, AccessKind, AccessPage } from "@kinward/domain/views";
import { sql } from "kysely";
import type { AccessPurpose } from "../accounts/access-log.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";
import { startOf } from "./history-filter.ts";

/** Looks of a page. */
const PAGE = 50;

const PURPOSES: Readonly<Record<AccessKind, readonly AccessPurpose[]>> = {
  OPENED: ["OPEN"],
  EXPORTED: ["EXPORT"],
  LISTED: ["LIST", "SEARCH", "REFRESH"],
};

interface Row extends Omit<AccessEntry, "kind" | "reason"> {
  readonly purpose: AccessPurpose;
  readonly reason: string | null;
}

/** Who opened a case or took it along, newest first, with the reason where one was asked for. */
export async function listCaseAccess(
  trx: ReadTrx,
  caseId: CaseId,
  page: number,
  { kind, staffId, from, to }: AccessFilter,
): Promise<AccessPage> {
  const run = trx as unknown as Trx;
  const purposes = kind === undefined ? [...PURPOSES.OPENED, ...PURPOSES.EXPORTED] : PURPOSES[kind];
  const { rows } = await sql<Row>`
    SELECT a.access_id, a.purpose, a.procedure, s.name AS by, coalesce(o.name, g.name) AS organization_name,
      a.first_at, a.last_at, a.count, r.reason
    FROM app.access_log a CROSS JOIN app.agency g
    JOIN app.staff s ON s.staff_id = a.staff_id
    LEFT JOIN app.organization o ON o.organization_id = a.organization_id
    LEFT JOIN LATERAL (SELECT x.reason FROM app.case_access_reason x
      WHERE x.case_id = ${caseId} AND x.staff_id = a.staff_id
        AND x.on_date = (a.first_at AT TIME ZONE g.time_zone)::date LIMIT 1) r ON true
    WHERE a.case_ids @> ARRAY[${caseId}]::uuid[] AND a.purpose = ANY (${purposes}::text[])
      AND (${staffId ?? null}::uuid IS NULL OR a.staff_id = ${staffId ?? null}::uuid)
      AND ${from === undefined ? sql`true` : sql`a.last_at >= ${startOf(from)}`}
      AND ${to === undefined ? sql`true` : sql`a.first_at < ${startOf(to, 1)}`}
    ORDER BY a.last_at DESC, a.access_id LIMIT ${PAGE + 1} OFFSET ${(page - 1) * PAGE}`.execute(
    run,
  );
  const staff = await sql<AccessPage["staff"][number]>`
    SELECT DISTINCT s.staff_id AS id, s.name FROM app.access_log a JOIN app.staff s ON s.staff_id = a.staff_id
    WHERE a.case_ids @> ARRAY[${caseId}]::uuid[] ORDER BY s.name`.execute(run);
  return {
    entries: rows.slice(0, PAGE).map(({ purpose, ...row }) => ({
      ...(present(row) as Omit<AccessEntry, "kind">),
      kind: kindOf(purpose),
    })),
    more: rows.length > PAGE,
    staff: staff.rows,
  };
}

const kindOf = (purpose: AccessPurpose): AccessKind =>
  purpose === "OPEN" ? "OPENED" : purpose === "EXPORT" ? "EXPORTED" : "LISTED";
