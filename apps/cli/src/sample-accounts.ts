import type { SampleAccount } from "@kinward/sample";
import pg from "pg";
import { ownerUrl } from "./settings.ts";

/** Gives each person of the sample an account to sign in with; all have the same password. */
export const giveAccounts = async (
  accounts: readonly SampleAccount[],
  passwordHash: string,
): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  try {
    const people = JSON.stringify(
      accounts.map(({ staffId, name, email }) => ({ id: staffId, name, email })),
    );
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO auth."user" (id, name, email, email_verified)
       SELECT id, name, email, true FROM jsonb_to_recordset($1::jsonb) AS p(id text, name text, email text)`,
      [people],
    );
    await client.query(
      `INSERT INTO auth.account (id, account_id, provider_id, user_id, password)
       SELECT id, id, 'credential', id, $2 FROM jsonb_to_recordset($1::jsonb) AS p(id text)`,
      [people, passwordHash],
    );
    await client.query("UPDATE app.staff SET auth_user_id = staff_id::text");
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
};
