import type { CaseId } from "@kinward/domain/kernel";
import type { Trx } from "./client.ts";

/**
 * Locks cases until the transaction ends, in the order of their ids, so that two acts never wait for each other.
 * @returns the revision of each case that is there and open to the caller
 */
export async function lockCases(
  trx: Trx,
  caseIds: Iterable<CaseId>,
): Promise<ReadonlyMap<CaseId, number>> {
  const ids = [...new Set(caseIds)].toSorted();
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("caseRecord")
    .select(["caseId", "revision"])
    .where("caseId", "in", ids)
    .orderBy("caseId")
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.caseId, row.revision]));
}
