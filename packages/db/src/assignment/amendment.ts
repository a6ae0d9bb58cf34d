import {
  type AmendmentFacts,
  type AssignmentDecision,
  chainLine,
  type LedgerLine,
  standingTurns,
} from "@kinward/domain/assignment";
import type { CommandId, ContractAreaId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { loadAreaContracts } from "../agency/areas.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { sha256 } from "../core/digest.ts";
import { json } from "../core/values.ts";
import type { LockedHead } from "./area-lock.ts";

/** Lines of an area behind a sequence number, in order. */
export const loadLinesAfter = async (
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  after: number,
): Promise<readonly LedgerLine[]> =>
  (
    await (trx as ReadTrx)
      .selectFrom("ledgerLine")
      .select("line")
      .where("contractAreaId", "=", contractAreaId)
      .where("seq", ">", after)
      .orderBy("seq")
      .execute()
  ).map((row) => row.line);

/**
 * What a later line about an assignment is decided by. Called without the lock it reads the long part; `known` is what
 * was read then, so that under the lock only newer lines are read.
 */
export async function loadAmendmentFacts(
  trx: Trx,
  line: LedgerLine,
  known: readonly LedgerLine[],
): Promise<AmendmentFacts> {
  const lines = [...known, ...(await loadLinesAfter(trx, line.area, known.at(-1)?.seq ?? 0))];
  const area = (await loadAreaContracts(trx, line.area)).get(line.area);
  return {
    contracts: area?.contracts ?? [],
    starters: area?.starters ?? [],
    standing: standingTurns(lines, line),
    reversed: lines.some((one) => one.kind === "REVERSAL" && one.refersToSeq === line.seq),
  };
}

/** Chains a decided line to the end of its area's ledger and writes it, with the epochs that begin and the head. */
export async function writeLine(
  trx: Trx,
  locked: LockedHead,
  { line: draft, begun, head }: AssignmentDecision,
  commandId: CommandId,
): Promise<LedgerLine> {
  const line = chainLine(draft, locked.hash, sha256);
  const epochs = begun.map((epoch) => ({
    contract_area_id: epoch.area,
    number: epoch.number,
    first_contract_id: epoch.contracts[0],
    second_contract_id: epoch.contracts[1],
    from_on: epoch.from,
    epoch,
    command_id: commandId,
  }));
  await sql`
    WITH epochs AS (INSERT INTO app.rotation_epoch
        SELECT * FROM jsonb_populate_recordset(NULL::app.rotation_epoch, ${JSON.stringify(epochs)}::jsonb)),
      line AS (INSERT INTO app.ledger_line (contract_area_id, seq, kind, referral_key, line, prev, hash, command_id)
        VALUES (${line.area}, ${line.seq}, ${line.kind}, ${line.referralKey}, ${json(line)}, ${line.prev}, ${line.hash}, ${commandId}))
    UPDATE app.area_head SET seq = ${line.seq}, hash = ${line.hash}, head = ${json(head)}, at = ${line.at}
    WHERE contract_area_id = ${line.area}`.execute(trx);
  return line;
}
