import { createDatabase, newId, sha256, system, writeAs } from "@kinward/db";
import { ledgerSigner, newLedgerKey } from "@kinward/db/ledger-keys";
import { revokeLedgerKey, useLedgerKey } from "@kinward/db/proof";
import { ledgerKeyId } from "@kinward/domain/assignment";
import { type CommandId, plainDate } from "@kinward/domain/kernel";
import { createTestDatabase, type TestDatabase } from "@kinward/testkit/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDatabase, checkLedgerKey, StartRefused } from "./start-checks.ts";
import { createLog } from "./log.ts";
import { startServer } from "./server.ts";
import { testDatabase } from "./testing/database.ts";
import { onAuth as statement } from "./testing/sessions.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function refusals(
  url: string,
  mode: "production" | "development",
): Promise<readonly string[]> {
  const db = createDatabase({ url, purpose: "test", max: 1 });
  try {
    await checkDatabase(db, mode);
    return [];
  } catch (error) {
    if (error instanceof StartRefused) return error.sentences;
    throw error;
  } finally {
    await db.destroy();
  }
}

test("the app's own role may start, in production too", async () => {
  expect(await refusals(database.appUrl, "development")).toEqual([]);
  expect(await refusals(database.appUrl, "production")).toEqual([]);
});

test.each(["development", "production"] as const)(
  "in %s the owner of the tables is refused",
  async (mode) => {
    expect(await refusals(database.ownerUrl, mode)).toEqual([
      expect.stringMatching(/"kinward_owner" owns the tables/),
    ]);
  },
);

test("a superuser is refused", async () => {
  expect(await refusals(database.superUrl, "development")).toEqual([
    expect.stringMatching(/is a superuser/),
  ]);
});

test("a role that bypasses row-level security is refused", async () => {
  const role = `bypass_${database.name.slice(-12)}`;
  await statement(database.superUrl, `CREATE ROLE ${role} LOGIN BYPASSRLS`);
  await statement(database.superUrl, `GRANT CONNECT ON DATABASE ${database.name} TO ${role}`);
  const url = database.appUrl.replace("kinward_app@", `${role}@`);
  expect(await refusals(url, "development")).toEqual([
    expect.stringMatching(/bypasses row-level security/),
  ]);
  await statement(database.superUrl, `REVOKE ALL ON DATABASE ${database.name} FROM ${role}`);
  await statement(database.superUrl, `DROP ROLE ${role}`);
});

test("production refuses the sample agency and a clock that stands still, one sentence each", async () => {
  const db = createDatabase({ url: database.appUrl, purpose: "test", max: 1 });
  const set = (fields: { sampleData: boolean; fixedToday: string | null }) =>
    writeAs(db, system("test"), async (trx) => {
      const agency = { name: "Agency", timeZone: "America/Chicago", ...fields } as never;
      await trx
        .insertInto("agency")
        .values(agency)
        .onConflict((one) => one.column("one").doUpdateSet(fields as never))
        .execute();
    });
  await set({ sampleData: true, fixedToday: null });
  expect(await refusals(database.appUrl, "production")).toEqual([
    expect.stringMatching(/sample agency/),
  ]);
  await set({ sampleData: false, fixedToday: "2026-11-20" });
  expect(await refusals(database.appUrl, "production")).toEqual([
    expect.stringMatching(/clock is fixed/),
  ]);
  expect(await refusals(database.appUrl, "development")).toEqual([]);
  await db.destroy();
});

test("production refuses a key of the ledgers that was replaced or revoked", async () => {
  const db = createDatabase({ url: database.appUrl, purpose: "test", max: 1 });
  const [first, second, third] = [1, 2, 3].map(() => ledgerSigner(newLedgerKey())) as [
    ReturnType<typeof ledgerSigner>,
    ReturnType<typeof ledgerSigner>,
    ReturnType<typeof ledgerSigner>,
  ];
  const commandId = newId<CommandId>();
  const today = plainDate("2026-11-20");
  await writeAs(db, system("test"), async (trx) => {
    await useLedgerKey({ trx, today, commandId }, first);
    await useLedgerKey({ trx, today, commandId }, second);
  });
  const refusal = (publicKey: string, mode: "production" | "development" = "production") =>
    checkLedgerKey(db, mode, publicKey).then(
      () => "",
      (error: Error) => error.message,
    );
  expect(await refusal(first.publicKey)).toMatch(/was replaced/);
  expect(await refusal(first.publicKey, "development")).toBe("");
  expect(await refusal(second.publicKey)).toBe("");
  expect(await refusal(third.publicKey)).toBe("");
  const secondId = ledgerKeyId(second.publicKey, sha256);
  await writeAs(db, system("test"), (trx) => revokeLedgerKey({ trx, commandId }, secondId, today));
  expect(await refusal(second.publicKey)).toMatch(/was revoked/);
  await db.destroy();
});

test("the server itself does not come up on a refused database", async () => {
  const config = {
    mode: "development",
    port: 0,
    host: "127.0.0.1",
    databaseUrl: database.ownerUrl,
    databaseAuthUrl: database.authUrl,
    secret: "s".repeat(32),
    publicUrl: "http://kinward.test",
    mailFrom: "kinward@kinward.test",
    trustedProxies: 0,
    parentPipe: false,
    logLevel: "silent",
  } as const;
  await expect(startServer({ config, log: createLog("silent") })).rejects.toThrow(StartRefused);
});

test("a database without tables is named as such", async () => {
  const empty = await createTestDatabase({
    template: "api: no tables",
    migrate: async () => undefined,
  });
  expect(await refusals(empty.appUrl, "development")).toEqual([
    expect.stringMatching(/db migrate/),
  ]);
  await empty.drop();
});
