import { emptyRotation, GENESIS_HASH, type RotationHead } from "@kinward/domain/assignment";
import type { ContractAreaId, Instant } from "@kinward/domain/kernel";
import type { Trx } from "../core/client.ts";
import { json } from "../core/values.ts";

/** The end of an area's ledger, held by this transaction. */
export interface LockedHead {
  readonly head: RotationHead;
  readonly hash: string;
  /** Moment of the newest line. */
  readonly at?: Instant;
}

/**
 * Takes the lock of a contract area and reads the end of its ledger: one order of turns for everyone (DEC-39). Held until
 * the transaction ends, so it is taken last.
 */
export async function lockArea(trx: Trx, contractAreaId: ContractAreaId): Promise<LockedHead> {
  const found = await readLocked(trx, contractAreaId);
  if (found !== undefined) return found;
  await trx
    .insertInto("areaHead")
    .values({
      contractAreaId,
      seq: 0,
      hash: GENESIS_HASH,
      head: json(emptyRotation(contractAreaId)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await readLocked(trx, contractAreaId);
  if (made === undefined) throw new Error(`no ledger for area ${contractAreaId}`);
  return made;
}

async function readLocked(
  trx: Trx,
  contractAreaId: ContractAreaId,
): Promise<LockedHead | undefined> {
  const row = await trx
    .selectFrom("areaHead")
    .select(["head", "hash", "at"])
    .where("contractAreaId", "=", contractAreaId)
    .forUpdate()
    .executeTakeFirst();
  return row && { head: row.head, hash: row.hash, ...(row.at !== null && { at: row.at }) };
}

/** The moment of a line: later than that of the line before, though its transaction may have begun earlier. */
export function momentAfter(at: Instant, newest: Instant | undefined): Instant {
  if (newest === undefined || newest < at) return at;
  return new Date(Date.parse(newest) + 1).toISOString() as Instant;
}
