import type { Instant, PlainDate } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { type Caller, organizationOf, userOf } from "./caller.ts";
import type { Database, ReadTrx, Trx } from "./client.ts";

/** What a transaction knows of time: taken once, from the database, and passed on as a fact. */
export interface Clock {
  /** The date of the transaction in the agency's zone. */
  readonly today: PlainDate;
  readonly now: Instant;
}

/**
 * Reads as someone: what row-level security hides from them is not there. One snapshot for all statements; nothing can
 * be written.
 */
export async function readAs<T>(
  db: Database,
  caller: Caller,
  read: (trx: ReadTrx, clock: Clock) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => read(trx as unknown as ReadTrx, await identify(trx, caller)));
}

/** Writes as someone, without a command: only for what is no fact (drafts, limits, derived rows, the record of access). */
export async function writeAs<T>(
  db: Database,
  caller: Caller,
  write: (trx: Trx, clock: Clock) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => write(trx, await identify(trx, caller)));
}

/**
 * Tells the database who is asking, until the transaction ends. Plans that a connection keeps are made for any values:
 * they look rows up by their ids.
 */
export async function identify(trx: Trx, caller: Caller): Promise<Clock> {
  const { rows } = await sql<{ today: PlainDate; now: Instant }>`
    SELECT set_config('app.user', ${userOf(caller)}, true), set_config('app.org', ${organizationOf(caller) ?? ""}, true),
      set_config('plan_cache_mode', 'force_generic_plan', true), app.today() AS today, now() AS now`.execute(
    trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no answer to who and when");
  return { today: row.today, now: row.now };
}

/** The date of the transaction in the agency's zone, or the fixed one of tests and sample data. */
export async function todayIn(trx: ReadTrx | Trx): Promise<PlainDate> {
  const { rows } = await sql<{ today: PlainDate }>`SELECT app.today() AS today`.execute(trx as Trx);
  const [row] = rows;
  if (row === undefined) throw new Error("no today");
  return row.today;
}
