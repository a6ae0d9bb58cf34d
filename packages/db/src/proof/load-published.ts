import {
  type Checkpoint,
  type CheckpointsFile,
  type LedgerLine,
  publishedPolicy,
  type PublishedLedger,
  type PublishedPolicy,
  publishedRule,
  type ReceiptFile,
  type RotationEpoch,
} from "@kinward/domain/assignment";
import type { ContractAreaId, OrganizationId, ReferralId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { loadEpochs, loadLines } from "../assignment/read-ledger.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { getPolicyBook } from "../policy/books.ts";
import { loadLedgerKeys } from "./signing-keys.ts";

/** The ledger of an area with all that is needed to check it; undefined where there is no such area. */
export async function loadPublishedLedger(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
): Promise<PublishedLedger | undefined> {
  const { rows } = await sql<{ name: string; timeZone: string | null }>`
    SELECT concat_ws(' / ', s.name, a.subarea_name) AS name, (SELECT time_zone FROM app.agency) AS time_zone
    FROM app.contract_area a JOIN app.service_area s USING (service_area_id)
    WHERE a.contract_area_id = ${contractAreaId}`.execute(trx as Trx);
  const [area] = rows;
  if (area === undefined) return undefined;
  const lines = await loadLines(trx, contractAreaId);
  const epochs = await loadEpochs(trx, contractAreaId);
  return {
    format: "kinward.ledger",
    version: 1,
    area: { id: contractAreaId, name: area.name },
    timeZone: area.timeZone ?? "UTC",
    contractors: await loadContractors(trx, lines, epochs),
    rule: publishedRule(),
    policies: await loadPolicies(trx, new Set(lines.map((line) => line.policyNumber))),
    epochs,
    keys: await loadLedgerKeys(trx),
    checkpoints: await loadCheckpoints(trx, contractAreaId),
    lines,
  };
}

/** What a witness keeps of an area. */
export async function loadCheckpointsFile(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
): Promise<CheckpointsFile> {
  return {
    format: "kinward.checkpoints",
    version: 1,
    area: contractAreaId,
    keys: await loadLedgerKeys(trx),
    checkpoints: await loadCheckpoints(trx, contractAreaId),
  };
}

/** The end of the ledger that the receipt of a referral carries, with the first checkpoint that covers it. */
export async function findReceiptFile(
  trx: ReadTrx | Trx,
  referralId: ReferralId,
): Promise<ReceiptFile | undefined> {
  const { rows } = await sql<{ line: LedgerLine; checkpoint: Checkpoint | null }>`
    SELECT l.line, (SELECT c.checkpoint FROM app.checkpoint c
      WHERE c.contract_area_id = l.contract_area_id AND c.seq >= l.seq ORDER BY c.number LIMIT 1) AS checkpoint
    FROM app.referral r JOIN app.ledger_line l ON l.referral_key = r.referral_key AND l.kind = 'ASSIGNMENT'
    WHERE r.referral_id = ${referralId}`.execute(trx as Trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { area, seq, hash, at } = row.line;
  return {
    format: "kinward.receipt",
    version: 1,
    area,
    seq,
    hash,
    at,
    ...(row.checkpoint !== null && { checkpoint: row.checkpoint }),
  };
}

async function loadCheckpoints(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
): Promise<readonly Checkpoint[]> {
  const rows = await (trx as ReadTrx)
    .selectFrom("checkpoint")
    .select("checkpoint")
    .where("contractAreaId", "=", contractAreaId)
    .orderBy("number")
    .execute();
  return rows.map((row) => row.checkpoint);
}

/** What the policy books of these numbers say about the rotation; 0 stands for the defaults. */
export async function loadPolicies(
  trx: ReadTrx | Trx,
  numbers: ReadonlySet<number>,
): Promise<readonly PublishedPolicy[]> {
  const books = await (trx as ReadTrx)
    .selectFrom("policyBook")
    .select(["number", "digest"])
    .where("profile", "=", "IA_FSRP")
    .orderBy("number")
    .execute();
  const refs = [{ number: 0 }, ...books].filter(({ number }) => numbers.has(number));
  const policies: PublishedPolicy[] = [];
  for (const ref of refs)
    policies.push(publishedPolicy(await getPolicyBook(trx, { profile: "IA_FSRP", ...ref })));
  return policies;
}

async function loadContractors(
  trx: ReadTrx | Trx,
  lines: readonly LedgerLine[],
  epochs: readonly RotationEpoch[],
): Promise<PublishedLedger["contractors"]> {
  const ids = new Set<OrganizationId>();
  for (const line of lines) ids.add(line.contractor);
  for (const epoch of epochs) for (const id of epoch.contractors) ids.add(id);
  if (ids.size === 0) return [];
  return (trx as ReadTrx)
    .selectFrom("organization")
    .select(["organizationId as id", "name"])
    .where("organizationId", "in", [...ids])
    .orderBy("organizationId")
    .execute();
}
