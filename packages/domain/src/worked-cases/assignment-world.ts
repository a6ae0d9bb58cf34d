import type { ContractTerm } from "../agency/contract.ts";
import { reverse } from "../assignment/amend.ts";
import {
  assign,
  type AssignmentDecision,
  type AssignmentRequest,
  type SafetyPlanAssignment,
  type WithdrawnAssignment,
} from "../assignment/assign.ts";
import { chainLine, GENESIS_HASH } from "../assignment/chain.ts";
import type { LedgerLine } from "../assignment/ledger-line.ts";
import type { OverrideRequest } from "../assignment/override.ts";
import {
  emptyRotation,
  laneHead,
  nextContractor,
  type RotationHead,
  rotationRulesOn,
} from "../assignment/rotation.ts";
import { standingTurns } from "../assignment/standing.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { type PlainDate, plainDate } from "../kernel/plain-date.ts";
import { refuse, type Result } from "../kernel/result.ts";
import type { ServiceType } from "../people/people.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { JsonObject } from "./checker.ts";
import { isObject, objects, strings, textOf } from "./compare.ts";

/** A day on which every contract of a worked case is in force that does not say otherwise. */
export const USUAL_DAY = plainDate("2026-11-23");
const BEGINNING = plainDate("2000-01-01");
const END = plainDate("2099-12-31");

/** Names of organizations serve as their ids in worked cases. */
export const org = (name: string): OrganizationId => name as OrganizationId;

export interface AreaSetting {
  readonly area: string;
  readonly pair: readonly string[];
  readonly starter?: string;
  readonly subcontractors?: JsonObject;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export const contractsOf = ({
  area,
  pair,
  subcontractors,
  from,
  to,
}: AreaSetting): readonly ContractTerm[] =>
  pair.slice(0, 2).map((name, index) => ({
    id: `${area}: ${name} from ${from ?? BEGINNING}` as ContractId,
    organizationId: org(name),
    position: index === 0 ? 1 : 2,
    from: from ?? BEGINNING,
    to: to ?? END,
    subcontractors: strings(subcontractors?.[name]).map((one) => ({
      organizationId: org(one),
      from: BEGINNING,
    })),
  }));

/** One contract area of a worked case: its contracts and its ledger as it grows. */
export class AreaWorld {
  head: RotationHead;
  readonly lines: LedgerLine[] = [];
  contracts: readonly ContractTerm[];
  readonly #starters: readonly ContractId[];
  readonly #book: PolicyBook;

  constructor(setting: AreaSetting, book: PolicyBook, head?: RotationHead) {
    this.contracts = contractsOf(setting);
    this.#starters = this.contracts
      .filter((one) => one.organizationId === (setting.starter ?? setting.pair[0]))
      .map((one) => one.id);
    this.#book = book;
    this.head = head ?? emptyRotation(setting.area as ContractAreaId);
  }

  assign(
    request: Pick<
      AssignmentRequest,
      "referralKey" | "serviceType" | "submittedOn" | "override" | "transfer"
    >,
    earlier: {
      readonly safetyPlan?: SafetyPlanAssignment;
      readonly withdrawn?: readonly WithdrawnAssignment[];
    } = {},
  ): Result<AssignmentDecision> {
    const at = instant(`${request.submittedOn}T15:00:00Z`);
    const facts = { contracts: this.contracts, starters: this.#starters, ...earlier };
    return this.#keep(assign(this.head, { ...request, at }, facts, this.#book));
  }

  /** Takes back the assignment of a referral. */
  reverse(
    referralKey: string,
    serviceType: ServiceType,
    on: PlainDate,
  ): Result<AssignmentDecision> {
    const line = this.lines.findLast(
      (one) => one.referralKey === referralKey && one.kind === "ASSIGNMENT",
    );
    if (line === undefined) return refuse({ code: "INVALID_TRANSITION" });
    const facts = {
      contracts: this.contracts,
      starters: this.#starters,
      standing: standingTurns(this.lines, line),
      reversed: this.lines.some((one) => one.kind === "REVERSAL" && one.refersToSeq === line.seq),
    };
    return this.#keep(
      reverse(
        this.head,
        { line, serviceType, on, at: instant(`${on}T15:00:00Z`) },
        facts,
        this.#book,
      ),
    );
  }

  /** Whose turn the next ordinary referral of the service type would be. */
  nextUp(lane: LedgerLine["lane"], on: PlainDate): OrganizationId | undefined {
    const state = laneHead(this.head, lane);
    return this.head.epoch && state
      ? nextContractor(this.head.epoch, state, rotationRulesOn(this.#book, on).tieBreak)
      : undefined;
  }

  #keep(decision: Result<AssignmentDecision>): Result<AssignmentDecision> {
    if (!decision.ok) return decision;
    // The chain is not what worked cases are about, so the hash stands for nothing here.
    const line = chainLine(
      decision.value.line,
      this.lines.at(-1)?.hash ?? GENESIS_HASH,
      () => GENESIS_HASH,
    );
    this.lines.push(line);
    this.head = decision.value.head;
    return decision;
  }
}

/** A head that stands where the worked case says it begins. */
export const openedHead = (
  setting: AreaSetting,
  balance: number,
  last: string | undefined,
): RotationHead => {
  const [first, second] = contractsOf(setting);
  const area = setting.area as ContractAreaId;
  if (first === undefined || second === undefined) return emptyRotation(area);
  return {
    area,
    seq: 0,
    epoch: {
      area,
      number: 1,
      from: first.from,
      contracts: [first.id, second.id],
      contractors: [first.organizationId, second.organizationId],
      starter: org(setting.starter ?? setting.pair[0] ?? ""),
      opening: {
        COMBINED: {
          balance,
          ...(last !== undefined && { last: { seq: 0, contractor: org(last) } }),
        },
      },
    },
    lanes: {},
  };
};

/** An override as a worked case records it; what the case leaves open is taken as proven. */
export const overrideRequest = (entry: JsonObject): OverrideRequest => {
  const target = org(textOf(entry["to"]) ?? textOf(entry["target"]) ?? "");
  const believers = entry["believedBeneficialBy"];
  const reason = "reason" in entry ? textOf(entry["reason"]) : "CONTINUITY";
  return {
    target,
    priorService:
      "priorService" in entry
        ? objects(
            isObject(entry["priorService"]) ? [entry["priorService"]] : entry["priorService"],
          ).map((one) => ({
            organizationId: org(textOf(one["organization"]) ?? ""),
            from: plainDate(textOf(one["from"]) ?? BEGINNING),
          }))
        : [{ organizationId: target, from: BEGINNING }],
    believedBeneficialBy:
      "believedBeneficialBy" in entry
        ? ((typeof believers === "string"
            ? [believers]
            : strings(believers)) as OverrideRequest["believedBeneficialBy"])
        : ["FAMILY"],
    ...(reason !== undefined && { reason }),
    requestedBy: "worker" as StaffId,
    ...(typeof entry["approvedBy"] === "string" && { approvedBy: entry["approvedBy"] as StaffId }),
  };
};
