import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify,
} from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { covers } from "../testing/covers.ts";
import { ledgerOfCourse } from "../testing/published-ledger.ts";
import { canonicalJson, GENESIS_HASH } from "./chain.ts";
import { ledgerKeyId, signCheckpoint } from "./checkpoint.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { type PublishedVerdict, verifyPublished, type Witnesses } from "./published-verify.ts";
import { PublishedLedgerSchema } from "./published.schema.ts";
import { type PublishedLedger, termsText, termsUsedBy } from "./published.ts";

const TAMPERINGS = 1_000;

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    sign: (text: string) => signBytes(null, Buffer.from(text), privateKey).toString("base64"),
  };
};
const keys = new Map<string, KeyObject>();
const keyOf = (publicKey: string): KeyObject => {
  const known =
    keys.get(publicKey) ??
    createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  keys.set(publicKey, known);
  return known;
};
const verifySignature = (publicKey: string, text: string, signature: string) =>
  verify(null, Buffer.from(text), keyOf(publicKey), Buffer.from(signature, "base64"));
const numbers = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

const key = newKey();
const insider = newKey();
const LINES = 86;
const PER_DAY = 12;
const ledger = ledgerOfCourse({ lines: LINES, perDay: PER_DAY, chance: numbers(11), sha256, key });
const newest = ledger.checkpoints.at(-1) ?? fail("no checkpoint");
const receiptLine = ledger.lines[newest.seq - 4] ?? fail("no line");

function fail(message: string): never {
  throw new Error(message);
}

/** What the contractors keep: the newest checkpoint, or only the receipt of one referral. */
const WITNESSES: readonly (readonly [Witnesses, number])[] = [
  [{ checkpoints: [{ keys: ledger.keys, checkpoints: [newest] }] }, newest.seq],
  [
    {
      receipts: [
        {
          format: "kinward.receipt",
          version: 1,
          area: receiptLine.area,
          seq: receiptLine.seq,
          hash: receiptLine.hash,
          at: receiptLine.at,
        },
      ],
    },
    receiptLine.seq,
  ],
];

/** The hashes computed anew from a line on, as an insider would. */
const rehashed = (lines: readonly LedgerLine[], from: number): readonly LedgerLine[] => {
  const chain: LedgerLine[] = lines.slice(0, from);
  for (const { hash: _, ...line } of lines.slice(from)) {
    const next = { ...line, prev: chain.at(-1)?.hash ?? GENESIS_HASH };
    chain.push({ ...next, hash: sha256(canonicalJson(next)) });
  }
  return chain;
};
const renumbered = (lines: readonly LedgerLine[]): readonly LedgerLine[] =>
  lines.map((line, at) => ({ ...line, seq: at + 1 }));

/** All checkpoints signed anew by a key of the insider's own. */
const resigned = (forged: PublishedLedger): PublishedLedger => {
  const id = ledgerKeyId(insider.publicKey, sha256);
  const checkpoints: PublishedLedger["checkpoints"][number][] = [];
  for (const { day, seq, area } of forged.checkpoints) {
    const { hash } = forged.lines[seq - 1] ?? {};
    if (hash === undefined) continue;
    const terms = sha256(termsText(forged, termsUsedBy(forged.lines.slice(0, seq))));
    const end = { area, day, seq, hash, terms, key: id };
    checkpoints.push(signCheckpoint(end, checkpoints.at(-1), sha256, insider.sign));
  }
  return {
    ...forged,
    checkpoints,
    keys: forged.keys.map(({ from }) => ({ id, publicKey: insider.publicKey, from })),
  };
};

const OTHER: Readonly<Record<string, readonly unknown[]>> = {
  kind: ["REVERSAL", "MOVE", "CORRECTION", "ASSIGNMENT"],
  lane: ["FSRP", "SAFETY_PLAN"],
  contractor: ["Prairie", "River Bend"],
  method: ["ROTATION", "OVERRIDE", "EQUALIZING", "CARRY_OVER", "FORCED", "RESUBMISSION"],
  at: ["2026-07-02T14:00:00.001Z", "2027-01-01T00:00:00.000Z"],
  prev: ["f".repeat(64)],
  hash: ["e".repeat(64)],
  policyNumber: [1, 2],
};
const FIELDS = [...Object.keys(ledger.lines[0] ?? {}), "refersToSeq"] as (keyof LedgerLine)[];

const edited = (line: LedgerLine, field: keyof LedgerLine, pick: number): LedgerLine => {
  const value = line[field];
  const others = (OTHER[field] ?? []).filter((one) => one !== value);
  const other =
    others.length > 0
      ? others[pick % others.length]
      : field === "counted" || field === "outOfOrder"
        ? 1 - (value as number)
        : typeof value === "number" || field === "refersToSeq"
          ? ((value as number | undefined) ?? 0) + 1 + (pick % 3)
          : `${value}x`;
  return { ...line, [field]: other } as LedgerLine;
};

/** Other courses of the area by the very same rules: no replay can find anything in them. */
const OTHER_COURSES = Array.from({ length: 20 }, (_, index) =>
  ledgerOfCourse({
    lines: LINES,
    perDay: PER_DAY,
    chance: numbers(1_000 + index),
    sha256,
    key: insider,
  }),
);

const tampering = fc.record({
  how: fc.constantFrom("edit", "delete", "reorder", "insert", "cut", "course"),
  witness: fc.constantFrom(...WITNESSES),
  place: fc.nat(10_000),
  field: fc.constantFrom(...FIELDS),
  pick: fc.nat(10),
  rehash: fc.boolean(),
  renumber: fc.boolean(),
  resign: fc.boolean(),
  /** Instead of signing anew: the checkpoints that no longer fit are taken out. */
  drop: fc.boolean(),
});
type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

/** Another past, and from which place in the list on it is another one. */
const tamper = (t: Tampering): PublishedLedger => {
  const [, covered] = t.witness;
  const at = t.place % covered;
  const lines = [...ledger.lines];
  const line = lines[at] as LedgerLine;
  switch (t.how) {
    case "edit":
      lines[at] = edited(line, t.field, t.pick);
      break;
    case "delete":
      lines.splice(at, 1 + (t.pick % 2));
      break;
    case "reorder": {
      const [moved] = lines.splice(at, 1);
      lines.splice((at + 1 + (t.pick % 3)) % lines.length, 0, moved as LedgerLine);
      break;
    }
    case "insert":
      lines.splice(at, 0, { ...edited(line, "contractor", t.pick), referralKey: "inserted" });
      break;
    case "cut":
      lines.length = at;
      break;
    case "course": {
      const other = OTHER_COURSES[t.place % OTHER_COURSES.length] ?? fail("no other course");
      return t.resign ? other : { ...other, checkpoints: [], keys: ledger.keys };
    }
  }
  const numbered = t.renumber ? renumbered(lines) : lines;
  const forged = { ...ledger, lines: t.rehash ? rehashed(numbered, at) : numbered };
  if (t.resign) return resigned(forged);
  return t.drop
    ? { ...forged, checkpoints: forged.checkpoints.filter(({ seq }) => seq <= at) }
    : forged;
};

const same = (a: readonly LedgerLine[], b: readonly LedgerLine[]): boolean =>
  a.length === b.length &&
  a.every((line, at) => canonicalJson({ ...line }) === canonicalJson({ ...(b[at] as LedgerLine) }));

/** As the command line does it: what is no such document is found by its schema already. */
const verdictOf = (forged: PublishedLedger, witnesses: Witnesses): PublishedVerdict | "SCHEMA" => {
  const read = PublishedLedgerSchema.safeParse(forged);
  return read.success
    ? verifyPublished(read.data as PublishedLedger, witnesses, { sha256, verifySignature })
    : "SCHEMA";
};

test(
  `${TAMPERINGS} tamperings with lines that a witness covers are all found, recomputed chains and new signatures among them` +
    covers("ASG-9", "ASG-10"),
  () => {
    const found: Record<string, number> = {};
    for (const [witnesses] of WITNESSES)
      expect(verdictOf(ledger, witnesses)).toMatchObject({ faults: [] });
    let count = 0;
    fc.assert(
      fc.property(tampering, (t) => {
        const [witnesses, covered] = t.witness;
        const forged = tamper(t);
        // It is a tampering only if what the witness covers is another past than before.
        fc.pre(!same(forged.lines.slice(0, covered), ledger.lines.slice(0, covered)));
        count += 1;
        const verdict = verdictOf(forged, witnesses);
        const codes = verdict === "SCHEMA" ? ["SCHEMA"] : verdict.faults.map(({ code }) => code);
        for (const code of new Set(codes)) found[code] = (found[code] ?? 0) + 1;
        expect(codes).not.toEqual([]);
        if (verdict === "SCHEMA") return;
        // Where a place is named, it is not beyond what the witness covers.
        const [first] = verdict.faults;
        expect(first && ("line" in first ? first.line : first.seq)).toBeLessThanOrEqual(
          covered + 1,
        );
      }),
      { numRuns: TAMPERINGS, seed: 20_261_122 },
    );
    expect(count).toBeGreaterThanOrEqual(TAMPERINGS);
    // The tamperings were of every sort: each kind of check has found some.
    for (const code of [
      "CHAIN_HASH",
      "CHAIN_PREV",
      "CHAIN_SEQUENCE",
      "REPLAY",
      "CHECKPOINT_LINE",
      "CHECKPOINT_CUT",
      "RECEIPT_LINE",
      "RECEIPT_CUT",
      "CHECKPOINT_MISSING",
    ])
      expect([code, (found[code] ?? 0) > 10]).toEqual([code, true]);
  },
);

test("without a witness a chain computed and signed anew is not found: what the checkpoints are for", () => {
  const other = OTHER_COURSES[0] ?? fail("no other course");
  expect(verdictOf(other, {})).toMatchObject({ faults: [] });
  for (const [witnesses] of WITNESSES)
    expect((verdictOf(other, witnesses) as PublishedVerdict).faults).not.toEqual([]);
});
