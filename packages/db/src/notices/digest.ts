import type { PlainDate, StaffId } from "@kinward/domain/kernel";
import { DIGEST_FROM, NOTICE_KINDS, type NoticeKind, USUAL_CHANNEL } from "@kinward/domain/notices";
import { sql } from "kysely";
import type { Trx } from "../core/client.ts";

/** What one person is told in the morning: how many of each kind, and nothing else. */
export interface Digest {
  readonly staffId: StaffId;
  readonly email: string;
  readonly counts: Readonly<Partial<Record<NoticeKind, number>>>;
}

/** The most digests made in one transaction. */
const BATCH = 200;

/**
 * Takes the digests of a day that are due and not yet made, and marks them as made: what came since the last one, is
 * unread, and is wanted by e-mail. None before half past seven on the agency's clock.
 * @returns none when nothing is left to make
 */
export async function takeDigests(trx: Trx, today: PlainDate): Promise<readonly Digest[]> {
  const usual = NOTICE_KINDS.filter((kind) => USUAL_CHANNEL[kind] === "DIGEST");
  const { rows } = await sql<Digest>`
    WITH news AS (
      SELECT n.staff_id, n.kind, count(*)::int AS notices
      FROM app.notice n
      LEFT JOIN app.notice_choice c ON c.staff_id = n.staff_id AND c.kind = n.kind
      WHERE n.read_at IS NULL
        AND coalesce(c.channel, CASE WHEN n.kind = ANY (${usual}::text[]) THEN 'DIGEST' ELSE 'INBOX' END) = 'DIGEST'
        AND n.at > coalesce((SELECT max(d.made_at) FROM app.notice_digest d WHERE d.staff_id = n.staff_id), '-infinity')
        AND (SELECT (now() AT TIME ZONE a.time_zone)::time FROM app.agency a) >= ${DIGEST_FROM}::time
      GROUP BY n.staff_id, n.kind
    ), one AS (
      SELECT s.staff_id, s.email, sum(news.notices)::int AS notices, jsonb_object_agg(news.kind, news.notices) AS counts
      FROM news JOIN app.staff s ON s.staff_id = news.staff_id
      WHERE (s.ended_on IS NULL OR s.ended_on > ${today})
        AND NOT EXISTS (SELECT FROM app.notice_digest d WHERE d.staff_id = s.staff_id AND d.on_date = ${today})
      GROUP BY s.staff_id, s.email ORDER BY s.staff_id LIMIT ${BATCH}
    ), made AS (
      INSERT INTO app.notice_digest (staff_id, on_date, notices, made_at)
      SELECT staff_id, ${today}, notices, now() FROM one ON CONFLICT DO NOTHING RETURNING staff_id
    )
    SELECT one.staff_id, one.email::text AS email, one.counts FROM one JOIN made USING (staff_id)`.execute(
    trx,
  );
  return rows;
}
