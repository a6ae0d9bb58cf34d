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

/** Measures what needs no database: simulation, and checking a chain against plain SHA-256 over JSON, in turns. */
export function benchDomain(say: (line: string) => void): void {
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
  const simulated = best(() => simulate(arrivals, GENERATED_SETTING, { book: () => book }));
  const lines: LedgerLine[] = [];
  for (const { line } of simulated.result.lines)
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
  say(`simulation: ${perSecond(arrivals.length, simulated.seconds)} arrivals a second`);
  say(
    `checking a chain: ${perSecond(lines.length, chain)} lines a second, ${(chain / plain).toFixed(2)} times as long as plain SHA-256 over JSON (${perSecond(lines.length, plain)})`,
  );
}

function best<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  let result = work();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1)
    least = Math.min(
      least,
      seconds(() => (result = work())),
    );
  return { result, seconds: least };
}

function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1_000;
}

const perSecond = (count: number, time: number): string =>
  Math.round(count / time).toLocaleString("en-US");
