import { type AmendmentFacts, type LedgerLine, standingTurns } from "@kinward/domain/assignment";
import { loadAreaContracts } from "../agency/areas.ts";
import type { Trx } from "../core/client.ts";
import { loadLines } from "./read-ledger.ts";

/**
 * What a later line about an assignment is decided by. Called without the lock it reads the long part; `known` is what
 * was read then, so that under the lock only newer lines are read.
 */
export async function loadAmendmentFacts(
  trx: Trx,
  line: LedgerLine,
  known: readonly LedgerLine[],
): Promise<AmendmentFacts> {
  const lines = [...known, ...(await loadLines(trx, line.area, known.at(-1)?.seq ?? 0))];
  const area = (await loadAreaContracts(trx, line.area)).get(line.area);
  return {
    contracts: area?.contracts ?? [],
    starters: area?.starters ?? [],
    standing: standingTurns(lines, line),
    reversed: lines.some((one) => one.kind === "REVERSAL" && one.refersToSeq === line.seq),
  };
}
