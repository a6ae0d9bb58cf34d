import { developmentSigner, verifySignature } from "@kinward/db/ledger-keys";
import {
  chainLine,
  GENESIS_HASH,
  type LedgerLine,
  type PublishedLedger,
  PublishedLedgerSchema,
  publishedText,
  verifyChain,
  verifyPublished,
} from "@kinward/domain/assignment";
import { covers } from "@kinward/domain/testing";
import { ledgerOfCourse } from "@kinward/domain/testing/published-ledger";
import { expect, test } from "vitest";
import { sha256 } from "./verify.ts";

/** `npm run measure -- ledger` asks for 200,000. */
const LINES = Number(process.env["KINWARD_MEASURE_LINES"] ?? 20_000);
const ROUNDS = 7;
/** Slower than this many times the plain reference would be a fault (issue: stay within 3x). */
const LIMIT = 3;

const numbers = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};
const course = ledgerOfCourse({
  lines: Math.min(LINES, 20_000),
  perDay: 40,
  chance: numbers(3),
  sha256,
  key: developmentSigner(),
});

/** As many lines as wanted, as a file gives them: the course over and over, chained anew. */
const chain = (): readonly LedgerLine[] => {
  const lines: LedgerLine[] = [];
  for (let at = 0; at < LINES; at += 1) {
    const { prev: _, hash: __, ...draft } = course.lines[at % course.lines.length] as LedgerLine;
    lines.push(chainLine({ ...draft, seq: at + 1 }, lines.at(-1)?.hash ?? GENESIS_HASH, sha256));
  }
  return JSON.parse(JSON.stringify(lines)) as readonly LedgerLine[];
};

/** The least that any check of a chain does: the record as JSON, its SHA-256, the link. */
const plain = (lines: readonly LedgerLine[]): boolean => {
  let before = GENESIS_HASH;
  let links = 0;
  let sum = "";
  for (const { hash, ...record } of lines) {
    sum = sha256(JSON.stringify(record));
    if (record.prev === before && sum.length === hash.length) links += 1;
    before = hash;
  }
  return links === lines.length;
};

const seconds = (work: () => void): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1_000;
};
const perSecond = (count: number, best: number): string =>
  `${Math.round(count / best).toLocaleString("en-US")} lines a second`;

test(
  `checking a chain stays within ${LIMIT} times of plain SHA-256 over JSON` + covers("ASG-9"),
  () => {
    const lines = chain();
    const best = { plain: Infinity, chain: Infinity, whole: Infinity };
    // In turns, so that both meet the same machine.
    for (let round = 0; round < ROUNDS; round += 1) {
      best.plain = Math.min(
        best.plain,
        seconds(() => expect(plain(lines)).toBe(true)),
      );
      best.chain = Math.min(
        best.chain,
        seconds(() => expect(verifyChain(lines, sha256)).toMatchObject({ ok: true })),
      );
    }
    const text = publishedText(course);
    for (let round = 0; round < 3; round += 1)
      best.whole = Math.min(
        best.whole,
        seconds(() => {
          const read = PublishedLedgerSchema.parse(JSON.parse(text)) as PublishedLedger;
          expect(verifyPublished(read, {}, { sha256, verifySignature }).faults).toEqual([]);
        }),
      );
    const times = best.chain / best.plain;
    console.log(
      [
        `plain SHA-256 over JSON: ${perSecond(LINES, best.plain)} (${LINES} lines)`,
        `checking the chain: ${perSecond(LINES, best.chain)}, ${times.toFixed(2)} times as long`,
        `all of "ledger verify" (read, schema, chain, ${course.checkpoints.length} signatures, every choice): ${perSecond(course.lines.length, best.whole)}`,
      ].join("\n"),
    );
    expect(times).toBeLessThan(LIMIT);
  },
  120_000,
);
