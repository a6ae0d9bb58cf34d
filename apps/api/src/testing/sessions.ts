import { createHmac, randomBytes } from "node:crypto";
import pg from "pg";
import type { TestServer } from "./server.ts";

/** Signs someone in without their password: a row of a session and its signed cookie, as the library makes them. */
export async function sessionCookie(
  { database, config }: Pick<TestServer, "database" | "config">,
  authUserId: string,
  startedMinutesAgo = 0,
): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await onAuth(
    database.authUrl,
    `INSERT INTO auth.session (id, token, user_id, created_at, updated_at, expires_at)
     VALUES ($1, $1, $2, now() - $3 * interval '1 minute', now(), now() + interval '30 minutes')`,
    [token, authUserId, startedMinutesAgo],
  );
  const signature = createHmac("sha256", config.secret).update(token).digest("base64");
  return `kinward.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** One statement as the role of the accounts. */
export async function onAuth<Row extends pg.QueryResultRow>(
  authUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: authUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
