import type { AssignmentMethod } from "../assignment/ledger-line.ts";
import { ia } from "../kernel/citation.ts";
import type { OrganizationId } from "../kernel/ids.ts";
import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";

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
