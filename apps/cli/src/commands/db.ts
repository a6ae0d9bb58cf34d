import { createDatabase, type Database, readAs, system } from "@kinward/db";
import { deriveAllDue, verifyAll } from "@kinward/db/duties";
import { checkStateCounts } from "@kinward/db/lists";
import { migrate } from "@kinward/db/migrate";
import { setupSql } from "@kinward/postgres";
import { type Command, usage } from "../command.ts";
import { appUrl, ownerUrl, withServer } from "../settings.ts";

const HOW = `db setup [DATABASE]   prints the SQL that prepares an outside PostgreSQL (roles, database, schemas)
       npm run kinward -- db migrate            brings the schema up to date
       npm run kinward -- db derive [--all]     brings duties up to date with the day and the policy in force
       npm run kinward -- db verify             derives and counts everything again and reports every difference`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function withDatabase<T>(purpose: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = createDatabase({ url: appUrl(), purpose, max: 2 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

const ACTIONS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  setup: async ([database = "kinward"]) => {
    process.stdout.write(setupSql({ database }));
    return 0;
  },

  migrate: async () => {
    const steps = await migrate(ownerUrl());
    say(steps.length === 0 ? "The schema is up to date." : `Done: ${steps.join(", ")}.`);
    return 0;
  },

  derive: async ([which]) => {
    const all = which === "--all";
    const cases = await withDatabase("derive", async (db) =>
      all
        ? deriveAllDue(db, "all")
        : (await deriveAllDue(db, "olderBook")) + (await deriveAllDue(db, "due")),
    );
    say(`Derived the duties of ${cases} cases.`);
    return 0;
  },

  verify: async () => {
    const {
      cases,
      today,
      differing,
      wrong: wrongCounts,
    } = await withDatabase("verify", async (db) => ({
      ...(await verifyAll(db)),
      wrong: await readAs(db, system("verify"), (trx, clock) => checkStateCounts(trx, clock.today)),
    }));
    for (const { caseId, wrong, surplus } of differing) {
      if (wrong.length > 0) say(`${caseId}: stored otherwise or not at all: ${wrong.join(", ")}`);
      if (surplus.length > 0) say(`${caseId}: stored but not owed: ${surplus.join(", ")}`);
    }
    say(
      `${cases} cases as of ${today}: ${differing.length === 0 ? "every duty" : `${differing.length} cases not`} as the rules say.`,
    );
    for (const { contractAreaId, organizationId, dueOn, rule } of wrongCounts)
      say(
        `Counted wrongly: contract area ${contractAreaId}, contractor ${organizationId}, ${dueOn === null ? "cases" : `${rule} due on ${dueOn}`}`,
      );
    say(
      wrongCounts.length === 0
        ? "Every number of the state is that of a recount."
        : `${wrongCounts.length} numbers of the state are not those of a recount.`,
    );
    return differing.length === 0 && wrongCounts.length === 0 ? 0 : 1;
  },
};

/** Looks after the database. */
export const command: Command = {
  summary: "set up, migrate, derive and verify the database",
  run: async ([action = "", ...args]) => {
    const run = ACTIONS[action];
    if (run === undefined) return usage(HOW);
    return action === "setup" ? run(args) : withServer(() => run(args));
  },
};
