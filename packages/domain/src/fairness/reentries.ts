import { GENERATED_SETTING, generateArrivals } from "../assignment/arrivals-generate.ts";
import type { Random } from "../assignment/arrivals-random.ts";
import type { AssignmentMethod } from "../assignment/ledger-line.ts";
import { simulate } from "../assignment/simulate.ts";
import { ia } from "../kernel/citation.ts";
import type { OrganizationId } from "../kernel/ids.ts";
import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { PolicyBook } from "../policy/policy-book.ts";

/** A reversed referral and the next one of the same family in the area. */
export interface Reentry {
  readonly seq: number;
  readonly withdrawnOn: PlainDate;
  readonly againSeq: number;
  readonly againOn: PlainDate;
  readonly from: OrganizationId;
  readonly to: OrganizationId;
  /** How the second one came to its contractor. */
  readonly method: AssignmentMethod;
}

export const REENTRY_KINDS = [
  "SAME",
  "CHANGED_AFTER_WINDOW",
  "CHANGED_BY_OVERRIDE",
  "CHANGED_INSIDE_WINDOW",
] as const;
export type ReentryKind = (typeof REENTRY_KINDS)[number];

export interface JudgedReentry extends Reentry {
  readonly days: number;
  readonly kind: ReentryKind;
}

/**
 * What a withdrawal and a new referral did to the contractor. Inside the window the family returns to the same one
 * (DEC-35) unless an override that has its proof says otherwise, or that one is not active any more; after it the
 * ordinary turn decides, which about every second time is the other's.
 */
export const judgeReentry = rule(
  { id: "ASG-10", cites: [ia("34")], decisions: ["DEC-35"] },
  (reentry: Reentry, windowDays: number): JudgedReentry => {
    const days = daysBetween(reentry.withdrawnOn, reentry.againOn);
    const kind: ReentryKind =
      reentry.from === reentry.to
        ? "SAME"
        : reentry.method === "OVERRIDE"
          ? "CHANGED_BY_OVERRIDE"
          : days > windowDays
            ? "CHANGED_AFTER_WINDOW"
            : "CHANGED_INSIDE_WINDOW";
    return { ...reentry, days, kind };
  },
);

/** How long and how busy the honest area is in which the chance of another contractor is measured. */
const HONEST_AREA = {
  days: 3_000,
  perDay: 1,
  safetyPlanShare: 0,
  overrideShare: 0,
  overrideLean: 0.5,
  withdrawalShare: 0.2,
  limit: 4_000,
} as const;

/**
 * How often a family that comes back after the window meets another contractor where nobody steers: measured by running
 * invented arrivals through the rotation, since the alternation alone decides it.
 */
export const chanceOfOtherContractor = (
  book: PolicyBook,
  random: Random,
): { readonly changed: number; readonly of: number } => {
  const arrivals = generateArrivals(HONEST_AREA, random);
  const given = new Map(
    simulate(arrivals, GENERATED_SETTING, { book: () => book }).lines.flatMap(({ line }) =>
      line.kind === "ASSIGNMENT" ? [[line.referralKey, line] as const] : [],
    ),
  );
  let changed = 0;
  let of = 0;
  for (const arrival of arrivals) {
    const before = arrival.kind === "REFERRAL" ? arrival.withdrawn?.[0] : undefined;
    if (before === undefined || !("key" in before)) continue;
    const [first, second] = [given.get(before.key), given.get(arrival.key)];
    if (first === undefined || second === undefined || second.method === "RESUBMISSION") continue;
    of += 1;
    if (first.contractor !== second.contractor) changed += 1;
  }
  return { changed, of };
};
