import pg from "pg";
import { createDatabaseStatement, databaseStatements, dropDatabaseStatement } from "./setup-sql.ts";
import { withDatabase } from "./urls.ts";

type Row = Record<string, unknown>;

/** Runs statements one by one on one connection; answers with the rows of the last. */
export async function runStatements(url: string, statements: readonly string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that goes away between two statements is reported by the next one.
  client.on("error", () => undefined);
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Brings a database of that name to Kinward's extensions, schemas and rights; creates it when it is missing. */
export async function ensureDatabase(superUrl: string, database: string): Promise<void> {
  const rows = await runStatements(superUrl, [
    `SELECT current_setting('server_version_num')::int AS version, array_agg(datname::text) AS names FROM pg_database`,
  ]);
  const { version, names } = rows[0] as { version: number; names: string[] };
  if (!names.includes(database))
    await runStatements(superUrl, [createDatabaseStatement(database, version)]);
  await runStatements(withDatabase(superUrl, database), databaseStatements(database));
}

/** Removes the database with all its data and makes a new one. */
export async function recreateDatabase(superUrl: string, database: string): Promise<void> {
  await runStatements(withDatabase(superUrl, "postgres"), [dropDatabaseStatement(database)]);
  await ensureDatabase(withDatabase(superUrl, "postgres"), database);
}
