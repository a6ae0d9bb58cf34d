import type { Act } from "./history.ts";
import type { AreaLedger } from "./ledger.ts";
import { Findings, type Violation } from "./violation.ts";

/** In one area an act that was answered before another was begun stands before it. */
export function checkRealTime(
  ledger: AreaLedger,
  acts: ReadonlyMap<string, Act>,
): readonly Violation[] {
  const findings = new Findings(`area ${ledger.area}`);
  // The earliest answer of all later lines, and whose it was.
  let earliest = Number.POSITIVE_INFINITY;
  let seq: unknown;
  const bySeq = ledger.entries.toSorted((a, b) => Number(a.line["seq"]) - Number(b.line["seq"]));
  for (const { commandId, line } of bySeq.toReversed()) {
    const act = acts.get(commandId);
    if (act === undefined) continue;
    if (earliest < act.invokedAt)
      findings.add(
        "real-time",
        `line ${String(seq)} was answered before line ${String(line["seq"])} was asked for`,
      );
    if (act.answeredAt !== undefined && act.answeredAt < earliest) {
      earliest = act.answeredAt;
      seq = line["seq"];
    }
  }
  return findings.found;
}
