import { type Database, readAs, system } from "@kinward/db";
import { type KeyState, keyStateOf, loadLedgerKeys } from "@kinward/db/proof";
import { sql } from "kysely";
import type { Mode } from "./config.ts";

/** Why the server does not start on this database, one clear sentence each. */
export class StartRefused extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "StartRefused";
    this.sentences = sentences;
  }
}

interface Facts {
  readonly role: string;
  readonly isSuperuser: boolean;
  readonly bypassesRls: boolean;
  readonly owns: boolean;
  readonly hasTables: boolean;
}

/**
 * Refuses a database on which the promises of this server would not hold: a role that row-level security does not bind,
 * and, in production, sample data or a clock that stands still.
 * @throws StartRefused
 */
export async function checkDatabase(db: Database, mode: Mode): Promise<void> {
  const sentences: string[] = [];
  const facts = await factsOf(db);
  const role = `The database role "${facts.role}"`;
  if (facts.isSuperuser)
    sentences.push(`${role} is a superuser, so nothing would bind it: use kinward_app.`);
  else if (facts.bypassesRls)
    sentences.push(
      `${role} bypasses row-level security, so contractors would see each other's cases: use kinward_app.`,
    );
  else if (facts.owns)
    sentences.push(
      `${role} owns the tables, so row-level security would not bind it: use kinward_app.`,
    );
  if (!facts.hasTables)
    sentences.push('The database has no tables yet: run "npm run kinward -- db migrate" first.');
  if (sentences.length === 0 && mode === "production") sentences.push(...(await sampleOf(db)));
  if (sentences.length > 0) throw new StartRefused(sentences);
}

async function factsOf(db: Database): Promise<Facts> {
  const { rows } = await sql<Facts>`
    SELECT current_user AS role, r.rolsuper AS is_superuser, r.rolbypassrls AS bypasses_rls,
      EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('app', 'auth') AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns,
      EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'app' AND c.relname = 'agency') AS has_tables
    FROM pg_roles r WHERE r.rolname = current_user`.execute(db);
  const [facts] = rows;
  if (facts === undefined) throw new Error("the database does not know its own user");
  return facts;
}

async function sampleOf(db: Database): Promise<readonly string[]> {
  const agency = await readAs(db, system("start"), (trx) =>
    trx.selectFrom("agency").select(["sampleData", "fixedToday"]).executeTakeFirst(),
  );
  const sentences: string[] = [];
  if (agency?.sampleData)
    sentences.push(
      "The database holds the sample agency, whose accounts everyone knows: use an empty one in production.",
    );
  if (agency !== undefined && agency.fixedToday !== null)
    sentences.push(
      "The agency's clock is fixed to one day, which is for tests only: it must run in production.",
    );
  return sentences;
}

const NOT_SIGNING: Readonly<Partial<Record<KeyState, string>>> = {
  REPLACED: "was replaced by another one",
  REVOKED: "was revoked",
};

/**
 * Refuses, in production, a key that signs the ledgers no more.
 * @throws StartRefused
 */
export async function checkLedgerKey(db: Database, mode: Mode, publicKey: string): Promise<void> {
  if (mode !== "production") return;
  const keys = await readAs(db, system("start"), loadLedgerKeys);
  const because = NOT_SIGNING[keyStateOf(keys, publicKey)];
  if (because !== undefined)
    throw new StartRefused([
      `The key of KINWARD_LEDGER_KEY ${because}: set the one in use, or a new one (docs/operations.md).`,
    ]);
}
