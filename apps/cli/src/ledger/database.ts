import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDatabase, type Database, newId, readAs, runCommand, system } from "@kinward/db";
import type { LedgerSigner } from "@kinward/db/ledger-keys";
import {
  keyStateOf,
  listHeads,
  loadLedgerKeys,
  loadPublishedLedger,
  makeCheckpoints,
  revokeLedgerKey,
} from "@kinward/db/proof";
import { ledgerCsv, publishedText } from "@kinward/domain/assignment";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { appUrl, withServer } from "../settings.ts";
import { short } from "./words.ts";

const caller = system("command line");

const withDatabase = <T>(work: (db: Database) => Promise<T>): Promise<T> =>
  withServer(async () => {
    const db = createDatabase({ url: appUrl(), purpose: "ledger", max: 2 });
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  });

type Say = (text: string) => void;

export interface ExportOptions {
  /** Name or id of the area; absent: all. */
  readonly area: string | undefined;
  /** Absent: to standard output, which is for one area. */
  readonly folder: string | undefined;
  readonly format: "json" | "csv";
}

/** Writes the ledgers as they are published. */
export const exportLedgers = (options: ExportOptions, say: Say): Promise<number> =>
  withDatabase(async (db) => {
    const heads = await readAs(db, caller, (trx) => listHeads(trx));
    const wanted = heads.filter(
      ({ contractAreaId, areaName }) =>
        options.area === undefined || [contractAreaId, areaName].includes(options.area as never),
    );
    if (wanted.length === 0) {
      say(`There is no such area. There are: ${heads.map(({ areaName }) => areaName).join("; ")}`);
      return 1;
    }
    if (options.folder !== undefined) await mkdir(options.folder, { recursive: true });
    for (const { contractAreaId, areaName, seq } of wanted) {
      const ledger = await readAs(db, caller, (trx) => loadPublishedLedger(trx, contractAreaId));
      if (ledger === undefined) continue;
      const content = options.format === "csv" ? ledgerCsv(ledger.lines) : publishedText(ledger);
      if (options.folder === undefined) {
        process.stdout.write(content);
        continue;
      }
      const file = join(options.folder, `${contractAreaId}.${options.format}`);
      await writeFile(file, content);
      say(`${areaName}: ${seq} lines, ${file}`);
    }
    return 0;
  });

/**
 * Signs the end of every ledger that has a new line.
 * @param begins whether a key that never signed here may take over from the one in use
 */
export const checkpointNow = (signer: LedgerSigner, begins: boolean, say: Say): Promise<number> =>
  withDatabase(async (db) => {
    const keys = await readAs(db, caller, loadLedgerKeys);
    if (keys.length > 0 && keyStateOf(keys, signer.publicKey) === "NEW" && !begins) {
      say("This key never signed here. Add --begin to let it take over from the one in use.");
      return 1;
    }
    const outcome = await runCommand(
      db,
      { commandId: newId<CommandId>(), procedure: "ledger.checkpoint", caller, input: {} },
      async (tools) => ({ done: { result: (await makeCheckpoints(tools, signer)) ?? null } }),
    );
    if (outcome.kind !== "DONE") throw new Error(outcome.kind);
    const made = outcome.result;
    if (made === null) {
      say(
        "This key was replaced or revoked, so it signs no more. Set the one in use, or a new one.",
      );
      return 1;
    }
    say(
      made.length === 0 ? "Nothing is new since the last checkpoints." : `Signed ${made.length}:`,
    );
    for (const { contractAreaId, seq } of made) say(`  ${contractAreaId} up to line ${seq}`);
    return 0;
  });

/** The keys that ever signed. */
export const listKeys = (say: Say): Promise<number> =>
  withDatabase(async (db) => {
    const keys = await readAs(db, caller, loadLedgerKeys);
    if (keys.length === 0) say("No key has signed yet.");
    for (const { id, publicKey, from, to, revokedFrom } of keys)
      say(
        `${id}\n  from ${from}${to === undefined ? "" : ` to ${to}`}${revokedFrom === undefined ? "" : `, revoked from ${revokedFrom}`}\n  ${publicKey}`,
      );
    return 0;
  });

/** Says that what a key signed from a day on is not to be believed. */
export const revokeKey = (
  {
    key,
    from,
    reason,
  }: { readonly key: string; readonly from: PlainDate; readonly reason: string },
  say: Say,
): Promise<number> =>
  withDatabase(async (db) => {
    const outcome = await runCommand(
      db,
      {
        commandId: newId<CommandId>(),
        procedure: "ledger.revokeKey",
        caller,
        input: { key, from },
        reason,
      },
      async (tools) => ({ done: { result: await revokeLedgerKey(tools, key, from) } }),
    );
    if (outcome.kind !== "DONE") throw new Error(outcome.kind);
    if (!outcome.result) {
      say("There is no such key, or it was revoked before.");
      return 1;
    }
    say(
      `Revoked ${short(key)} from ${from}. Set a new key and run "ledger checkpoint --begin": it signs what stands today.`,
    );
    return 0;
  });
