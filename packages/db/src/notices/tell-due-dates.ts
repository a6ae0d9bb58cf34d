import { dueNoticeBounds } from "@kinward/domain/notices";
import { sql } from "kysely";
import { system } from "../core/caller.ts";
import type { Database } from "../core/client.ts";
import { writeAs } from "../core/transaction.ts";
import { LIST_KIND } from "../duties/duty-row.ts";

/**
 * Tells each responsible person of what has become late and of what is due soon: one notice for the duties of one
 * service with one due date. Safe to repeat; each is told once.
 */
export async function tellDueDates(db: Database): Promise<void> {
  await writeAs(db, system("notices"), async (trx, { today }) => {
    for (const [kind, { kinds, dueFrom, dueTo }] of Object.entries(dueNoticeBounds(today)))
      await sql`
        WITH due AS (
          SELECT d.episode_id, d.case_id, d.owner, d.due_on, count(*)::int AS duties
          FROM app.duty d JOIN app.episode e ON e.episode_id = d.episode_id AND NOT e.withdrawn
          WHERE d.settled_on IS NULL AND d.cancelled_on IS NULL AND ${LIST_KIND} = ANY (${kinds}::text[])
            AND d.opens_on <= ${today} AND d.due_on BETWEEN ${dueFrom ?? null}::date AND ${dueTo ?? null}::date
          GROUP BY d.episode_id, d.case_id, d.owner, d.due_on
        ), told AS (
          SELECT due.*, k.staff_id FROM due JOIN app.coordinator k ON k.episode_id = due.episode_id
          WHERE due.owner = 'CONTRACTOR' AND k.from_on <= ${today} AND (k.to_on IS NULL OR k.to_on >= ${today})
          UNION ALL
          SELECT due.*, t.staff_id FROM due JOIN app.case_team t ON t.case_id = due.case_id
          WHERE due.owner = 'DEPARTMENT_WORKER' AND t.from_on <= ${today} AND (t.to_on IS NULL OR t.to_on >= ${today})
        )
        INSERT INTO app.notice (notice_id, staff_id, kind, case_id, params, at, about)
        SELECT uuidv7(), staff_id, ${kind}, case_id, jsonb_build_object('dueOn', due_on, 'duties', duties), now(),
          episode_id || ' ' || due_on
        FROM told ON CONFLICT DO NOTHING`.execute(trx);
  });
}
