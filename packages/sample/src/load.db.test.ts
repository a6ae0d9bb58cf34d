import { createDatabase, readAs, system } from "@kinward/db";
import { deriveAllDue, verifyAll } from "@kinward/db/duties";
import { checkStateCounts, countState } from "@kinward/db/lists";
import { migrate } from "@kinward/db/migrate";
import type { PlainDate } from "@kinward/domain/kernel";
import { createTestDatabase } from "@kinward/testkit/postgres";
import type {} from "@kinward/testkit/postgres-global";
import { expect, test } from "vitest";
import { loadSample } from "./load.ts";
import { multiplySample } from "./multiply.ts";

test("the sample fits into the database, duties follow from it, and it is loaded once only", async () => {
  const database = await createTestDatabase({
    template: "db: migrated",
    migrate: async ({ ownerUrl }) => void (await migrate(ownerUrl)),
  });
  const owner = createDatabase({ url: database.ownerUrl, purpose: "test", max: 2 });
  const app = createDatabase({ url: database.appUrl, purpose: "test", max: 4 });
  try {
    const today = "2026-11-23" as PlainDate;
    const { accounts } = await loadSample(owner, today);
    await owner.updateTable("agency").set({ fixedToday: today }).execute();
    expect(accounts.length).toBeGreaterThanOrEqual(38);
    expect(await deriveAllDue(app)).toBe(400);
    expect(await verifyAll(app)).toMatchObject({ cases: 400, differing: [] });
    const duties = await owner
      .selectFrom("duty")
      .select((eb) => ["kind", eb.fn.countAll<number>().as("n")])
      .where("settledOn", "is", null)
      .where("cancelledOn", "is", null)
      .groupBy("kind")
      .execute();
    expect(duties.length).toBeGreaterThanOrEqual(2);
    await expect(loadSample(owner, today)).rejects.toThrow("empty database only");
    // Copies are cases like the originals: what was copied as derived is what their own facts give.
    await multiplySample(owner, { copies: 1 });
    expect(await verifyAll(app)).toMatchObject({ cases: 800, differing: [] });
    const counts = await readAs(app, system("test"), async (trx) => ({
      wrong: await checkStateCounts(trx, today),
      open: (await countState(trx, today)).reduce((sum, row) => sum + row.open, 0),
    }));
    expect(counts.wrong).toEqual([]);
    expect(counts.open).toBeGreaterThan(300);
  } finally {
    await Promise.all([owner.destroy(), app.destroy()]);
    await database.drop();
  }
}, 240_000);
