import type { LedgerLine, RotationEpoch, StoredHead } from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";
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
  const run = trx as ReadTrx;
  const lines = !want.lines
    ? []
    : await run
        .selectFrom("ledgerLine")
        .select("line")
        .where("contractAreaId", "=", contractAreaId)
        .orderBy("seq")
        .execute();
  const epochs = await run
    .selectFrom("rotationEpoch")
    .select("epoch")
    .where("contractAreaId", "=", contractAreaId)
    .orderBy("number")
    .execute();
  const stored = await run
    .selectFrom("areaHead")
    .select(["seq", "hash", "head"])
    .where("contractAreaId", "=", contractAreaId)
    .executeTakeFirst();
  return {
    lines: lines.map((row) => row.line),
    epochs: epochs.map((row) => row.epoch),
    ...(stored && { stored }),
  };
}
