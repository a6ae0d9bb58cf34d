import { createPrivateKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keptLedgerKey, keptSecret } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "kinward-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("secret and key are made once, and only this account can read them", () => {
  const file = keptLedgerKey(folder);
  const pem = readFileSync(file, "utf8");
  expect(createPrivateKey(pem).asymmetricKeyType).toBe("ed25519");
  expect(keptLedgerKey(folder)).toBe(file);
  expect(readFileSync(file, "utf8")).toBe(pem);
  const secret = keptSecret(folder);
  expect(keptSecret(folder)).toBe(secret);
  for (const name of ["ledger-key.pem", "secret"])
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});
