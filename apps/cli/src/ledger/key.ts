import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  ledgerSigner,
  type LedgerSigner,
  newLedgerKey,
  publicKeyPem,
} from "@kinward/db/ledger-keys";
import { stateFolder } from "../settings.ts";

/** The key that the environment names, or the one that "npm start" keeps; undefined when there is none. */
export function signerOfEnvironment(): LedgerSigner | undefined {
  const { KINWARD_LEDGER_KEY: key, KINWARD_LEDGER_KEY_FILE: named } = process.env;
  if (key) return ledgerSigner(key);
  const file = named || join(stateFolder(), "ledger-key.pem");
  return existsSync(file) ? ledgerSigner(readFileSync(file, "utf8")) : undefined;
}

/** Makes a key: the private one for the server alone, the public one for the witnesses. */
export async function writeNewKey(file: string, say: (text: string) => void): Promise<number> {
  const pem = newLedgerKey();
  try {
    await writeFile(file, pem, { mode: 0o600, flag: "wx" });
  } catch {
    say(`${file} is there already, or its folder is not: nothing was written.`);
    return 1;
  }
  const publicFile = `${file.replace(/\.pem$/, "")}.public.pem`;
  await writeFile(publicFile, publicKeyPem(ledgerSigner(pem).publicKey));
  say(
    `${file}: the private key, readable by this account alone. Set KINWARD_LEDGER_KEY_FILE to it.\n${publicFile}: the public key, for everyone who verifies (--key).`,
  );
  return 0;
}
