import {
  GENERATED_SETTING,
  generateArrivals,
  seededRandom,
  simulate,
} from "../../packages/domain/src/assignment/index.ts";
import { defaultPolicyBook } from "../../packages/domain/src/policy/index.ts";

const LINES = 20_000;
const ROUNDS = 5;

/** Ledger lines simulated in a second, the best and the middle of some rounds: printed, never judged. */
export function benchSimulation(print: (line: string) => void): void {
  const book = defaultPolicyBook("IA_FSRP");
  const arrivals = generateArrivals(
    {
      days: 20_000,
      perDay: 3,
      safetyPlanShare: 0.3,
      overrideShare: 0.03,
      overrideLean: 0.7,
      withdrawalShare: 0.03,
      limit: LINES,
    },
    seededRandom(1),
  );
  const speeds = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    const { lines } = simulate(arrivals, GENERATED_SETTING, { book: () => book });
    return (1_000 * lines.length) / (performance.now() - begun);
  }).toSorted((a, b) => a - b);
  const thousand = (speed: number | undefined) => `${Math.round((speed ?? 0) / 1_000)} k`;
  print(
    `simulation: ${thousand(speeds[Math.floor(ROUNDS / 2)])} lines a second, best ${thousand(speeds.at(-1))}`,
  );
}
