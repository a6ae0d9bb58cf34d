import { getMigrations } from "better-auth/db/migration";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { expect, test } from "vitest";
import { createLog } from "../log.ts";
import { testDatabase } from "../testing/database.ts";
import { authOptions } from "./auth.ts";

test("the tables of our migrations are those that the account library expects", async () => {
  const database = await testDatabase();
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.authUrl }) }),
  });
  const options = authOptions(db, {
    config: {
      databaseAuthUrl: database.authUrl,
      secret: "s".repeat(32),
      publicUrl: "http://localhost:4600",
    },
    log: createLog("silent"),
    mayStartSession: async () => true,
    sendPasswordReset: async () => undefined,
  });
  const expected = await getMigrations(options);
  expect(expected.toBeCreated).toEqual([]);
  expect(expected.toBeAdded).toEqual([]);
  await db.destroy();
  await database.drop();
});
