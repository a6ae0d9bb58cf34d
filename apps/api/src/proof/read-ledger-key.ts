import { readFileSync } from "node:fs";
import { developmentSigner, ledgerSigner } from "@kinward/db/ledger-keys";

/** The key itself or a file with it. What is wrong is refused here, with a text that stands for a key. */
export function readLedgerKey(
  given: (name: string) => string | undefined,
  refuse: (sentence: string) => void,
): string | undefined {
  const [key, file] = [given("KINWARD_LEDGER_KEY"), given("KINWARD_LEDGER_KEY_FILE")];
  if (key !== undefined && file !== undefined) {
    refuse("KINWARD_LEDGER_KEY and KINWARD_LEDGER_KEY_FILE are both set: set one of them.");
    return key;
  }
  if (key === undefined && file === undefined) return undefined;
  const name = file === undefined ? "KINWARD_LEDGER_KEY" : "KINWARD_LEDGER_KEY_FILE";
  let pem = key ?? "";
  try {
    if (file !== undefined) pem = readFileSync(file, "utf8");
  } catch {
    refuse(`KINWARD_LEDGER_KEY_FILE names a file that cannot be read: ${file}`);
    return pem;
  }
  try {
    if (ledgerSigner(pem).publicKey === developmentSigner().publicKey)
      refuse(`${name} is the development key, which everyone knows: make one of your own.`);
  } catch {
    refuse(`${name} holds no Ed25519 private key in PEM (PKCS8).`);
  }
  return pem;
}
