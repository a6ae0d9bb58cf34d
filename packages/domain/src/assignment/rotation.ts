import { ia } from "../kernel/citation.ts";
import type { ContractAreaId, ContractId, OrganizationId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { settingOn } from "../policy/policy-book.ts";
import type { SettingValues } from "../policy/settings.ts";
import type { Lane, LedgerLineDraft, RotationScope } from "./ledger-line.ts";

/** A standing counted turn: the line and whose it is. */
export interface Turn {
  readonly seq: number;
  readonly contractor: OrganizationId;
}

/** Where a lane stands when an epoch begins (DEC-36). */
export interface LaneOpening {
  readonly balance: number;
  /** The last standing counted turn before, where alternation goes on from it. */
  readonly last?: Turn;
}

/** The time in which one pair of contracts shares the turns of a contract area. */
export interface RotationEpoch {
  readonly area: ContractAreaId;
  /** 1, 2, 3 ... per area. */
  readonly number: number;
  readonly from: PlainDate;
  /** Position 1, position 2. */
  readonly contracts: readonly [ContractId, ContractId];
  readonly contractors: readonly [OrganizationId, OrganizationId];
  /** Who has the first turn where nothing stands yet. */
  readonly starter: OrganizationId;
  /** A lane that is not named opens at 0 with the starter. */
  readonly opening: Readonly<Partial<Record<Lane, LaneOpening>>>;
}

/** One order of turns as it stands now. */
export interface LaneHead {
  /** Standing counted turns of position 1 minus position 2, with what the epoch began with. */
  readonly balance: number;
  /** Standing counted turns of this epoch, position 1 and 2. */
  readonly counts: readonly [number, number];
  /** The newest standing counted turn; that of the epoch before where none stands yet and alternation goes on. */
  readonly last?: Turn;
}

/** All that the next turn of an area depends on; small, so that it is kept in the locked row of the area. */
export interface RotationHead {
  readonly area: ContractAreaId;
  /** Sequence of the newest line; 0 before the first. */
  readonly seq: number;
  /** Absent before the first pair of contracts took a turn. */
  readonly epoch?: RotationEpoch;
  /** One order of turns or two (DEC-32): settled by the first line of the epoch. */
  readonly scope?: RotationScope;
  readonly lanes: Readonly<Partial<Record<Lane, LaneHead>>>;
}

export const emptyRotation = (area: ContractAreaId): RotationHead => ({ area, seq: 0, lanes: {} });

/** The settings of the register that the rotation reads, taken on the submission day (DEC-48). */
export type RotationRules = Pick<
  SettingValues,
  | "tieBreak"
  | "rotationScope"
  | "safetyPlanCarryOverRefusesOverride"
  | "safetyPlanCarryOverDaysAfterClose"
  | "overrideRequiresSupervisor"
  | "overrideReasonCodes"
  | "resubmissionWindowDays"
  | "carryBalanceOnRenewalOfSamePair"
  | "allowSingleContractor"
  | "transferCounts"
>;

export const rotationRulesOn = (book: PolicyBook, day: PlainDate): RotationRules => ({
  tieBreak: settingOn(book, "tieBreak", day),
  rotationScope: settingOn(book, "rotationScope", day),
  safetyPlanCarryOverRefusesOverride: settingOn(book, "safetyPlanCarryOverRefusesOverride", day),
  safetyPlanCarryOverDaysAfterClose: settingOn(book, "safetyPlanCarryOverDaysAfterClose", day),
  overrideRequiresSupervisor: settingOn(book, "overrideRequiresSupervisor", day),
  overrideReasonCodes: settingOn(book, "overrideReasonCodes", day),
  resubmissionWindowDays: settingOn(book, "resubmissionWindowDays", day),
  carryBalanceOnRenewalOfSamePair: settingOn(book, "carryBalanceOnRenewalOfSamePair", day),
  allowSingleContractor: settingOn(book, "allowSingleContractor", day),
  transferCounts: settingOn(book, "transferCounts", day),
});

export const openLane = (epoch: RotationEpoch, lane: Lane): LaneHead => {
  const opening = epoch.opening[lane];
  return {
    balance: opening?.balance ?? 0,
    counts: [0, 0],
    ...(opening?.last === undefined ? {} : { last: opening.last }),
  };
};

/** The lane as it stands; as the epoch opened it before its first line. */
export const laneHead = (head: RotationHead, lane: Lane): LaneHead | undefined =>
  head.lanes[lane] ?? (head.epoch && openLane(head.epoch, lane));

export const otherContractor = (
  epoch: Pick<RotationEpoch, "contractors">,
  one: OrganizationId,
): OrganizationId => (epoch.contractors[0] === one ? epoch.contractors[1] : epoch.contractors[0]);

/**
 * Whose turn it is (DEC-30, DEC-31). The types say what may be known here: the pair, its balance, its last turn. No
 * attribute of a family can be passed (ASG-4).
 */
export const nextContractor = rule(
  {
    id: "ASG-3",
    also: ["ASG-4", "ASG-8"],
    cites: [ia("34"), ia("39")],
    decisions: ["DEC-30", "DEC-31"],
  },
  (
    epoch: Pick<RotationEpoch, "contractors" | "starter">,
    lane: Pick<LaneHead, "balance" | "last">,
    tieBreak: RotationRules["tieBreak"],
  ): OrganizationId => {
    if (lane.balance > 0) return epoch.contractors[1];
    if (lane.balance < 0) return epoch.contractors[0];
    return lane.last === undefined || tieBreak === "STARTER_FIRST"
      ? epoch.starter
      : otherContractor(epoch, lane.last.contractor);
  },
);

/** An ordinary turn repays a lead, or simply alternates (C2, AssignmentMethod). */
export const ordinaryMethod = (
  lane: Pick<LaneHead, "balance" | "last">,
  contractor: OrganizationId,
): "ROTATION" | "EQUALIZING" =>
  Math.abs(lane.balance) >= 2 || lane.last?.contractor === contractor ? "EQUALIZING" : "ROTATION";

/** What a counted turn of the contractor adds to the balance; 0 for one outside the pair. */
export const weightOf = (
  epoch: Pick<RotationEpoch, "contractors"> | undefined,
  contractor: OrganizationId,
): 1 | 0 | -1 =>
  epoch === undefined
    ? 0
    : contractor === epoch.contractors[0]
      ? 1
      : contractor === epoch.contractors[1]
        ? -1
        : 0;

/** One order of turns for both service types, or two (ASG-5); the first line of an epoch settles it. */
export const scopeOf = rule(
  { id: "ASG-5", cites: [ia("36")], decisions: ["DEC-32"] },
  (head: RotationHead, rules: Pick<RotationRules, "rotationScope">): RotationScope =>
    head.scope ?? rules.rotationScope,
);

/** The head after a counted or uncounted line that took nothing back. */
export const advance = (
  head: RotationHead,
  line: LedgerLineDraft,
  scope: RotationScope,
): RotationHead => {
  const next: RotationHead = { ...head, seq: line.seq, scope };
  const lane = laneHead(head, line.lane);
  if (lane === undefined || line.counted === 0) return next;
  const first = weightOf(head.epoch, line.contractor) === 1;
  return {
    ...next,
    lanes: {
      ...head.lanes,
      [line.lane]: {
        balance: line.after,
        counts: first ? [lane.counts[0] + 1, lane.counts[1]] : [lane.counts[0], lane.counts[1] + 1],
        last: { seq: line.seq, contractor: line.contractor },
      },
    },
  };
};
