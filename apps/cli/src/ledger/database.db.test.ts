import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, type Database, readAs, system } from "@kinward/db";
import { newLedgerKey } from "@kinward/db/ledger-keys";
import { migrate } from "@kinward/db/migrate";
import { plainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { loadSample } from "@kinward/sample";
import { createTestDatabase, type TestDatabase } from "@kinward/testkit/postgres";
import type {} from "@kinward/testkit/postgres-global";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { command } from "../commands/ledger.ts";

let database: TestDatabase;
let db: Database;
let folder = "";
let printed = "";

beforeAll(async () => {
  database = await createTestDatabase({
    template: "cli: migrated",
    migrate: async ({ ownerUrl }) => void (await migrate(ownerUrl)),
  });
  const owner = createDatabase({ url: database.ownerUrl, purpose: "test", max: 2 });
  await loadSample(owner, plainDate("2026-11-20"), 60);
  await owner.destroy();
  db = createDatabase({ url: database.appUrl, purpose: "test", max: 1 });
  folder = await mkdtemp(join(tmpdir(), "ledger-db-"));
  vi.stubEnv("DATABASE_URL", database.appUrl);
  vi.stubEnv("KINWARD_STATE", folder);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await db.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

const run = async (...args: readonly string[]): Promise<number> => {
  printed = "";
  return command.run(args);
};

test(
  "the ledgers of the sample agency are exported and verified, every one" + covers("ASG-9"),
  async () => {
    const out = join(folder, "exported");
    expect(await run("export", "--all", "--out", out)).toBe(0);
    const files = [...printed.matchAll(/: (\d+) lines, (\S+)$/gm)].map(([, lines, file]) => ({
      lines: Number(lines),
      file: file ?? "",
    }));
    expect(files).toHaveLength(10);
    expect(files.filter(({ lines }) => lines > 0).length).toBeGreaterThan(5);
    for (const { file, lines } of files) {
      expect([file, await run("verify", file), printed]).toEqual([
        file,
        0,
        expect.stringMatching(new RegExp(`^verified: .*, ${lines} lines`)),
      ]);
    }
    expect(await run("export", "--all", "--csv", "--out", out)).toBe(0);
    expect(await run("export", "Nowhere")).toBe(1);
    expect(printed).toContain("There is no such area");
  },
);

test("without a key nothing is signed; with one, all ledgers are, once, until the key is revoked", async () => {
  expect(await run("checkpoint")).toBe(1);
  expect(printed).toContain("There is no key");
  const key = join(folder, "ledger-key.pem");
  await writeFile(key, newLedgerKey());
  expect(await run("checkpoint")).toBe(0);
  expect(printed).toMatch(/^Signed \d+:/);
  expect(await run("checkpoint")).toBe(0);
  expect(printed).toContain("Nothing is new");

  const areas = await readAs(db, system("test"), (trx) =>
    trx.selectFrom("checkpoint").select("contractAreaId").execute(),
  );
  const area = areas[0]?.contractAreaId ?? "";
  expect(await run("export", area)).toBe(0);
  const file = join(folder, "one.json");
  await writeFile(file, printed);
  expect(await run("verify", file)).toBe(0);
  expect(printed).toContain("checkpoints: 1 in the document, signed up to line");

  expect(await run("keys")).toBe(0);
  const id = /^[0-9a-f]{64}$/m.exec(printed)?.[0] ?? "";
  expect(await run("revoke-key", "0".repeat(64), "--from", "2026-01-01", "--reason", "Lost")).toBe(
    1,
  );
  expect(await run("revoke-key", id, "--from", "2026-01-01", "--reason", "Lost")).toBe(0);
  expect(await run("checkpoint")).toBe(1);
  expect(printed).toContain("replaced or revoked");
  await writeFile(key, newLedgerKey());
  // A key that was named by mistake does not end the one in use.
  expect(await run("checkpoint")).toBe(1);
  expect(printed).toContain("This key never signed here");
  expect(await run("checkpoint", "--begin")).toBe(0);
  expect(await run("export", area)).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    keys: [{ id, revokedFrom: "2026-01-01" }, {}],
  });
  expect(await readFile(file, "utf8")).not.toBe(printed);
});
