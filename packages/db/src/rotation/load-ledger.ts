import type { LedgerLine, RotationEpoch, StoredHead } from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";
import { loadEpochs, loadLines } from "../assignment/read-ledger.ts";
import type { ReadTrx, Trx } from "../core/client.ts";

/** The ledger of an area. */
export interface AreaLedger {
  readonly lines: readonly LedgerLine[];
  readonly epochs: readonly RotationEpoch[];
  /** Absent before the first line. */
  readonly stored?: StoredHead;
}

export async function loadLedger(
  trx: ReadTrx | Trx,
  contractAreaId: ContractAreaId,
  want: { readonly lines: boolean } = { lines: true },
): Promise<AreaLedger> {
  const lines = want.lines ? await loadLines(trx, contractAreaId) : [];
  const epochs = await loadEpochs(trx, contractAreaId);
  const stored = await (trx as ReadTrx)
    .selectFrom("areaHead")
    .select(["seq", "hash", "head"])
    .where("contractAreaId", "=", contractAreaId)
    .executeTakeFirst();
  return { lines, epochs, ...(stored && { stored }) };
}
