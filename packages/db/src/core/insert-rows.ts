import { type RawBuilder, sql } from "kysely";
import type { Tables } from "../schema/tables.generated.ts";
import type { Trx } from "./client.ts";
import { PREPARED } from "./prepared.ts";

/** New rows by table and column, as the code names them. A table's rows all have the same keys; others keep their defaults. */
export type NewRows = {
  readonly [Table in keyof Tables]?: readonly object[];
};

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Writes new rows of several tables by one statement, which each connection plans once. */
export async function insertRows(trx: Trx, rows: NewRows): Promise<void> {
  const inserts = Object.entries(rows).flatMap(([table, own]) =>
    own.length === 0 ? [] : [insertOf(table, own)],
  );
  if (inserts.length === 0) return;
  const parts = inserts.map((insert, index) => sql`${sql.ref(`i${index}`)} AS (${insert})`);
  await sql`${PREPARED} WITH ${sql.join(parts)} SELECT`.execute(trx);
}

function insertOf(table: string, rows: readonly object[]): RawBuilder<unknown> {
  const keys = Object.keys(rows[0] ?? {});
  const columns = sql.join(keys.map((key) => sql.ref(snake(key))));
  const name = sql.id("app", snake(table));
  // A column that only some rows have would be lost without a word.
  const records = rows.map((row) => {
    const own = new Map(Object.entries(row));
    if (own.size !== keys.length || keys.some((key) => !own.has(key)))
      throw new Error(`rows of ${table} that do not have the same columns`);
    return Object.fromEntries([...own].map(([key, value]) => [snake(key), value]));
  });
  return sql`INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(records)}::jsonb)`;
}
