/** The three login roles of Kinward (see docs/operations.md). */
export const ROLES = { owner: "kinward_owner", app: "kinward_app", auth: "kinward_auth" } as const;

/** Extensions that the schema uses; creating them here spares the owner role any special right. */
const EXTENSIONS = ["pg_trgm", "fuzzystrmatch", "unaccent", "btree_gist", "citext"];

const SCHEMAS = ["app", "auth", "jobs"];

export type Passwords = Readonly<Record<keyof typeof ROLES, string>>;

export interface SetupOptions {
  readonly database: string;
  /** Absent: roles without password (the script then asks psql to prompt for them). */
  readonly passwords?: Passwords;
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Creates what is missing; an existing role is brought back to exactly these rights. */
export function roleStatements(passwords?: Passwords): string[] {
  return Object.entries(ROLES).flatMap(([key, role]) => [
    `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${quoteText(role)}) THEN CREATE ROLE ${role}; END IF;
END $$`,
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS` +
      (passwords === undefined
        ? ""
        : ` PASSWORD ${quoteText(passwords[key as keyof typeof ROLES])}`),
  ]);
}

/** Sorted by code point and the same on every machine; PostgreSQL 15 and 16 have no built-in provider yet. */
export function createDatabaseStatement(database: string, serverVersion: number): string {
  const locale =
    serverVersion >= 170_000
      ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
      : "LOCALE 'C.UTF-8'";
  return `CREATE DATABASE ${quoteName(database)} OWNER ${ROLES.owner} TEMPLATE template0 ENCODING 'UTF8' ${locale}`;
}

export function dropDatabaseStatement(database: string): string {
  return `DROP DATABASE IF EXISTS ${quoteName(database)} WITH (FORCE)`;
}

/** What belongs to the database as a whole; a copy made with TEMPLATE does not inherit it. */
export function databaseRights(database: string): string[] {
  const name = quoteName(database);
  return [
    `ALTER DATABASE ${name} OWNER TO ${ROLES.owner}`,
    `ALTER DATABASE ${name} SET timezone TO 'UTC'`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${ROLES.app}, ${ROLES.auth}`,
  ];
}

/** To be run by a superuser while connected to the new database. Rights on tables come from the migrations. */
export function databaseStatements(database: string): string[] {
  return [
    ...databaseRights(database),
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    ...EXTENSIONS.map(
      (extension) => `CREATE EXTENSION IF NOT EXISTS ${extension} WITH SCHEMA public`,
    ),
    ...SCHEMAS.map(
      (schema) => `CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${ROLES.owner}`,
    ),
  ];
}

/**
 * The script that prepares an outside PostgreSQL (15 or newer): `psql -d postgres -f script.sql` as a superuser.
 * It may be run again; it never removes anything.
 */
export function setupSql({ database, passwords }: SetupOptions): string {
  const create = (version: number) => quoteText(createDatabaseStatement(database, version));
  const lines = [
    "\\set ON_ERROR_STOP on",
    "-- The roles: the owner migrates, the other two have only the rights that the migrations grant.",
    ...roleStatements(passwords).map((statement) => `${statement};`),
    ...(passwords === undefined ? Object.values(ROLES).map((role) => `\\password ${role}`) : []),
    "-- The database.",
    `SELECT CASE WHEN current_setting('server_version_num')::int >= 170000
  THEN ${create(170_000)}
  ELSE ${create(150_000)} END
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = ${quoteText(database)}) \\gexec`,
    `\\connect ${quoteName(database)}`,
    ...databaseStatements(database).map((statement) => `${statement};`),
  ];
  return `${lines.join("\n")}\n`;
}
