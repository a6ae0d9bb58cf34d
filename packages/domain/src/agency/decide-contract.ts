import { ia } from "../kernel/citation.ts";
import type { ContractAreaId, ContractId, OrganizationId } from "../kernel/ids.ts";
import { overlaps } from "../kernel/interval.ts";
import { addDays, maxDate, minDate, type PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result, type Warning } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import {
  type Contract,
  contractsOn,
  type ContractTerm,
  SERVICE_ACTIVITIES,
  type Subcontract,
} from "./contract.ts";

/** What an administrator enters of a contract. */
export type ContractInput = Pick<
  Contract,
  | "contractAreaId"
  | "organizationId"
  | "position"
  | "from"
  | "to"
  | "procurementRef"
  | "crisisContact"
  | "capacities"
>;

/** Days of an area with fewer or more than two contracts in force, both bounds inclusive. */
export interface ContractGap {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly contracts: number;
}

/** The stretches of days on which not exactly two contracts are in force (DEC-38): shown, and referrals stop on them. */
export const contractGaps = rule(
  { id: "ASG-2", cites: [ia("32")], decisions: ["DEC-38"] },
  (contracts: readonly ContractTerm[], from: PlainDate, to: PlainDate): readonly ContractGap[] => {
    const changes = new Set<PlainDate>([from]);
    for (const contract of contracts)
      for (const day of [contract.from, addDays(contract.to, 1)])
        if (day > from && day <= to) changes.add(day);
    const days = [...changes].toSorted();
    const gaps: ContractGap[] = [];
    days.forEach((day, index) => {
      const inForce = contractsOn(contracts, day).length;
      const next = days[index + 1];
      const until = next === undefined ? to : addDays(next, -1);
      const before = gaps.at(-1);
      if (inForce === 2) return;
      if (before?.contracts === inForce && addDays(before.to, 1) === day)
        gaps[gaps.length - 1] = { ...before, to: until };
      else gaps.push({ from: day, to: until, contracts: inForce });
    });
    return gaps;
  },
);

/**
 * A contract entered or changed by an administrator; `others` are the other contracts of the area. Two at most on any
 * day, never two of one organization or in one position.
 */
export const decideSaveContract = rule(
  { id: "ASG-2", cites: [ia("32")], decisions: ["DEC-38"] },
  (input: ContractInput, others: readonly Contract[], today: PlainDate): Result<ContractInput> => {
    const refusals: Refusal[] = [];
    if (input.procurementRef.trim() === "")
      refusals.push({
        code: "FIELD_REQUIRED",
        path: ["procurementRef"],
        params: { of: "procurementRef" },
      });
    if (input.to < input.from)
      refusals.push({ code: "DATE_ORDER", path: ["to"], params: { after: "from" } });
    else refusals.push(...clashes(input, others));
    if (refusals.length > 0) return refuse(...refusals);
    const terms = [...others, { ...input, id: "" as ContractId, subcontractors: [] }];
    return accept(input, gapWarnings(input, terms, today));
  },
);

const clashes = (input: ContractInput, others: readonly Contract[]): readonly Refusal[] => {
  const beside = others.filter((other) => overlaps(other, input));
  const refusals: Refusal[] = [];
  const own = beside.find((other) => other.organizationId === input.organizationId);
  if (own !== undefined)
    refusals.push({
      code: "PERIOD_OVERLAP",
      path: ["from"],
      params: { from: own.from, to: own.to },
    });
  else {
    const seat = beside.find((other) => other.position === input.position);
    if (seat !== undefined)
      refusals.push({
        code: "PERIOD_OVERLAP",
        path: ["position"],
        params: { from: seat.from, to: seat.to },
      });
  }
  const third = beside.find((one) =>
    beside.some((two) => two !== one && overlapsThrice(one, two, input)),
  );
  if (third !== undefined)
    refusals.push({
      code: "CONTRACTS_MORE_THAN_TWO",
      path: ["from"],
      params: { on: maxDate(third.from, input.from) },
    });
  return refusals;
};

const overlapsThrice = (a: ContractInput, b: ContractInput, c: ContractInput): boolean => {
  const from = maxDate(maxDate(a.from, b.from), c.from);
  return from <= minDate(minDate(a.to, b.to), c.to);
};

const gapWarnings = (
  input: ContractInput,
  terms: readonly ContractTerm[],
  today: PlainDate,
): readonly Warning[] =>
  contractGaps(terms, maxDate(input.from, today), input.to)
    .filter((gap) => gap.contracts < 2)
    .slice(0, 1)
    .map((gap) => ({
      code: "AREA_BELOW_TWO_CONTRACTORS",
      params: { from: gap.from, to: gap.to, contracts: gap.contracts },
    }));

/** Activation: all eleven capacities (DEC-46; a subcontractor's count) and a crisis contact are needed first. */
export const decideActivateContract = rule(
  { id: "SVC-2", also: ["SVC-6"], cites: [ia("132"), ia("150")], decisions: ["DEC-46"] },
  (contract: Contract): Result<{ readonly active: true }> => {
    if (contract.active) return refuse({ code: "INVALID_TRANSITION" });
    const refusals: Refusal[] = SERVICE_ACTIVITIES.filter(
      (activity) => !contract.capacities.includes(activity),
    ).map((activity) => ({
      code: "CAPACITY_MISSING",
      path: ["capacities"],
      params: { of: activity },
    }));
    if ((contract.crisisContact ?? "").trim() === "")
      refusals.push({ code: "CRISIS_CONTACT_REQUIRED", path: ["crisisContact"] });
    return refusals.length > 0 ? refuse(...refusals) : accept({ active: true });
  },
);

/** A subcontractor from a day on, inside the contract and not twice at a time. */
export const decideAddSubcontractor = rule(
  { id: "ASG-2", cites: [ia("32"), ia("38")] },
  (contract: Contract, input: Subcontract): Result<Subcontract> => {
    if (input.organizationId === contract.organizationId)
      return refuse({ code: "DUPLICATE_NAME", path: ["organizationId"] });
    if (input.to !== undefined && input.to < input.from)
      return refuse({ code: "DATE_ORDER", path: ["to"], params: { after: "from" } });
    if (
      input.from < contract.from ||
      input.from > contract.to ||
      (input.to ?? contract.to) > contract.to
    )
      return refuse({
        code: "DATE_OUTSIDE_SERVICE",
        path: ["from"],
        params: { from: contract.from, to: contract.to },
      });
    const other = contract.subcontractors.find(
      (one) => one.organizationId === input.organizationId && overlaps(one, input),
    );
    if (other !== undefined)
      return refuse({ code: "PERIOD_OVERLAP", path: ["from"], params: { from: other.from } });
    return accept(input);
  },
);

/** The last day of a subcontractor. */
export const decideEndSubcontractor = (
  contract: Contract,
  organizationId: OrganizationId,
  to: PlainDate,
): Result<Subcontract> => {
  const open = contract.subcontractors.find(
    (one) => one.organizationId === organizationId && one.to === undefined,
  );
  if (open === undefined) return refuse({ code: "INVALID_TRANSITION" });
  if (to < open.from)
    return refuse({ code: "DATE_ORDER", path: ["to"], params: { after: "from" } });
  return accept({ ...open, to });
};

/** Who has the first turn when the pair of contracts begins (DEC-31); once a line is written it decides nothing more. */
export const decideSetStarter = rule(
  { id: "ASG-11", cites: [ia("34")], decisions: ["DEC-31", "DEC-36"] },
  (
    input: { readonly contractAreaId: ContractAreaId; readonly contractId: ContractId },
    contracts: readonly Contract[],
    /** The contracts of the epoch that has turns already, if any. */
    taken: readonly ContractId[],
  ): Result<{ readonly contractId: ContractId }> => {
    const contract = contracts.find((one) => one.id === input.contractId);
    if (contract === undefined || contract.contractAreaId !== input.contractAreaId)
      return refuse({ code: "FIELD_REQUIRED", path: ["contractId"], params: { of: "contractId" } });
    if (taken.includes(input.contractId))
      return refuse({ code: "INVALID_TRANSITION", path: ["contractId"] });
    return accept({ contractId: input.contractId });
  },
);
