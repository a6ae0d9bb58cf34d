import { type Kysely, PostgresDialect, sql } from "kysely";
import { Kysely as Database } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { core } from "./0001-core.ts";
import { contracts } from "./0002-contracts.ts";
import { cases } from "./0003-cases.ts";
import { platform } from "./0004-platform.ts";
import { accounts } from "./0005-accounts.ts";
import { jobs } from "./0006-jobs.ts";
import { security } from "./0007-security.ts";
import { proposals } from "./0008-proposals.ts";
import { checkpoints } from "./0009-checkpoints.ts";
import { referrals } from "./0010-referrals.ts";
import { order } from "./0011-order.ts";
import { household } from "./0012-household.ts";
import { marks } from "./0013-marks.ts";
import { asKnown } from "./0014-as-known.ts";
import { team } from "./0015-team.ts";
import { workbench } from "./0016-workbench.ts";
import { noticesAndViews } from "./0017-notices-and-views.ts";
import { merge } from "./0018-merge.ts";
import { people } from "./0020-people.ts";
import { rollups } from "./0022-rollups.ts";
import { coverNotices } from "./0023-cover-notices.ts";
import { ended } from "./0024-ended.ts";
import { facts } from "./0025-facts.ts";
import { mergeProposals } from "./0026-merge2.ts";
import { interpreter } from "./0027-interpreter.ts";
import { names } from "./0029-names.ts";
import { terms } from "./0030-terms.ts";

const step = (statements: string | (() => string)): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql.raw(typeof statements === "string" ? statements : statements()).execute(db);
  },
});

/** Forward only: a mistake is corrected by another step, for data have been written in between. */
const migrations: Record<string, Migration> = {
  "0001-core": step(core),
  "0002-contracts": step(contracts),
  "0003-cases": step(cases),
  "0004-platform": step(platform),
  "0005-accounts": step(accounts),
  "0006-jobs": step(jobs),
  "0007-security": step(security),
  "0008-proposals": step(proposals),
  "0009-checkpoints": step(checkpoints),
  "0010-referrals": step(referrals),
  "0011-order": step(order),
  "0012-household": step(household),
  "0013-marks": step(marks),
  "0014-as-known": step(asKnown),
  "0015-team": step(team),
  "0016-workbench": step(workbench),
  "0017-notices-and-views": step(noticesAndViews),
  "0018-merge": step(merge),
  "0020-people": step(people),
  "0022-rollups": step(rollups),
  "0023-cover-notices": step(coverNotices),
  "0024-ended": step(ended),
  "0025-facts": step(facts),
  "0026-merge2": step(mergeProposals),
  "0027-interpreter": step(interpreter),
  "0029-names": step(names),
  "0030-terms": step(terms),
};

/**
 * Brings the database to the current schema, all steps or none; safe to call from several processes at once.
 * @param ownerUrl a direct connection (no pooler in between) of the role `kinward_owner`
 * @returns names of the steps that were run
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on("error", () => undefined);
  const db = new Database<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { error, results = [] } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: "app",
      migrationTableName: "migration",
      migrationLockTableName: "migration_lock",
    }).migrateToLatest();
    if (error !== undefined) throw error;
    return results.map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

/** Names of the steps that this version knows, in order. */
export const migrationNames: readonly string[] = Object.keys(migrations);
