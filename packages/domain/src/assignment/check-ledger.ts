import { ia } from "../kernel/citation.ts";
import { rule } from "../kernel/rule.ts";
import { GENESIS_HASH, hashedText, type Sha256, verifyChain } from "./chain.ts";
import { LANES, type LedgerLine } from "./ledger-line.ts";
import { replay, type ReplayOptions } from "./replay.ts";
import { laneHead, type RotationHead } from "./rotation.ts";

/** What is stored beside the lines of an area and has to follow from them. */
export interface StoredHead {
  readonly seq: number;
  readonly hash: string;
  readonly head: RotationHead;
}

/** The first thing in a stored ledger that does not follow from the lines before it and the rule. */
export interface LedgerFault {
  readonly ok: false;
  /** CHAIN: the hashes. RULE: whose turn it was, and what it did. HEAD: the stored end of the ledger. */
  readonly check: "CHAIN" | "RULE" | "HEAD";
  readonly seq: number;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}
export type LedgerVerdict =
  | { readonly ok: true; readonly lines: number; readonly hash: string }
  | LedgerFault;

/**
 * Recomputes an area from its first line: the chain of hashes, every turn by the rule in force then, and the stored end of
 * the ledger. Names the first line and field that differ; of two faults in one line the rule's, which says more.
 */
export const checkLedger = rule(
  { id: "ASG-9", also: ["ASG-3", "ASG-8"], cites: [ia("34"), ia("39")], decisions: ["DEC-30"] },
  (
    lines: readonly LedgerLine[],
    options: ReplayOptions & { readonly stored?: StoredHead },
    sha256: Sha256,
  ): LedgerVerdict => {
    const chain = verifyChain(lines, sha256);
    const turns = replay(lines, options);
    const broken = chain.ok ? undefined : chainFault(lines, chain.line - 1, chain.why, sha256);
    if (!turns.ok && (broken === undefined || turns.seq <= broken.seq))
      return { ...turns, check: "RULE" };
    if (broken !== undefined) return broken;
    const hash = lines.at(-1)?.hash ?? GENESIS_HASH;
    const differs =
      turns.ok && options.stored !== undefined
        ? headFault(lines.length, hash, turns.head, options.stored)
        : undefined;
    return differs ?? { ok: true, lines: lines.length, hash };
  },
);

const fault = (
  check: LedgerFault["check"],
  seq: number,
  field: string,
  expected: unknown,
  found: unknown,
): LedgerFault => ({
  ok: false,
  check,
  seq,
  field,
  expected: String(expected),
  found: String(found),
});

function chainFault(
  lines: readonly LedgerLine[],
  at: number,
  why: string,
  sha256: Sha256,
): LedgerFault {
  const line = lines[at] as LedgerLine;
  const former = lines[at - 1];
  switch (why) {
    case "SEQUENCE":
      return fault("CHAIN", at + 1, "seq", at + 1, line.seq);
    case "PREV":
      return fault("CHAIN", line.seq, "prev", former?.hash ?? GENESIS_HASH, line.prev);
    case "HASH":
      return fault("CHAIN", line.seq, "hash", sha256(hashedText(line)), line.hash);
    case "AREA":
      return fault("CHAIN", line.seq, "area", former?.area ?? "", line.area);
    case "VERSION":
      return fault("CHAIN", line.seq, "v", 1, line.v);
    default:
      return fault("CHAIN", line.seq, "fields", "those of version 1", Object.keys(line).join(" "));
  }
}

function headFault(
  count: number,
  hash: string,
  should: RotationHead,
  { seq, hash: storedHash, head }: StoredHead,
): LedgerFault | undefined {
  const values: (readonly [string, unknown, unknown])[] = [
    ["seq", count, seq],
    ["hash", hash, storedHash],
    ["epoch", should.epoch?.number ?? 0, head.epoch?.number ?? 0],
  ];
  for (const lane of LANES) {
    const [a, b] = [laneHead(should, lane), laneHead(head, lane)];
    values.push(["balance", a?.balance ?? 0, b?.balance ?? 0]);
    values.push(["counts", (a?.counts ?? [0, 0]).join(":"), (b?.counts ?? [0, 0]).join(":")]);
    values.push(["last", a?.last?.seq ?? 0, b?.last?.seq ?? 0]);
  }
  const differs = values.find(([, expected, found]) => expected !== found);
  return differs && fault("HEAD", count, ...differs);
}
