import { createHmac, randomBytes } from "node:crypto";
import { pg } from "@kinward/postgres";
import { insert } from "../soak/agency.ts";

/** Someone with a session. */
export interface Worker {
  readonly id: string;
  readonly token: string;
  readonly cookie: string;
}

/** Signs people in without their passwords, whose check is meant to be slow: rows of sessions and their signed cookies. */
export async function signInAll(
  authUrl: string,
  secret: string,
  people: readonly { readonly id: string }[],
): Promise<readonly Worker[]> {
  const workers = people.map(({ id }): Worker => {
    const token = randomBytes(24).toString("base64url");
    const signature = createHmac("sha256", secret).update(token).digest("base64");
    const cookie = `kinward.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
    return { id, token, cookie };
  });
  const now = new Date();
  const client = new pg.Client({ connectionString: authUrl });
  await client.connect();
  await client.query(
    insert(
      "auth.session",
      workers.map(({ id, token }) => ({
        id: token,
        token,
        user_id: id,
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
        expires_at: new Date(now.getTime() + 30 * 60_000).toISOString(),
      })),
    ),
  );
  await client.end();
  return workers;
}
