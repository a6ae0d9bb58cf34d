import type { ChangeEntry } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";

interface Row extends Omit<ChangeEntry, "reason" | "changes"> {
  readonly reason: string | null;
  readonly changes: ChangeEntry["changes"] | null;
}

const MOST = 200;
/** Columns that say nothing to a reader. */
const UNTOLD = ["auth_user_id", "staff_id", "contract_id", "staff_role_id"];

/** Who changed an administrative record, when and why, newest first; each with the fields as they were and became. */
export async function listChanges(
  trx: ReadTrx,
  subject: { readonly kind: string; readonly id: string },
): Promise<readonly ChangeEntry[]> {
  const { rows } = await sql<Row>`
    SELECT c.at, coalesce(s.name, a.name) AS by, c.procedure, c.reason,
      (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'field', h.table_name || '.' || changed.key, 'before', h.row ->> changed.key, 'after', changed.value #>> '{}'))
          ORDER BY h.history_id, changed.key)
        FROM app.history h CROSS JOIN LATERAL jsonb_each(h.changed) changed
        WHERE h.command_id = c.command_id AND h.case_id IS NULL AND NOT changed.key = ANY (${UNTOLD}::text[])) AS changes
    FROM app.command c CROSS JOIN app.agency a LEFT JOIN app.staff s ON s.staff_id = c.actor_staff_id
    WHERE c.subject_kind = ${subject.kind} AND c.subject_id = ${subject.id}
    ORDER BY c.at DESC, c.command_id LIMIT ${MOST}`.execute(trx as unknown as Trx);
  return rows.map(({ reason, changes, ...row }) => ({
    ...row,
    ...(reason === null ? {} : { reason }),
    changes: changes ?? [],
  }));
}
