import type { LedgerLine, RotationEpoch } from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";
import type { ReadTrx, Trx } from "../core/client.ts";

/** Lines of an area behind a sequence number, in order; by default all. */
export async function loadLines(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  after = 0,
): Promise<readonly LedgerLine[]> {
  const rows = await (trx as ReadTrx)
    .selectFrom("ledgerLine")
    .select("line")
    .where("contractAreaId", "=", contractAreaId)
    .where("seq", ">", after)
    .orderBy("seq")
    .execute();
  return rows.map((row) => row.line);
}

/** Epochs of an area in order of their number. */
export async function loadEpochs(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
): Promise<readonly RotationEpoch[]> {
  const rows = await (trx as ReadTrx)
    .selectFrom("rotationEpoch")
    .select("epoch")
    .where("contractAreaId", "=", contractAreaId)
    .orderBy("number")
    .execute();
  return rows.map((row) => row.epoch);
}
