import type { ContractAreaId, ContractId, OrganizationId } from "../kernel/ids.ts";
import { type Dated, inForceOn } from "../kernel/interval.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** The eleven activities a contractor must be able to provide, in the order of the policy [000:134-170]. */
export const SERVICE_ACTIVITIES = [
  "FAMILY_FUNCTIONAL_ASSESSMENT",
  "VISIT_PLANNING_AND_SUPERVISION",
  "CRISIS_INTERVENTION",
  "FAMILY_FUNCTIONING_INTERVENTIONS",
  "FAMILY_REUNIFICATION",
  "CONCURRENT_AND_PERMANENCY_PLANNING",
  "SAFETY_CHECKS_AND_SUPERVISION",
  "HOUSEHOLD_MANAGEMENT",
  "TRANSPORTATION_ASSISTANCE",
  "CONCRETE_SUPPORTS",
  "INDIVIDUALIZED_SERVICES",
] as const;
export type ServiceActivity = (typeof SERVICE_ACTIVITIES)[number];

export interface Subcontract extends Dated {
  readonly organizationId: OrganizationId;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** What the rotation needs of a contract: who, where in the pair, when, with whom. */
export interface ContractTerm {
  readonly id: ContractId;
  readonly organizationId: OrganizationId;
  readonly position: 1 | 2;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly subcontractors: readonly Subcontract[];
}

export interface CaseMonthlyRate extends Dated {
  /** Whole cents for one case and service month. */
  readonly cents: number;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** A contract of an organization for one contract area [000:32]. It counts from its activation on. */
export interface Contract extends ContractTerm {
  readonly contractAreaId: ContractAreaId;
  readonly procurementRef: string;
  readonly crisisContact?: string;
  readonly capacities: readonly ServiceActivity[];
  readonly rates: readonly CaseMonthlyRate[];
  readonly active: boolean;
}

/** The contracts in force on a day in order of their position; the caller gives activated contracts of one area. */
export const contractsOn = <C extends ContractTerm>(
  contracts: readonly C[],
  day: PlainDate,
): readonly C[] =>
  contracts
    .filter((contract) => inForceOn(contract, day))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** The organization's contract in force on a day, if any. */
export const findContractOf = <C extends ContractTerm>(
  contracts: readonly C[],
  organizationId: OrganizationId,
  day: PlainDate,
): C | undefined =>
  contracts.find(
    (contract) => contract.organizationId === organizationId && inForceOn(contract, day),
  );
