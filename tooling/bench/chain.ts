import { createHash } from "node:crypto";
import {
  chainLine,
  GENESIS_HASH,
  type LedgerLine,
  verifyChain,
} from "../../packages/domain/src/assignment/index.ts";
import {
  GENERATED_SETTING,
  generateArrivals,
} from "../../packages/domain/src/assignment/arrivals-generate.ts";
import { seededRandom } from "../../packages/domain/src/assignment/arrivals-random.ts";
import { simulate } from "../../packages/domain/src/assignment/simulate.ts";
import { defaultPolicyBook } from "../../packages/domain/src/policy/index.ts";

const LINES = 100_000;
const ROUNDS = 5;

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Measures the check of a chain against plain SHA-256 over JSON, in turns. */
export function benchChain(say: (line: string) => void): void {
  const model = {
    days: 20_000,
    perDay: 6,
    safetyPlanShare: 0.2,
    overrideShare: 0.03,
    overrideLean: 0.5,
    withdrawalShare: 0.05,
    limit: LINES,
  };
  const arrivals = generateArrivals(model, seededRandom(20_261_123));
  const book = defaultPolicyBook("IA_FSRP");
  const simulated = simulate(arrivals, GENERATED_SETTING, { book: () => book });
  const lines: LedgerLine[] = [];
  for (const { line } of simulated.lines)
    lines.push(chainLine(line, lines.at(-1)?.hash ?? GENESIS_HASH, sha256));

  let plain = Number.POSITIVE_INFINITY;
  let chain = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    plain = Math.min(
      plain,
      seconds(() => lines.forEach(({ hash: _, ...record }) => sha256(JSON.stringify(record)))),
    );
    chain = Math.min(
      chain,
      seconds(() => {
        const verdict = verifyChain(lines, sha256);
        if (!verdict.ok) throw new Error(`line ${verdict.line}: ${verdict.why}`);
      }),
    );
  }
  say(
    `checking a chain: ${perSecond(lines.length, chain)} lines a second, ${(chain / plain).toFixed(2)} times as long as plain SHA-256 over JSON (${perSecond(lines.length, plain)})`,
  );
}

function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1_000;
}

const perSecond = (count: number, time: number): string =>
  Math.round(count / time).toLocaleString("en-US");
