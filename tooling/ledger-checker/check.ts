import { checkAcknowledged } from "./acknowledged.ts";
import { checkChain } from "./chain.ts";
import { actsOf, type Call } from "./history.ts";
import type { Ledger } from "./ledger.ts";
import { checkRealTime } from "./real-time.ts";
import { checkReplay } from "./replay.ts";
import type { Violation } from "./violation.ts";

/**
 * Holds the ledgers of areas against the history of calls that led to them. Written anew from the register of decisions and
 * the description of the line, with nothing of the code that writes it: a mistake there must not hide itself here.
 * @returns what is violated; nothing when all is as it must be
 */
export function checkLedger(ledger: Ledger, history: readonly Call[]): readonly Violation[] {
  const acts = actsOf(history);
  return [
    ...ledger.areas.flatMap((area) => [
      ...checkChain(area),
      ...checkReplay(area, acts, ledger.rules),
      ...checkRealTime(area, acts),
    ]),
    ...checkAcknowledged(ledger, history, acts),
  ];
}
