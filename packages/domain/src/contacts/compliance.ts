import { ia } from "../kernel/citation.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { Duty, DutyRule, ObligationStatus } from "./duty.ts";
import { readsAs } from "./status.ts";

/** How a duty stands in a statement, from what is well to what is not owed any more. */
export const COMPLIANCE_STANDINGS = [
  "MET",
  "MET_LATE",
  "OPEN",
  "LATE",
  "MISSED",
  "CANCELLED",
] as const;
export type ComplianceStanding = (typeof COMPLIANCE_STANDINGS)[number];
export type ComplianceCounts = { readonly [S in ComplianceStanding]: number };

/** Whether the service contact requirements were met, as far as a day can say: counts by rule, and all together. */
export interface ComplianceStatement {
  readonly on: PlainDate;
  /** Rules with at least one duty, in the order of their ids. */
  readonly rules: readonly { readonly rule: DutyRule; readonly counts: ComplianceCounts }[];
  readonly total: ComplianceCounts;
}

const STANDING: Readonly<Record<ObligationStatus, ComplianceStanding>> = {
  UPCOMING: "OPEN",
  OPEN: "OPEN",
  SATISFIED: "MET",
  SATISFIED_LATE: "MET_LATE",
  OVERDUE: "LATE",
  MISSED: "MISSED",
  CANCELLED: "CANCELLED",
};

/** How one duty stands on a day: what can still be made up for is late, what cannot is missed. */
export const standingOn = (duty: Duty, on: PlainDate): ComplianceStanding =>
  STANDING[readsAs(duty, on)];

const countsOf = (duties: readonly Duty[], on: PlainDate): ComplianceCounts => {
  const counts = { MET: 0, MET_LATE: 0, OPEN: 0, LATE: 0, MISSED: 0, CANCELLED: 0 };
  for (const duty of duties) counts[standingOn(duty, on)] += 1;
  return counts;
};

const numbers = (name: DutyRule): readonly [string, number] => {
  const [area = "", n = ""] = name.split("-");
  return [area, Number(n)];
};
const inOrder = (a: DutyRule, b: DutyRule): number => {
  const [areaA, nA] = numbers(a);
  const [areaB, nB] = numbers(b);
  return areaA === areaB ? nA - nB : areaA < areaB ? -1 : 1;
};

/** The statement of compliance of a case on a day, from its duties as they were evaluated for that day. */
export const complianceStatement = rule(
  { id: "X-4", cites: [ia("104")], decisions: ["DEC-17"] },
  (duties: readonly Duty[], on: PlainDate): ComplianceStatement => {
    const byRule = Map.groupBy(duties, (duty) => duty.rule);
    return {
      on,
      rules: [...byRule]
        .toSorted(([a], [b]) => inOrder(a, b))
        .map(([name, own]) => ({ rule: name, counts: countsOf(own, on) })),
      total: countsOf(duties, on),
    };
  },
);
