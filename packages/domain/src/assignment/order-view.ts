import { pauseRefusals } from "../agency/area-pause.ts";
import { contractsOn } from "../agency/contract.ts";
import { ia } from "../kernel/citation.ts";
import type { OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Refusal } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import { type AssignmentFacts, eligibilityRefusals } from "./assign.ts";
import { beginDueEpochs } from "./epochs.ts";
import type { Lane, LedgerLine } from "./ledger-line.ts";
import {
  laneHead,
  nextContractor,
  otherContractor,
  type RotationEpoch,
  type RotationHead,
  type RotationRules,
  scopeOf,
  weightOf,
} from "./rotation.ts";

/** A line that moved the balance toward the contractor that leads, otherwise than in turn. */
export interface LeadCause {
  readonly seq: number;
  readonly kind: "OVERRIDE" | "RESUBMISSION" | "REVERSAL" | "CORRECTION";
  readonly at: Instant;
}

/** One order of turns as it stands today. */
export interface LaneNow {
  readonly lane: Lane;
  readonly balance: number;
  /** The pair with the standing counted turns of its contracts, position 1 and 2. */
  readonly pool: readonly { readonly contractor: OrganizationId; readonly turns: number }[];
  /** Absent while no referral can be assigned. */
  readonly next?: OrganizationId;
  /** What is still to be repaid: the next `turns` ordinary referrals go to the contractor that is behind. */
  readonly debt?: {
    readonly to: OrganizationId;
    readonly turns: number;
    /** What it goes back to, the oldest first; an ordinary turn is none of them. */
    readonly causes: readonly LeadCause[];
  };
}

export interface OrderNow {
  /** Why no referral can be assigned today. */
  readonly refusals: readonly Refusal[];
  /** The only contractor with a contract in force, which gets every referral (DEC-38). */
  readonly only?: OrganizationId;
  readonly epoch?: RotationEpoch;
  /** The contracts changed since the newest line: their first turn is still to come. */
  readonly begins: boolean;
  readonly lanes: readonly LaneNow[];
}

/**
 * Where an area stands today: standing turns, next turn and the debt that is still to be repaid (DEC-30). For those who
 * may see the ledger only, and on no screen of a referral (ASG-4).
 * @param tail lines of the present epoch since its lanes were last in balance; earlier ones do no harm
 */
export const orderNow = rule(
  { id: "ASG-8", also: ["ASG-4", "ASG-11"], cites: [ia("34"), ia("39")], decisions: ["DEC-30"] },
  (
    before: RotationHead,
    {
      contracts,
      starters,
      pauses = [],
    }: Pick<AssignmentFacts, "contracts" | "starters" | "pauses">,
    today: PlainDate,
    rules: RotationRules,
    tail: readonly LedgerLine[],
  ): OrderNow => {
    const ineligible = [
      ...pauseRefusals(pauses, today),
      ...eligibilityRefusals(contracts, today, rules),
    ];
    const due = beginDueEpochs(before, contracts, starters, today, rules);
    const { head, begun } = due.ok ? due.value : { head: before, begun: [] };
    const refusals = ineligible.length > 0 || due.ok ? ineligible : due.refusals;
    const active = contractsOn(contracts, today);
    const only = refusals.length === 0 && active.length === 1 ? active[0] : undefined;
    const { epoch } = head;
    const takesTurns = refusals.length === 0 && only === undefined;
    const lanes: readonly Lane[] =
      scopeOf(head, rules) === "COMBINED" ? ["COMBINED"] : ["FSRP", "SAFETY_PLAN"];
    return {
      refusals,
      ...(only && { only: only.organizationId }),
      ...(epoch && { epoch }),
      begins: begun.length > 0,
      lanes:
        epoch === undefined
          ? []
          : lanes.map((lane) => laneNow(head, epoch, lane, takesTurns ? rules : undefined, tail)),
    };
  },
);

function laneNow(
  head: RotationHead,
  epoch: RotationEpoch,
  lane: Lane,
  rules: Pick<RotationRules, "tieBreak"> | undefined,
  tail: readonly LedgerLine[],
): LaneNow {
  const at = laneHead(head, lane) ?? { balance: 0, counts: [0, 0] as const };
  const lead = Math.abs(at.balance);
  const leader = epoch.contractors[at.balance > 0 ? 0 : 1];
  return {
    lane,
    balance: at.balance,
    pool: epoch.contractors.map((contractor, position) => ({
      contractor,
      turns: at.counts[position as 0 | 1],
    })),
    ...(rules && { next: nextContractor(epoch, at, rules.tieBreak) }),
    ...(lead > 0 && {
      debt: {
        to: otherContractor(epoch, leader),
        turns: lead,
        causes: leadCauses(epoch, lane, leader, tail).slice(-lead),
      },
    }),
  };
}

/** Lines since the lane was last in balance that gave the leader its lead, other than ordinary turns, the oldest first. */
function leadCauses(
  epoch: RotationEpoch,
  lane: Lane,
  leader: OrganizationId,
  tail: readonly LedgerLine[],
): readonly LeadCause[] {
  let causes: LeadCause[] = [];
  const toward = weightOf(epoch, leader);
  for (const line of tail) {
    if (line.epoch !== epoch.number || line.lane !== lane) continue;
    if (line.kind !== "ASSIGNMENT")
      causes = causes.filter((cause) => cause.seq !== line.refersToSeq);
    const kind =
      line.kind === "REVERSAL" || line.kind === "CORRECTION"
        ? line.kind
        : line.outOfOrder === 1 && (line.method === "OVERRIDE" || line.method === "RESUBMISSION")
          ? line.method
          : undefined;
    if (kind !== undefined && Math.sign(line.after - line.before) === toward)
      causes.push({ seq: line.seq, kind, at: line.at });
    if (line.after === 0) causes = [];
  }
  return causes;
}

/** Whose turn it was by the ordinary rule when the line was written; undefined where it was nobody's. */
export const dueTo = (
  line: Pick<LedgerLine, "kind" | "method" | "contractor" | "outOfOrder">,
  epoch: Pick<RotationEpoch, "contractors"> | undefined,
): OrganizationId | undefined => {
  const takesTurn =
    line.kind === "ASSIGNMENT" && line.method !== "CARRY_OVER" && line.method !== "FORCED";
  if (!takesTurn) return undefined;
  if (line.outOfOrder === 0) return line.contractor;
  return epoch && otherContractor(epoch, line.contractor);
};
