import type { LedgerLine, LedgerLineDraft } from "./ledger-line.ts";
import type { Turn } from "./rotation.ts";

/**
 * The standing counted turns of one lane of one epoch, in order of their lines: what reversals and corrections leave of
 * the counted assignments. Lines of other lanes and epochs may be among those given.
 */
export const standingTurns = (
  lines: Iterable<LedgerLine>,
  of: Pick<LedgerLine, "epoch" | "lane">,
): readonly Turn[] => {
  const turns: Turn[] = [];
  const here = new Set<number>();
  for (const line of lines) {
    // An assignment may refer to a line too (carry-over, resubmission), which it does not change.
    const about = line.kind === "ASSIGNMENT" ? line.seq : line.refersToSeq;
    if (line.kind === "ASSIGNMENT" && line.epoch === of.epoch && line.lane === of.lane)
      here.add(line.seq);
    if (about !== undefined && here.has(about)) settleTurn(turns, line);
  }
  return turns;
};

/** What one line does to a list of standing turns, in place. */
export const settleTurn = (turns: Turn[], line: LedgerLineDraft): void => {
  if (line.kind === "ASSIGNMENT") {
    if (line.counted === 1) turns.push({ seq: line.seq, contractor: line.contractor });
    return;
  }
  if (line.kind === "MOVE" || line.refersToSeq === undefined) return;
  const { refersToSeq: seq } = line;
  let at = turns.length;
  while (at > 0 && (turns[at - 1] as Turn).seq >= seq) at -= 1;
  const found = turns[at]?.seq === seq ? 1 : 0;
  const stays = line.kind === "CORRECTION" && line.counted === 1;
  turns.splice(at, found, ...(stays ? [{ seq, contractor: line.contractor }] : []));
};
