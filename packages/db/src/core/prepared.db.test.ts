import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Opened } from "../testing/database.ts";
import { createDatabase } from "./client.ts";
import { PREPARED } from "./prepared.ts";
import { readAs } from "./transaction.ts";
import { system } from "./caller.ts";

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase(1);
});
afterAll(() => opened.close());

/** Names and number of plans for any values of what the one connection keeps. */
const kept = async (db = opened.db) =>
  (
    await sql<{ statement: string; genericPlans: number }>`
      SELECT statement, generic_plans FROM pg_prepared_statements ORDER BY prepare_time`.execute(db)
  ).rows;

test("a marked statement is planned once on a connection, for any values, and gives what it always gives", async () => {
  const doubled = (value: number) =>
    readAs(opened.db, system("test"), async (trx) => {
      const { rows } = await sql<{
        twice: number;
      }>`${PREPARED} SELECT ${value}::int * 2 AS twice`.execute(trx as never);
      return rows[0]?.twice;
    });
  expect([await doubled(4), await doubled(21), await doubled(7)]).toEqual([8, 42, 14]);
  expect(await kept()).toEqual([
    { statement: expect.stringContaining("::int * 2"), genericPlans: 3 },
  ]);
});

test("nothing is kept where a pooler in front would lose it", async () => {
  const db = createDatabase({
    url: opened.database.appUrl,
    purpose: "test",
    max: 1,
    keepsPlans: false,
  });
  await sql`${PREPARED} SELECT ${1}::int`.execute(db);
  expect(await kept(db)).toEqual([]);
  await db.destroy();
});
