import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newLedgerKey } from "@kinward/db/ledger-keys";
import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const KEY = newLedgerKey();
const GOOD = {
  KINWARD_MODE: "production",
  DATABASE_URL: "postgresql://kinward_app:pass@db.example:5432/kinward",
  DATABASE_AUTH_URL: "postgresql://kinward_auth:word@db.example:5432/kinward",
  KINWARD_SECRET: SECRET,
  KINWARD_LEDGER_KEY: KEY,
  KINWARD_PUBLIC_URL: "https://kinward.example.gov/",
};

const sentences = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
};

test("a full environment is taken as it is", () => {
  expect(
    readConfig({ ...GOOD, PORT: "8080", HOST: "0.0.0.0", SMTP_URL: "smtp://mail.example" }),
  ).toMatchObject({
    mode: "production",
    port: 8080,
    host: "0.0.0.0",
    publicUrl: "https://kinward.example.gov",
    smtpUrl: "smtp://mail.example",
    databaseAuthUrl: GOOD.DATABASE_AUTH_URL,
    parentPipe: false,
  });
});

test.each([
  ["no database address", { DATABASE_URL: undefined }, /No database address: set DATABASE_URL/],
  [
    "another database",
    { DATABASE_URL: "mysql://x" },
    /DATABASE_URL is not a PostgreSQL connection string/,
  ],
  ["no secret", { KINWARD_SECRET: "" }, /No secret: set KINWARD_SECRET/],
  ["a short secret", { KINWARD_SECRET: "short" }, /KINWARD_SECRET is too short/],
  [
    "the secret everyone knows",
    { KINWARD_SECRET: "kinward-development-secret-known-to-everyone" },
    /which everyone knows/,
  ],
  ["a mode of one's own", { KINWARD_MODE: "prod" }, /KINWARD_MODE is "prod"/],
  ["a port that is none", { PORT: "http" }, /PORT is "http"/],
  ["no key for the ledgers", { KINWARD_LEDGER_KEY: undefined }, /No key for the ledgers/],
  ["a key that is none", { KINWARD_LEDGER_KEY: SECRET }, /KINWARD_LEDGER_KEY holds no Ed25519/],
  [
    "a file of a key that is not there",
    { KINWARD_LEDGER_KEY: undefined, KINWARD_LEDGER_KEY_FILE: "/nowhere/key.pem" },
    /cannot be read: \/nowhere\/key.pem/,
  ],
  ["two keys", { KINWARD_LEDGER_KEY_FILE: "/nowhere/key.pem" }, /are both set/],
  ["an address that is none", { KINWARD_PUBLIC_URL: "kinward" }, /KINWARD_PUBLIC_URL/],
])("production refuses %s in one sentence", (_, change, sentence) => {
  const found = sentences({ ...GOOD, ...change });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(sentence);
});

test("every mistake is named at once", () => {
  expect(sentences({ KINWARD_MODE: "production" })).toHaveLength(3);
});

test("NODE_ENV=production is production as well, so that no one runs it with the development secret", () => {
  const { KINWARD_MODE: _, KINWARD_SECRET: __, ...rest } = GOOD;
  expect(sentences({ ...rest, NODE_ENV: "production" })).toEqual([
    expect.stringMatching(/No secret/),
  ]);
  expect(readConfig(rest).mode).toBe("development");
});

test("without an address of its own the account role is reached on the same server, with the same password", () => {
  const { DATABASE_AUTH_URL: _, ...rest } = GOOD;
  expect(readConfig(rest).databaseAuthUrl).toBe(
    "postgresql://kinward_auth:pass@db.example:5432/kinward",
  );
  expect(
    readConfig({ ...rest, DATABASE_URL: "postgresql://kinward_app@/kinward?host=%2Frun%2Fpg" })
      .databaseAuthUrl,
  ).toBe("postgresql://kinward_auth@/kinward?host=%2Frun%2Fpg");
});

test("the key of the ledgers comes from the environment, in one line or several, or from a file", () => {
  expect(readConfig(GOOD).ledgerKey).toBe(KEY.trim());
  const line = KEY.replaceAll("\n", "\\n");
  expect(readConfig({ ...GOOD, KINWARD_LEDGER_KEY: line }).ledgerKey).toBe(line);
  const folder = mkdtempSync(join(tmpdir(), "ledger-key-"));
  const file = join(folder, "key.pem");
  writeFileSync(file, KEY);
  const { KINWARD_LEDGER_KEY: _, ...rest } = GOOD;
  expect(readConfig({ ...rest, KINWARD_LEDGER_KEY_FILE: file }).ledgerKey).toBe(KEY);
  rmSync(folder, { recursive: true });
});

test("the ledgers are for everyone only where the deployment says so", () => {
  expect(readConfig(GOOD).publicLedger).toBe(false);
  expect(readConfig({ ...GOOD, KINWARD_PUBLIC_LEDGER: "1" }).publicLedger).toBe(true);
});
