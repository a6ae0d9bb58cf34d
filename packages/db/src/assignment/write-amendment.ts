import { type AssignmentDecision, chainLine, type LedgerLine } from "@kinward/domain/assignment";
import type { CommandId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Trx } from "../core/client.ts";
import { sha256 } from "../core/digest.ts";
import { json } from "../core/values.ts";
import type { LockedHead } from "./area-lock.ts";

/**
 * Chains a decided reversal, move or correction to the ledger of its area, with the epochs that began before it. The
 * lock of the area is held.
 * @returns the line as written, and the end of the ledger after it, for a further line of the same transaction
 */
export async function writeAmendment(
  trx: Trx,
  locked: LockedHead,
  { line: draft, begun, head }: AssignmentDecision,
  commandId: CommandId,
): Promise<{ readonly line: LedgerLine; readonly locked: LockedHead }> {
  const line = chainLine(draft, locked.hash, sha256);
  const insert = (table: string, rows: readonly object[]) =>
    sql`INSERT INTO ${sql.id("app", table)}
      SELECT * FROM jsonb_populate_recordset(NULL::${sql.id("app", table)}, ${JSON.stringify(rows)}::jsonb)`;
  const epochs = begun.map((epoch) => ({
    contract_area_id: line.area,
    number: epoch.number,
    first_contract_id: epoch.contracts[0],
    second_contract_id: epoch.contracts[1],
    from_on: epoch.from,
    epoch,
    command_id: commandId,
  }));
  const row = {
    contract_area_id: line.area,
    seq: line.seq,
    kind: line.kind,
    referral_key: line.referralKey,
    line,
    prev: line.prev,
    hash: line.hash,
    command_id: commandId,
  };
  await sql`
    WITH epochs AS (${insert("rotation_epoch", epochs)}), line AS (${insert("ledger_line", [row])})
    UPDATE app.area_head SET seq = ${line.seq}, hash = ${line.hash}, head = ${json(head)}, at = ${line.at}
    WHERE contract_area_id = ${line.area}`.execute(trx);
  return { line, locked: { head, hash: line.hash, at: line.at } };
}
