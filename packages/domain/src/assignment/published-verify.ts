import { ia } from "../kernel/citation.ts";
import type { ContractAreaId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import { type ChainFault, GENESIS_HASH, type Sha256, verifyChain } from "./chain.ts";
import {
  type Checkpoint,
  checkpointHash,
  findKeyOn,
  ledgerKeyId,
  type LedgerKey,
  signedText,
  type VerifySignature,
} from "./checkpoint.ts";
import type { LedgerLine } from "./ledger-line.ts";
import {
  type CheckpointsFile,
  type PublishedLedger,
  type ReceiptFile,
  termsText,
  type TermsUsed,
} from "./published.ts";
import { replayPublished } from "./published-rules.ts";

/** What someone kept of the ledger and now compares it with. */
export interface Witnesses {
  readonly checkpoints?: readonly Pick<CheckpointsFile, "checkpoints" | "keys">[];
  readonly receipts?: readonly ReceiptFile[];
  /** Public keys (`LedgerKey.publicKey`) known from elsewhere; given any, no other key is believed. */
  readonly trustedKeys?: readonly string[];
}

export interface LedgerPorts {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
}

/** Something that is not as it must be. `seq` is the line, or the first one that it makes doubtful. */
export type PublishedFault =
  | { readonly code: `CHAIN_${ChainFault}`; readonly seq: number; readonly line: number }
  | { readonly code: "TIME"; readonly seq: number }
  | { readonly code: "POLICY_MISSING"; readonly seq: number; readonly policyNumber: number }
  | { readonly code: "EPOCHS"; readonly seq: number }
  | {
      readonly code: "REPLAY";
      readonly seq: number;
      readonly field: string;
      readonly expected: string;
      readonly found: string;
    }
  | (SignedFault & {
      readonly code:
        | "CHECKPOINT_AREA"
        | "CHECKPOINT_ORDER"
        | "CHECKPOINT_KEY"
        | "CHECKPOINT_SIGNATURE"
        | "CHECKPOINT_TERMS"
        | "CHECKPOINT_MISSING";
    })
  /** The line is not the one that was signed; since is the newest line that still is. */
  | (SignedFault & { readonly code: "CHECKPOINT_LINE"; readonly since: number })
  | (SignedFault & { readonly code: "CHECKPOINT_CUT"; readonly lines: number })
  | { readonly code: "RECEIPT_AREA" | "RECEIPT_LINE"; readonly seq: number }
  | { readonly code: "RECEIPT_CUT"; readonly seq: number; readonly lines: number }
  | { readonly code: "KEY_ID" | "KEY_NOT_TRUSTED"; readonly seq: number; readonly key: string };

interface SignedFault {
  readonly seq: number;
  readonly day: PlainDate;
  /** Whose checkpoint: one in the document, or one that someone kept. */
  readonly of: "DOCUMENT" | "WITNESS";
}

export interface PublishedVerdict {
  readonly area: ContractAreaId;
  readonly lines: number;
  readonly head: string;
  /** Checkpoints of the document, and the line that the newest covers. */
  readonly checkpoints: number;
  readonly signedTo: number;
  /** Checkpoints and receipts that someone kept, and the line that the newest of them covers. */
  readonly witnesses: number;
  readonly witnessedTo: number;
  /** Choices that were computed again: assignments. */
  readonly choices: number;
  /** In order of the lines; none: verified. */
  readonly faults: readonly PublishedFault[];
}

/**
 * Checks a published ledger against itself (chain, checkpoints, signatures), against what someone kept of it (checkpoints,
 * receipts, keys) and against its own rule (every choice computed again). Names every kind of fault, the first line first.
 */
export const verifyPublished = rule(
  {
    id: "ASG-9",
    also: ["ASG-3", "ASG-10"],
    cites: [ia("34"), ia("39")],
    decisions: ["DEC-39"],
  },
  (
    ledger: PublishedLedger,
    witnesses: Witnesses,
    ports: LedgerPorts,
    /** LINES: of a table of lines alone, which has neither epochs nor settings nor checkpoints of its own. */
    given: "ALL" | "LINES" = "ALL",
  ): PublishedVerdict => {
    const { lines, checkpoints } = ledger;
    const kept = witnesses.checkpoints ?? [];
    const receipts = witnesses.receipts ?? [];
    const judge = checkpointJudge(ledger, ports, given);
    const faults: PublishedFault[] = [
      ...chainFaults(ledger, ports.sha256),
      ...keyFaults(
        [ledger, ...kept].flatMap(({ keys }) => keys),
        witnesses.trustedKeys,
        ports,
      ),
      ...orderFaults(checkpoints, ports.sha256),
      ...judge(checkpoints, ledger.keys, "DOCUMENT"),
      ...kept.flatMap((file) => judge(file.checkpoints, [...file.keys, ...ledger.keys], "WITNESS")),
      ...(given === "ALL"
        ? missingFaults(
            kept.flatMap((file) => file.checkpoints),
            checkpoints,
          )
        : []),
      ...receipts.flatMap((receipt) => [
        ...receiptFaults(receipt, ledger),
        ...judge(
          receipt.checkpoint === undefined ? [] : [receipt.checkpoint],
          [...kept.flatMap(({ keys }) => keys), ...ledger.keys],
          "WITNESS",
        ),
      ]),
      ...(given === "ALL" ? ruleFaults(ledger) : []),
    ];
    const newest = (list: readonly { readonly seq: number }[]): number =>
      list.reduce((most, { seq }) => Math.max(most, seq), 0);
    const witnessed = [...kept.flatMap((file) => file.checkpoints), ...receipts];
    return {
      area: ledger.area.id,
      lines: lines.length,
      head: lines.at(-1)?.hash ?? GENESIS_HASH,
      checkpoints: checkpoints.length,
      signedTo: newest(checkpoints),
      witnesses: witnessed.length,
      witnessedTo: newest(witnessed),
      choices:
        given === "LINES"
          ? 0
          : lines.reduce((count, { kind }) => count + (kind === "ASSIGNMENT" ? 1 : 0), 0),
      faults: faults.toSorted((a, b) => placeOf(a) - placeOf(b)),
    };
  },
);

/** Where in the list the fault lies; of several at one place the chain's comes first, which is exact. */
const placeOf = (fault: PublishedFault): number => ("line" in fault ? fault.line : fault.seq);

const chainFaults = (
  { area, lines }: Pick<PublishedLedger, "area" | "lines">,
  sha256: Sha256,
): readonly PublishedFault[] => {
  const [first] = lines;
  if (first !== undefined && first.area !== area.id)
    return [{ code: "CHAIN_AREA", seq: first.seq, line: 1 }];
  const verdict = verifyChain(lines, sha256);
  if (!verdict.ok)
    return [{ code: `CHAIN_${verdict.why}`, seq: verdict.seq ?? verdict.line, line: verdict.line }];
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] as LedgerLine;
    if (line.at <= (lines[at - 1] as LedgerLine).at) return [{ code: "TIME", seq: line.seq }];
  }
  return [];
};

const keyFaults = (
  keys: readonly LedgerKey[],
  trusted: readonly string[] | undefined,
  { sha256 }: LedgerPorts,
): readonly PublishedFault[] =>
  keys.flatMap((key): readonly PublishedFault[] => {
    if (ledgerKeyId(key.publicKey, sha256) !== key.id)
      return [{ code: "KEY_ID", seq: 1, key: key.id }];
    return trusted === undefined || trusted.includes(key.publicKey)
      ? []
      : [{ code: "KEY_NOT_TRUSTED", seq: 1, key: key.id }];
  });

/** Checkpoints of one area follow each other like its lines. */
const orderFaults = (
  checkpoints: readonly Checkpoint[],
  sha256: Sha256,
): readonly PublishedFault[] => {
  let before: Checkpoint | undefined;
  for (const one of checkpoints) {
    const prev = before === undefined ? GENESIS_HASH : checkpointHash(before, sha256);
    if (
      one.prev !== prev ||
      (before !== undefined && (one.seq < before.seq || one.day < before.day))
    )
      return [{ code: "CHECKPOINT_ORDER", seq: one.seq, day: one.day, of: "DOCUMENT" }];
    before = one;
  }
  return [];
};

/** Compares checkpoints with the lines, epochs and policies that they sign. */
const checkpointJudge = (
  ledger: PublishedLedger,
  { sha256, verifySignature }: LedgerPorts,
  given: "ALL" | "LINES",
) => {
  const { lines } = ledger;
  const hashes = new Map<string, string>();
  const termsAt = termsByLine(ledger, (used) => {
    const name = `${used.epoch} ${[...used.policyNumbers].join(" ")}`;
    const known = hashes.get(name) ?? sha256(termsText(ledger, used));
    hashes.set(name, known);
    return known;
  });
  return (
    checkpoints: readonly Checkpoint[],
    keys: readonly LedgerKey[],
    of: SignedFault["of"],
  ): readonly PublishedFault[] => {
    let since = 0;
    return checkpoints
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap((one): readonly PublishedFault[] => {
        const { seq, day, area } = one;
        const where = { seq, day, of };
        if (area !== ledger.area.id) return [{ code: "CHECKPOINT_AREA", ...where }];
        const key = findKeyOn(keys, one.key, day);
        const signature: readonly PublishedFault[] =
          key === undefined
            ? [{ code: "CHECKPOINT_KEY", ...where }]
            : verifySignature(key.publicKey, signedText(one), one.signature)
              ? []
              : [{ code: "CHECKPOINT_SIGNATURE", ...where }];
        const line = lines[seq - 1];
        if (line === undefined)
          return [...signature, { code: "CHECKPOINT_CUT", ...where, lines: lines.length }];
        if (line.hash !== one.hash || line.seq !== seq)
          return [...signature, { code: "CHECKPOINT_LINE", ...where, since }];
        since = seq;
        return given === "LINES" || termsAt(seq) === one.terms
          ? signature
          : [...signature, { code: "CHECKPOINT_TERMS", ...where }];
      });
  };
};

/** A function of what the lines up to one refer to, computed while going through the lines once. */
const termsByLine = (
  { lines }: Pick<PublishedLedger, "lines">,
  of: (used: TermsUsed) => string,
): ((seq: number) => string) => {
  const policyNumbers = new Set<number>();
  /** Where something new is referred to, and what all is from there on. */
  const steps: { readonly from: number; readonly used: TermsUsed }[] = [];
  let epoch = 0;
  lines.forEach((line, at) => {
    if (line.epoch <= epoch && policyNumbers.has(line.policyNumber)) return;
    epoch = Math.max(epoch, line.epoch);
    policyNumbers.add(line.policyNumber);
    steps.push({ from: at + 1, used: { epoch, policyNumbers: new Set(policyNumbers) } });
  });
  return (seq) =>
    of(steps.findLast(({ from }) => from <= seq)?.used ?? { epoch: 0, policyNumbers: new Set() });
};

/** Checkpoints that someone kept and the document does not have. */
const missingFaults = (
  kept: readonly Checkpoint[],
  checkpoints: readonly Checkpoint[],
): readonly PublishedFault[] => {
  const there = new Set(checkpoints.map(signedText));
  return kept
    .filter((one) => !there.has(signedText(one)))
    .map(({ seq, day }) => ({ code: "CHECKPOINT_MISSING", seq, day, of: "WITNESS" }));
};

const receiptFaults = (
  receipt: ReceiptFile,
  { area, lines }: Pick<PublishedLedger, "area" | "lines">,
): readonly PublishedFault[] => {
  const { seq } = receipt;
  if (receipt.area !== area.id) return [{ code: "RECEIPT_AREA", seq }];
  const line = lines[seq - 1];
  if (line === undefined) return [{ code: "RECEIPT_CUT", seq, lines: lines.length }];
  return line.seq === seq && line.hash === receipt.hash && line.at === receipt.at
    ? []
    : [{ code: "RECEIPT_LINE", seq }];
};

/** Computes every choice again. */
const ruleFaults = (ledger: PublishedLedger): readonly PublishedFault[] => {
  const { lines, epochs, policies } = ledger;
  const known = new Set(policies.map(({ policyNumber }) => policyNumber));
  const unknown = lines.find(({ policyNumber }) => !known.has(policyNumber));
  if (unknown !== undefined)
    return [{ code: "POLICY_MISSING", seq: unknown.seq, policyNumber: unknown.policyNumber }];
  const astray = epochs.find(
    ({ number, area, from }, at) =>
      number !== at + 1 || area !== ledger.area.id || from < (epochs[at - 1]?.from ?? from),
  );
  if (astray !== undefined)
    return [{ code: "EPOCHS", seq: lines.find(({ epoch }) => epoch >= astray.number)?.seq ?? 1 }];
  const verdict = replayPublished(ledger, lines);
  if (verdict.ok) return [];
  const { seq, field, expected, found } = verdict;
  return [{ code: "REPLAY", seq, field, expected, found }];
};
