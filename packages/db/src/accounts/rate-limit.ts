import { sql } from "kysely";
import type { Database } from "../core/client.ts";
import { PREPARED } from "../core/prepared.ts";

/**
 * Counts one call under a key, in the database, so that several processes count together.
 * @returns how many it is in the current window, this one included, and when the window ends
 */
export async function countCall(
  db: Database,
  key: string,
  windowSeconds: number,
): Promise<{ readonly count: number; readonly secondsLeft: number }> {
  const { rows } = await sql<{ count: number; secondsLeft: number }>`${PREPARED}
    INSERT INTO app.rate_limit AS r (key, window_start, count)
    VALUES (${key}, ${windowStart(windowSeconds)}, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET count = r.count + 1
    RETURNING r.count, ${secondsLeft(windowSeconds)} AS seconds_left`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error("the count of calls gave no answer");
  return row;
}

/** How many calls the current window has seen under a key. */
export async function callsCounted(
  db: Database,
  key: string,
  windowSeconds: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count FROM app.rate_limit WHERE key = ${key} AND window_start = ${windowStart(windowSeconds)}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Forgets windows that ended long ago. */
export async function forgetOldCounts(db: Database): Promise<void> {
  await sql`DELETE FROM app.rate_limit WHERE window_start < now() - interval '1 day'`.execute(db);
}

const windowStart = (seconds: number) =>
  sql`to_timestamp(floor(extract(epoch FROM clock_timestamp()) / ${seconds}::int) * ${seconds}::int)`;
const secondsLeft = (seconds: number) =>
  sql`(${seconds}::int - floor(extract(epoch FROM clock_timestamp()))::bigint % ${seconds}::int)::int`;
