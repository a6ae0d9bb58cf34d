import type { RotationRules } from "../assignment/rotation.ts";
import type { SimulationSummary } from "../assignment/simulate-summary.ts";
import type { ShownSize, FairnessTable } from "../fairness/report.ts";
import type { JudgedReentry, ReentryKind } from "../fairness/reentries.ts";
import type { ReportPeriod } from "../fairness/period.ts";
import type { FalseAlarms, ShareFindings, ShareTest } from "../fairness/shares.ts";
import type { OrganizationId } from "../kernel/ids.ts";

interface AreaReport {
  readonly areaName: string;
  readonly period: ReportPeriod;
}

/** The referrals of an area in a year by contractor. */
export interface FairnessView extends AreaReport {
  readonly names: Readonly<Record<OrganizationId, string>>;
  readonly table: FairnessTable;
  /** Cases of which no child's place of living was known. */
  readonly placementUnknown: ShownSize;
}

/** One worker or contractor; a worker without a name where the reader may not know it. */
export interface NamedShareTest extends ShareTest {
  readonly name?: string;
}
export interface NamedFindings extends Omit<ShareFindings, "tests"> {
  readonly tests: readonly NamedShareTest[];
}

/** Questions about the order of referrals of an area in a year. None of them is a finding. */
export interface OrderReviewView extends AreaReport {
  readonly overridesByWorker: NamedFindings;
  readonly overridesByContractor: NamedFindings;
  /** Referrals held back and submitted right after the turn changed, of all ordinary ones with a draft. */
  readonly heldByWorker: NamedFindings;
  readonly reentries: {
    readonly windowDays: number;
    readonly counts: Readonly<Record<ReentryKind, number>>;
    /** After the window: how many changed, how many there were, and how often that happens to honest families. */
    readonly afterWindow: {
      readonly test?: ShareTest;
      readonly chance: { readonly changed: number; readonly of: number };
      readonly falseAlarms: FalseAlarms;
    };
    /** One by one, for auditors. */
    readonly list?: readonly (JudgedReentry & {
      readonly fromName: string;
      readonly toName: string;
    })[];
  };
}

/** The rules that a simulation can vary. */
export type VariedRules = Pick<
  RotationRules,
  "tieBreak" | "rotationScope" | "resubmissionWindowDays"
>;

export interface SimulationOutcome {
  readonly rules: VariedRules;
  readonly summary: SimulationSummary;
  readonly overridesRefused: number;
  readonly skipped: number;
  /** The time was up before the last arrival. */
  readonly stopped: boolean;
}

export interface SimulationView {
  /** Absent for invented arrivals. */
  readonly area?: {
    readonly name: string;
    /** The first line that came out otherwise than in the ledger under the rules in force; absent: none. */
    readonly differsAt?: number;
    /** Only the first lines were run. */
    readonly cut: boolean;
  };
  readonly arrivals: number;
  readonly names: Readonly<Record<OrganizationId, string>>;
  readonly inForce: SimulationOutcome;
  readonly varied: SimulationOutcome;
  /** Referrals that go to another contractor under the other rules. */
  readonly otherwise: { readonly count: number; readonly of: number };
}
