import { drawCount, type Random } from "../assignment/arrivals-random.ts";
import { ia } from "../kernel/citation.ts";
import { rule } from "../kernel/rule.ts";
import { binomialTail } from "./distributions.ts";

/** How often something happened to one worker or contractor. */
export interface ShareGroup {
  readonly id: string;
  readonly hits: number;
  readonly of: number;
}
export interface ShareTest extends ShareGroup {
  /** Probability of as many hits or more if the group had the share of all. */
  readonly p: number;
  /** The same, corrected for the number of groups that were looked at. */
  readonly adjusted: number;
  /** Worth a question. */
  readonly flagged: boolean;
}
/** How often the test asks although nobody did anything, measured on groups of the same sizes. */
export interface FalseAlarms {
  readonly runs: number;
  /** Runs in which at least one group was flagged. */
  readonly withFlag: number;
}
export interface ShareFindings {
  readonly hits: number;
  readonly of: number;
  readonly tests: readonly ShareTest[];
  readonly falseAlarms: FalseAlarms;
}

/** A flag is raised at this probability, after the correction. */
export const FLAG_LEVEL = 0.05;
/** Honest periods that are simulated. */
export const HONEST_RUNS = 400;

/** Corrects for looking many times (S. Holm, Scandinavian Journal of Statistics 6, 1979). */
export const holm = (ps: readonly number[]): readonly number[] => {
  const order = ps.map((_, index) => index).toSorted((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0));
  const adjusted = [...ps];
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (ps[index] ?? 0) * (ps.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
};

/**
 * Compares the share of each group with the share of all together (or with a known one), by the exact binomial test on
 * the upper side with Holm's correction, and measures the false alarms of this very test: honest groups of the same
 * sizes are drawn, each with the common share. A flag is a question, never a finding.
 */
export const testShares = rule(
  { id: "ASG-4", also: ["ASG-7"], cites: [ia("34"), ia("38")] },
  (
    groups: readonly ShareGroup[],
    random: Random,
    options: { readonly share?: number; readonly runs?: number } = {},
  ): ShareFindings => {
    const counted = groups.filter((group) => group.of > 0);
    const hits = counted.reduce((sum, group) => sum + group.hits, 0);
    const of = counted.reduce((sum, group) => sum + group.of, 0);
    const tailsOf = (drawn: readonly Omit<ShareGroup, "id">[]): readonly number[] => {
      const all = drawn.reduce((sum, group) => sum + group.hits, 0);
      const share = options.share ?? (of === 0 ? 0 : all / of);
      return drawn.map((group) => binomialTail(group.hits, group.of, share));
    };

    const ps = tailsOf(counted);
    const adjusted = holm(ps);
    const tests = counted.map((group, index) => ({
      ...group,
      p: ps[index] ?? 1,
      adjusted: adjusted[index] ?? 1,
      flagged: (adjusted[index] ?? 1) < FLAG_LEVEL,
    }));

    const runs = options.runs ?? HONEST_RUNS;
    const honest = options.share ?? (of === 0 ? 0 : hits / of);
    let withFlag = 0;
    for (let run = 0; run < runs; run += 1) {
      const drawn = counted.map((group) => ({
        hits: drawCount(group.of, honest, random),
        of: group.of,
      }));
      // The smallest is flagged first, and corrected for all.
      const smallest = Math.min(1, ...tailsOf(drawn));
      if (smallest * drawn.length < FLAG_LEVEL && drawn.length > 0) withFlag += 1;
    }
    return { hits, of, tests, falseAlarms: { runs, withFlag } };
  },
);
