import { type AreaPause, pauseRefusals } from "../agency/area-pause.ts";
import { type ContractTerm, contractsOn, findContractOf } from "../agency/contract.ts";
import { ia } from "../kernel/citation.ts";
import type { ContractId, OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { ServiceType } from "../people/people.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { beginDueEpochs } from "./epochs.ts";
import { type AssignmentMethod, type Lane, laneOf, type LedgerLineDraft } from "./ledger-line.ts";
import { type OverrideRequest, validateOverride } from "./override.ts";
import {
  advance,
  laneHead,
  nextContractor,
  ordinaryMethod,
  type RotationEpoch,
  type RotationHead,
  type RotationRules,
  rotationRulesOn,
  scopeOf,
  weightOf,
} from "./rotation.ts";

/** A referral as the rotation sees it: a key and a service type, no attribute of a family (ASG-4). */
export interface AssignmentRequest {
  readonly referralKey: string;
  readonly serviceType: ServiceType;
  /** Today in the agency's zone: eligibility and settings are judged on it (ASG-2, DEC-48). */
  readonly submittedOn: PlainDate;
  readonly at: Instant;
  readonly override?: OverrideRequest;
  /** A deliberate transfer of an open case into this area after a move (DEC-42). */
  readonly transfer?: true;
}

/** Where the case had safety plan services under a standing assignment. */
export interface SafetyPlanAssignment {
  readonly contractor: OrganizationId;
  /** Line of this area, if it was assigned here. */
  readonly seq?: number;
  /** Last service day of the safety plan services; absent while they go on. */
  readonly closedOn?: PlainDate;
}

/** A withdrawn assignment of the case, or of one that shares a child with it, whose count was reversed. */
export interface WithdrawnAssignment {
  readonly contractor: OrganizationId;
  readonly seq?: number;
  readonly withdrawnOn: PlainDate;
  readonly method: AssignmentMethod;
}

export interface AssignmentFacts {
  /** Activated contracts of the area, past and coming ones included. */
  readonly contracts: readonly ContractTerm[];
  /** Contracts that the administrator named for a first turn, the newest last (DEC-31). */
  readonly starters: readonly ContractId[];
  /** Days on which the area takes no referrals. */
  readonly pauses?: readonly AreaPause[];
  readonly safetyPlan?: SafetyPlanAssignment;
  readonly withdrawn?: readonly WithdrawnAssignment[];
}

export interface AssignmentDecision {
  readonly line: LedgerLineDraft;
  /** Epochs that began with or before this line: stored in the same transaction. */
  readonly begun: readonly RotationEpoch[];
  /** The area after the line. */
  readonly head: RotationHead;
}

interface Choice {
  readonly contractor: OrganizationId;
  readonly method: AssignmentMethod;
  readonly counted: boolean;
  readonly outOfOrder: boolean;
  readonly refersToSeq?: number;
}

/** Contracts that can take a turn on the submission day: two, or refused (ASG-2, DEC-38). */
export const eligibilityRefusals = rule(
  { id: "ASG-2", cites: [ia("32")], decisions: ["DEC-38"] },
  (
    contracts: readonly ContractTerm[],
    on: PlainDate,
    rules: Pick<RotationRules, "allowSingleContractor">,
  ): readonly Refusal[] => {
    const active = contractsOn(contracts, on).length;
    const path = ["service", "serviceAreaId"];
    if (active === 0) return [{ code: "NO_ACTIVE_CONTRACTOR", path }];
    if (active === 1 && !rules.allowSingleContractor)
      return [{ code: "AREA_NEEDS_TWO_CONTRACTORS", path }];
    if (active > 2) return [{ code: "CONTRACTS_MORE_THAN_TWO", path }];
    return [];
  },
);

/** The contractor that keeps the case from safety plan services, if one does (ASG-6, DEC-33). */
export const findCarryOver = rule(
  { id: "ASG-6", cites: [ia("37")], decisions: ["DEC-33", "DEC-35"] },
  (
    request: Pick<AssignmentRequest, "serviceType" | "submittedOn">,
    facts: Pick<AssignmentFacts, "contracts" | "safetyPlan" | "withdrawn">,
    rules: Pick<RotationRules, "safetyPlanCarryOverDaysAfterClose" | "resubmissionWindowDays">,
  ): { readonly contractor: OrganizationId; readonly seq?: number } | undefined => {
    if (request.serviceType !== "FSRP") return undefined;
    const { safetyPlan } = facts;
    const lasts =
      safetyPlan !== undefined &&
      (safetyPlan.closedOn === undefined ||
        request.submittedOn <=
          addDays(safetyPlan.closedOn, rules.safetyPlanCarryOverDaysAfterClose));
    const withdrawn = findResubmission(request, facts, rules);
    // A withdrawn carry-over that is referred again is a carry-over again (Clarifications, DEC-33).
    const from = lasts ? safetyPlan : withdrawn?.method === "CARRY_OVER" ? withdrawn : undefined;
    return from !== undefined &&
      findContractOf(facts.contracts, from.contractor, request.submittedOn) !== undefined
      ? from
      : undefined;
  },
);

/** The withdrawn assignment to whose contractor the referral returns inside the window (DEC-35). */
export const findResubmission = rule(
  { id: "ASG-10", cites: [ia("34")], decisions: ["DEC-35"] },
  (
    request: Pick<AssignmentRequest, "submittedOn">,
    facts: Pick<AssignmentFacts, "contracts" | "withdrawn">,
    rules: Pick<RotationRules, "resubmissionWindowDays">,
  ): WithdrawnAssignment | undefined =>
    (facts.withdrawn ?? [])
      .filter(
        (one) =>
          one.withdrawnOn <= request.submittedOn &&
          request.submittedOn <= addDays(one.withdrawnOn, rules.resubmissionWindowDays) &&
          findContractOf(facts.contracts, one.contractor, request.submittedOn) !== undefined,
      )
      .toSorted((a, b) =>
        a.withdrawnOn < b.withdrawnOn
          ? -1
          : a.withdrawnOn > b.withdrawnOn
            ? 1
            : (a.seq ?? 0) - (b.seq ?? 0),
      )
      .at(-1),
);

/**
 * Gives a new case referral to a contractor: a turn in the rotation, or one of the exceptions of the policy. Pure; the
 * caller holds the lock of the area while it reads the head and writes the line (ASG-9).
 */
export const assign = rule(
  {
    id: "ASG-9",
    also: ["ASG-3", "ASG-12"],
    cites: [ia("34"), ia("36-39")],
    decisions: ["DEC-38", "DEC-39", "DEC-40", "DEC-42"],
  },
  (
    before: RotationHead,
    request: AssignmentRequest,
    facts: AssignmentFacts,
    book: PolicyBook,
  ): Result<AssignmentDecision> => {
    const rules = rotationRulesOn(book, request.submittedOn);
    const carryOver = findCarryOver(request, facts, rules);
    const refusals = assignmentRefusals(request, facts, rules);
    if (refusals.length > 0) return refuse(...refusals);

    const due = beginDueEpochs(before, facts.contracts, facts.starters, request.submittedOn, rules);
    // A carry-over takes no turn, so it does not wait for a starter.
    if (!due.ok && carryOver === undefined) return due;
    const { head, begun } = due.ok ? due.value : { head: before, begun: [] };

    const scope = scopeOf(head, rules);
    const lane = laneOf(scope, request.serviceType);
    const choice = choose(head, lane, request, facts, rules, carryOver);
    const balance = laneHead(head, lane)?.balance ?? 0;
    const line: LedgerLineDraft = {
      v: 1,
      area: head.area,
      seq: head.seq + 1,
      kind: "ASSIGNMENT",
      lane,
      epoch: head.epoch?.number ?? 0,
      referralKey: request.referralKey,
      contractor: choice.contractor,
      method: choice.method,
      counted: choice.counted ? 1 : 0,
      outOfOrder: choice.outOfOrder ? 1 : 0,
      before: balance,
      after: balance + (choice.counted ? weightOf(head.epoch, choice.contractor) : 0),
      ...(choice.refersToSeq === undefined ? {} : { refersToSeq: choice.refersToSeq }),
      policyNumber: book.number,
      at: request.at,
    };
    return accept({ line, begun, head: advance(head, line, scope) });
  },
);

/** Every reason why a referral cannot be assigned, known before the lock: contracts in force, and the override. */
export const assignmentRefusals = (
  request: Pick<AssignmentRequest, "serviceType" | "submittedOn" | "override">,
  facts: Pick<AssignmentFacts, "contracts" | "pauses" | "safetyPlan" | "withdrawn">,
  rules: RotationRules,
): readonly Refusal[] => {
  const paused = pauseRefusals(facts.pauses ?? [], request.submittedOn);
  const keeper = findCarryOver(request, facts, rules)?.contractor;
  // A carry-over needs only its own contractor to be active (Clarifications, DEC-38).
  const eligibility =
    keeper === undefined ? eligibilityRefusals(facts.contracts, request.submittedOn, rules) : [];
  return [...paused, ...eligibility, ...overrideRefusals(request, facts, rules, keeper)];
};

/** An override that only asks for the contractor that keeps the case anyway changes nothing (DEC-33). */
const overrideRefusals = (
  request: Pick<AssignmentRequest, "submittedOn" | "override">,
  facts: Pick<AssignmentFacts, "contracts">,
  rules: RotationRules,
  keeper: OrganizationId | undefined,
): readonly Refusal[] => {
  const { override } = request;
  if (override === undefined || override.target === keeper) return [];
  const refusals = validateOverride(override, {
    contracts: facts.contracts,
    on: request.submittedOn,
    rules,
  });
  return keeper !== undefined && rules.safetyPlanCarryOverRefusesOverride
    ? [{ code: "SAFETY_PLAN_CONTRACTOR_RETAINED", path: ["override", "target"] }, ...refusals]
    : refusals;
};

/** Of the ways to a contractor the first that applies: kept, the only one there, asked for, returned to, in turn. */
const choose = (
  head: RotationHead,
  lane: Lane,
  request: AssignmentRequest,
  facts: AssignmentFacts,
  rules: RotationRules,
  carryOver: { readonly contractor: OrganizationId; readonly seq?: number } | undefined,
): Choice => {
  const uncounted = { counted: false, outOfOrder: false } as const;
  const moved = request.override !== undefined && request.override.target !== carryOver?.contractor;
  if (carryOver !== undefined && !moved)
    return {
      contractor: carryOver.contractor,
      method: "CARRY_OVER",
      ...uncounted,
      ...(carryOver.seq === undefined ? {} : { refersToSeq: carryOver.seq }),
    };

  const active = contractsOn(facts.contracts, request.submittedOn);
  const [only] = active;
  if (active.length === 1 && only !== undefined)
    return { contractor: only.organizationId, method: "FORCED", ...uncounted };

  const { epoch } = head;
  const state = laneHead(head, lane);
  if (epoch === undefined || state === undefined)
    throw new Error("two contracts are in force but no epoch has begun");
  const next = nextContractor(epoch, state, rules.tieBreak);
  if (request.override !== undefined) {
    const { target } = request.override;
    return { contractor: target, method: "OVERRIDE", counted: true, outOfOrder: target !== next };
  }
  const back = findResubmission(request, facts, rules);
  if (back !== undefined)
    return {
      contractor: back.contractor,
      method: "RESUBMISSION",
      counted: true,
      outOfOrder: back.contractor !== next,
      ...(back.seq === undefined ? {} : { refersToSeq: back.seq }),
    };
  return request.transfer
    ? { contractor: next, method: "TRANSFER", counted: rules.transferCounts, outOfOrder: false }
    : { contractor: next, method: ordinaryMethod(state, next), counted: true, outOfOrder: false };
};
