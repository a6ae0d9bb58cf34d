import { ia } from "../kernel/citation.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { Duty, ObligationStatus } from "../contacts/duty.ts";
import { statusOn } from "../contacts/status.ts";

export const COMPLIANCE_STATEMENTS = ["MET", "MET_LATE", "NOT_MET"] as const;
export type ComplianceStatement = (typeof COMPLIANCE_STATEMENTS)[number];

export interface Compliance {
  readonly statement: ComplianceStatement;
  /** Contact duties whose due date falls into the period. */
  readonly duties: readonly Duty[];
  /** Those that are not met, with their status on the day. */
  readonly notMet: readonly { readonly key: string; readonly status: ObligationStatus }[];
}

/**
 * Whether contact requirements were met in a reporting period, as it stands on the day the report is sent: met only if each
 * duty due in the period is satisfied, cancelled, or satisfied late with a note (DEC-25).
 */
export const complianceStatement = rule(
  { id: "REP-9", cites: [ia("104")], decisions: ["DEC-25"] },
  (
    duties: readonly Duty[],
    period: { readonly periodStart: PlainDate; readonly periodEnd: PlainDate },
    on: PlainDate,
    /** Keys of duties with a note why they were late. */
    noted: ReadonlySet<string>,
  ): Compliance => {
    const inPeriod = duties.filter(
      (duty) =>
        duty.kind !== "TASK" &&
        duty.dueOn !== undefined &&
        period.periodStart <= duty.dueOn &&
        duty.dueOn <= period.periodEnd,
    );
    const judged = inPeriod.map((duty) => ({ key: duty.key, status: statusOn(duty, on) }));
    const notMet = judged.filter(
      ({ key, status }) =>
        status !== "SATISFIED" &&
        status !== "CANCELLED" &&
        !(status === "SATISFIED_LATE" && noted.has(key)),
    );
    const late = judged.some(({ status }) => status === "SATISFIED_LATE");
    return {
      statement: notMet.length > 0 ? "NOT_MET" : late ? "MET_LATE" : "MET",
      duties: inPeriod,
      notMet,
    };
  },
);
