import {
  type Checkpoint,
  checkpointHash,
  needsCheckpoint,
  signCheckpoint,
  termsText,
} from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { loadEpochs } from "../assignment/read-ledger.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandTools } from "../core/command.ts";
import { sha256 } from "../core/digest.ts";
import { json } from "../core/values.ts";
import type { LedgerSigner } from "./keys.ts";
import { loadPolicies } from "./load-published.ts";
import { keyStateOf, loadLedgerKeys, useLedgerKey } from "./signing-keys.ts";

export interface MadeCheckpoint {
  readonly contractAreaId: ContractAreaId;
  readonly seq: number;
}

interface Due {
  readonly contractAreaId: ContractAreaId;
  readonly seq: number;
  readonly hash: string;
  /** The newest checkpoint. */
  readonly number: number | null;
  readonly newest: Checkpoint | null;
}

/**
 * Areas whose ledger has a line that is not signed, by id.
 * @param ofEarlierDays only those with such a line from before today, so that a job makes one checkpoint for each day
 */
async function areasToSign(trx: ReadTrx | Trx, ofEarlierDays: boolean): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    SELECT a.contract_area_id, l.seq, l.hash, c.number, c.checkpoint AS newest
    FROM app.contract_area a
    JOIN LATERAL (SELECT seq, hash FROM app.ledger_line WHERE contract_area_id = a.contract_area_id ORDER BY seq DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT number, seq, checkpoint FROM app.checkpoint WHERE contract_area_id = a.contract_area_id
      ORDER BY number DESC LIMIT 1) c ON true
    WHERE NOT ${ofEarlierDays} OR EXISTS (SELECT FROM app.ledger_line n, app.agency g
      WHERE n.contract_area_id = a.contract_area_id AND n.seq = coalesce(c.seq, 0) + 1
        AND (n.line ->> 'at')::timestamptz < app.today()::timestamp AT TIME ZONE g.time_zone)
    ORDER BY a.contract_area_id`.execute(trx as Trx);
  return rows;
}

/** Whether the job has anything to sign: asked first, so that an hour without a new day leaves no trace. */
export async function isCheckpointDue(trx: ReadTrx, signer: LedgerSigner): Promise<boolean> {
  const state = keyStateOf(await loadLedgerKeys(trx), signer.publicKey);
  if (state !== "NEW" && state !== "IN_USE") return false;
  return (await areasToSign(trx, true)).length > 0;
}

/**
 * Signs the end of every ledger that has a new line, or that another key signed last. Asked twice it does nothing the second time. An
 * act of `runCommand`.
 * @returns what was signed; undefined when the key was replaced or revoked
 */
export async function makeCheckpoints(
  tools: Pick<CommandTools, "trx" | "today" | "commandId">,
  signer: LedgerSigner,
  ofEarlierDays = false,
): Promise<readonly MadeCheckpoint[] | undefined> {
  const { trx, today, commandId } = tools;
  // One after the other: each stands on the one before. No lock of an area: its lines do not change any more.
  await sql`SELECT pg_advisory_xact_lock(hashtext('kinward checkpoints'))`.execute(trx);
  const key = await useLedgerKey(tools, signer);
  if (key === undefined) return undefined;
  const made: MadeCheckpoint[] = [];
  for (const { contractAreaId, seq, hash, number, newest } of await areasToSign(
    trx,
    ofEarlierDays,
  )) {
    if (!needsCheckpoint({ seq, key }, newest ?? undefined)) continue;
    const terms = sha256(await loadTerms(trx, contractAreaId, seq));
    const checkpoint = signCheckpoint(
      { area: contractAreaId, day: today, seq, hash, terms, key },
      newest ?? undefined,
      sha256,
      signer.sign,
    );
    await trx
      .insertInto("checkpoint")
      .values({
        contractAreaId,
        number: (number ?? 0) + 1,
        seq,
        onDate: today,
        keyId: key,
        checkpoint: json(checkpoint),
        digest: checkpointHash(checkpoint, sha256),
        commandId,
      })
      .execute();
    made.push({ contractAreaId, seq });
  }
  return made;
}

/** Epochs and settings that the lines up to one refer to, as `termsText` has them. */
async function loadTerms(trx: Trx, contractAreaId: ContractAreaId, seq: number): Promise<string> {
  const { rows } = await sql<{ epoch: number; policyNumbers: readonly number[] }>`
    SELECT max((line ->> 'epoch')::integer) AS epoch, array_agg(DISTINCT (line ->> 'policyNumber')::integer) AS policy_numbers
    FROM app.ledger_line WHERE contract_area_id = ${contractAreaId} AND seq <= ${seq}`.execute(trx);
  const [used] = rows;
  if (used === undefined) throw new Error("a checkpoint of a ledger without lines");
  const policyNumbers = new Set(used.policyNumbers);
  const epochs = await loadEpochs(trx, contractAreaId);
  const policies = await loadPolicies(trx, policyNumbers);
  return termsText({ epochs, policies }, { epoch: used.epoch, policyNumbers });
}
