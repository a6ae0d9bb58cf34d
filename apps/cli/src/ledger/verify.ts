import { hash } from "node:crypto";
import { verifySignature } from "@kinward/db/ledger-keys";
import {
  ledgerKeyId,
  type LedgerKey,
  type PublishedLedger,
  verifyPublished,
  type Witnesses,
} from "@kinward/domain/assignment";
import type { PlainDate } from "@kinward/domain/kernel";
import { BadFile, readCheckpoints, readKey, readLedger, readReceipt } from "./read-files.ts";
import { verdictText } from "./words.ts";

export const sha256 = (utf8: string): string => hash("sha256", utf8, "hex");

export interface VerifyFiles {
  readonly ledger: string;
  readonly checkpoints: readonly string[];
  readonly receipts: readonly string[];
  readonly keys: readonly string[];
}

/** Checks a published ledger without database or account. Exit code 0: verified; 1: not. */
export async function verify(files: VerifyFiles, say: (text: string) => void): Promise<number> {
  try {
    const { ledger, given } = await readLedger(files.ledger);
    const trustedKeys = await Promise.all(files.keys.map(readKey));
    const witnesses: Witnesses = {
      checkpoints: await Promise.all(files.checkpoints.map(readCheckpoints)),
      receipts: await Promise.all(files.receipts.map(readReceipt)),
      ...(trustedKeys.length > 0 && { trustedKeys }),
    };
    const known = given === "LINES" ? withKeys(ledger, trustedKeys) : ledger;
    const usable = given === "LINES" ? withoutUnknown(known, witnesses) : witnesses;
    const verdict = verifyPublished(known, usable, { sha256, verifySignature }, given);
    say(verdictText(ledger.area.name, verdict, { given, keyGiven: trustedKeys.length > 0 }));
    return verdict.faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    say(`NOT verified: ${error.message}`);
    return 1;
  }
}

/** A table brings no keys: those given by hand sign whenever they did. */
const withKeys = (ledger: PublishedLedger, publicKeys: readonly string[]): PublishedLedger => ({
  ...ledger,
  keys: publicKeys.map((publicKey): LedgerKey => ({
    id: ledgerKeyId(publicKey, sha256),
    publicKey,
    from: "0001-01-01" as PlainDate,
  })),
});

/** Beside a table without any key, a receipt is compared by its line alone. */
const withoutUnknown = (ledger: PublishedLedger, witnesses: Witnesses): Witnesses => {
  const keys = [ledger, ...(witnesses.checkpoints ?? [])].flatMap((one) => one.keys);
  return keys.length > 0
    ? witnesses
    : {
        ...witnesses,
        receipts: (witnesses.receipts ?? []).map(({ checkpoint: _, ...receipt }) => receipt),
      };
};
