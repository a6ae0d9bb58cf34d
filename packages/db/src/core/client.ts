import { CamelCasePlugin, type Kysely, PostgresDialect, type Transaction } from "kysely";
import { Kysely as KyselyDatabase } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import pg from "pg";
import type { Tables } from "../schema/tables.generated.ts";
import { keepPlans } from "./prepared.ts";

/** The pool of the app's role. Statements name tables and columns in camelCase; the schema is `app`. */
export type Database = Kysely<Tables>;
/** Inside one transaction. */
export type Trx = Transaction<Tables>;
/** What a read may use: a read-only transaction, or any other. */
export type ReadTrx = ReadonlyKysely<Tables>;

export interface DatabaseOptions {
  /** Connection string of the role `kinward_app`. */
  readonly url: string;
  /** What the pool is for; shown by the server beside each connection. */
  readonly purpose: string;
  /** Connections at most. */
  readonly max?: number;
  /** False where a pooler in front does not hand named statements on. */
  readonly keepsPlans?: boolean;
  /** Called with the text of every statement, for tests that count them. */
  readonly onQuery?: (statement: string) => void;
}

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

/**
 * Dates stay the text that they are, moments become ISO texts in UTC with milliseconds, whole numbers become numbers.
 * Set for one pool: a global parser would change what better-auth and pg-boss get.
 */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return exactNumber;
    const standard = pg.types.getTypeParser(oid, format as "text");
    if (oid === TIMESTAMPTZ)
      return (text: string) => (standard(text) as unknown as Date).toISOString();
    return standard;
  },
};

function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`too large for a number: ${text}`);
  return value;
}

/** A pool with its Kysely; end it with `destroy()`. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: `kinward ${options.purpose}`,
    max: options.max ?? 10,
    types: valueParsers,
  });
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  // Nor may one that breaks while a transaction has it: its next statement fails, which is enough.
  pool.on("connect", (client) => client.on("error", () => undefined));
  if (options.keepsPlans !== false) pool.on("connect", keepPlans);
  const { onQuery } = options;
  return new KyselyDatabase<Tables>({
    dialect: new PostgresDialect({ pool }),
    // Keys inside of documents are data, not names of columns.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(onQuery === undefined ? {} : { log: (event) => onQuery(event.query.sql) }),
  }).withSchema("app");
}
