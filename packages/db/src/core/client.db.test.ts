import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Opened } from "../testing/database.ts";
import { runStatements } from "../testing/statements.ts";

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase(1);
});
afterAll(() => opened.close());

test("a connection that is lost between two statements of a transaction fails that transaction, not the process", async () => {
  const broken = opened.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(trx);
    await runStatements(opened.database.superUrl, [
      `SELECT pg_terminate_backend(${rows[0]?.pid}, 5000)`,
    ]);
    // The end of the connection is noticed while nothing is asked.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sql`SELECT 1`.execute(trx);
  });
  await expect(broken).rejects.toThrow();
  expect((await sql`SELECT 1 AS one`.execute(opened.db)).rows).toEqual([{ one: 1 }]);
});
