import { createHash, randomUUID } from "node:crypto";
import {
  databaseRights,
  type DatabaseUrls,
  ensureDatabase,
  ROLES,
  runStatements,
  withDatabase,
} from "@kinward/postgres";
import pg from "pg";
import { inject } from "vitest";

/** Brings an empty database to the current schema (and whatever else each test wants to find in it). */
export type Migrate = (urls: DatabaseUrls) => Promise<void>;

export interface TestDatabaseOptions {
  readonly migrate: Migrate;
  /**
   * Names what `migrate` makes. Databases of one name are copies of one template, made once per run and shared by
   * all workers; by default the name follows the text of the function.
   */
  readonly template?: string;
  /** Connection string of a superuser; by default that of the run's throw-away server. */
  readonly superUrl?: string;
}

export interface TestDatabase extends DatabaseUrls {
  readonly name: string;
  /** Removes the database, closing whatever is still connected to it. */
  drop(): Promise<void>;
}

const TEMPLATE_PREFIX = "kinward_template_";

/** Held while a template is made, so that parallel workers wait for it instead of making their own. */
const TEMPLATE_LOCK = 4_704_700;

/** A fresh database with the roles, schemas and whatever `migrate` makes, in some 30 ms once the template is there. */
export async function createTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const superUrl = options.superUrl ?? inject("kinwardPostgres");
  const key = options.template ?? options.migrate.toString();
  const template = TEMPLATE_PREFIX + createHash("sha256").update(key).digest("hex").slice(0, 16);
  const name = `kinward_test_${randomUUID().replaceAll("-", "")}`;
  await withClient(superUrl, async (client) => {
    await ensureTemplate(client, superUrl, template, options.migrate);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    for (const statement of databaseRights(name)) await client.query(statement);
  });
  return {
    name,
    ...urlsOn(superUrl, name),
    drop: async () =>
      void (await runStatements(superUrl, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`])),
  };
}

/** Forgets all templates, so that the next database is migrated anew. */
export async function dropTemplates(superUrl: string): Promise<void> {
  await withClient(superUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE $1",
      [`${TEMPLATE_PREFIX.replaceAll("_", "\\_")}%`],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}

async function ensureTemplate(
  client: pg.Client,
  superUrl: string,
  template: string,
  migrate: Migrate,
): Promise<void> {
  if (await exists(client, template)) return;
  await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    if (await exists(client, template)) return;
    const building = `${template}_new`;
    await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await ensureDatabase(superUrl, building);
    await migrate(urlsOn(superUrl, building));
    // A connection that `migrate` left open would make every later copy fail.
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [building],
    );
    await client.query(`ALTER DATABASE ${building} ALLOW_CONNECTIONS false`);
    await client.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  return rowCount === 1;
}

function urlsOn(superUrl: string, database: string): DatabaseUrls {
  const own = withDatabase(superUrl, database);
  const as = (role: string) => own.replace(/^([a-z]+:\/\/)[^@/]*@/, `$1${role}@`);
  return {
    ownerUrl: as(ROLES.owner),
    appUrl: as(ROLES.app),
    authUrl: as(ROLES.auth),
    superUrl: own,
  };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs one statement on a connection of its own, such as the owner's for what no one may do through the app. */
export const runStatement = async <Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> =>
  (await withClient(url, (client) => client.query<Row>(statement, [...values]))).rows;
