import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { Trx } from "../core/client.ts";

/** Duties of cases whose facts have just changed, under their locks. */
export async function deriveCases(
  _trx: Trx,
  _caseIds: readonly CaseId[],
  _today: PlainDate,
): Promise<void> {
  // Comes with the contact rules.
}
