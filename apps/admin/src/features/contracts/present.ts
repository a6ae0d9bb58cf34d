import {
  type Contract,
  type ContractInput,
  contractGaps,
  decideActivateContract,
  decideSaveContract,
  type ServiceActivity,
  SERVICE_ACTIVITIES,
} from "@kinward/domain/agency";
import type { ContractAreaId, ContractId, OrganizationId } from "@kinward/domain/kernel";
import { addMonths, inForceOn, type PlainDate, startOfMonth } from "@kinward/domain/kernel";
import type { ContractMatrix, ContractView } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { activityWords } from "../shared/code-words.ts";
import { fieldFaults } from "../shared/faults.ts";
import { type GapsInWords, gapsInWords } from "../shared/gaps.ts";
import { shared } from "../shared/messages.ts";
import { PERIOD_LOOK, periodState, periodWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { contracts as m } from "./messages.ts";

export type MatrixArea = ContractMatrix["areas"][number];
type ContractState = keyof typeof m.states;

/** A contract as the rules of the domain read it. */
export const asContract = ({ contractId, ...view }: ContractView): Contract => ({
  ...view,
  id: contractId,
  capacities: SERVICE_ACTIVITIES.filter((activity) => view.capacities.includes(activity)),
});

/** Not activated, or where it stands by its dates. */
export const contractState = (
  contract: Pick<ContractView, "active" | "from" | "to">,
  today: PlainDate,
): { readonly id: ContractState; readonly word: string; readonly look: DueState } => {
  const id: ContractState = contract.active ? periodState(contract, today) : "DRAFT";
  return {
    id,
    word: m.states[id],
    look: id === "DRAFT" ? "waiting" : PERIOD_LOOK[id],
  };
};

/** Every contract with its area, from the matrix. */
export const allContracts = (matrix: ContractMatrix): readonly ContractView[] =>
  matrix.areas.flatMap((area) => area.contracts);

/** Gaps of an area that still matter, in words. */
export const gapWords = (area: MatrixArea, today: PlainDate): GapsInWords =>
  gapsInWords(area.gaps, today, (gap) =>
    gap.contracts > 2
      ? m.tooMany(periodWords(gap, today), gap.contracts)
      : m.gap(periodWords(gap, today), gap.contracts),
  );

export const draftCount = (area: MatrixArea): number =>
  area.contracts.filter((contract) => !contract.active).length;

/** Why activation is refused today: the same rule that the server asks. */
export function missingForActivation(view: ContractView): readonly string[] {
  const result = decideActivateContract(asContract(view));
  if (result.ok) return [];
  return result.refusals.flatMap((refusal) => {
    if (refusal.code === "CRISIS_CONTACT_REQUIRED") return [m.activate.missingCrisis];
    const of = refusal.params?.["of"];
    return refusal.code === "CAPACITY_MISSING"
      ? [m.activate.missingCapacity(activityWords[of as ServiceActivity])]
      : [];
  });
}

// Money: whole cents inside, dollars on screen.

export const dollars = (cents: number): string =>
  new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" }).format(cents / 100);

/** Whole cents of "1,250", "$1,250.5" or "1250.50"; nothing when it is no amount. */
export function centsOf(text: string): number | undefined {
  const plain = text.trim().replace(/^\$/, "").replaceAll(",", "");
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain);
  if (parts === null) return undefined;
  return Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
}

/** The rate of a day, or the first one to come. */
export const rateOn = (contract: ContractView, today: PlainDate) =>
  contract.rates.find((rate) => inForceOn(rate, today)) ?? contract.rates[0];

// The form.

export interface ContractValues {
  contractAreaId: string | undefined;
  organizationId: string | undefined;
  position: string | undefined;
  from: PlainDate | undefined;
  to: PlainDate | undefined;
  procurementRef: string;
  crisisContact: string;
  capacities: readonly string[];
  rate: string;
  reason: string;
}

export const valuesOf = (
  contract: ContractView | undefined,
  today: PlainDate,
  area?: string,
): ContractValues => {
  const rate = contract && rateOn(contract, today);
  return {
    contractAreaId: contract?.contractAreaId ?? area,
    organizationId: contract?.organizationId,
    position: contract && String(contract.position),
    from: contract?.from,
    to: contract?.to,
    procurementRef: contract?.procurementRef ?? "",
    crisisContact: contract?.crisisContact ?? "",
    capacities: contract?.capacities ?? [],
    rate: rate === undefined ? "" : (rate.cents / 100).toFixed(2),
    reason: "",
  };
};

/** What the values say as a contract; nothing while a needed part is missing. */
export function inputOf(values: ContractValues): ContractInput | undefined {
  const { contractAreaId, organizationId, position, from, to } = values;
  if (!contractAreaId || !organizationId || !position || !from || !to) return undefined;
  const crisisContact = values.crisisContact.trim();
  return {
    contractAreaId: contractAreaId as ContractAreaId,
    organizationId: organizationId as OrganizationId,
    position: position === "1" ? 1 : 2,
    from,
    to,
    procurementRef: values.procurementRef.trim(),
    ...(crisisContact === "" ? {} : { crisisContact }),
    capacities: SERVICE_ACTIVITIES.filter((activity) => values.capacities.includes(activity)),
  };
}

/** The other contracts of the area that the values name. */
export const othersOf = (
  values: Pick<ContractValues, "contractAreaId">,
  matrix: ContractMatrix,
  contractId?: ContractId,
): readonly Contract[] =>
  allContracts(matrix)
    .filter((other) => other.contractAreaId === values.contractAreaId)
    .filter((other) => other.contractId !== contractId)
    .map(asContract);

export function checkContract(
  values: ContractValues,
  others: readonly Contract[],
  today: PlainDate,
): readonly FieldFault[] {
  const faults = checkRequired(values, { ...m.form.missing, reason: shared.reason.missing });
  if (values.rate.trim() !== "" && centsOf(values.rate) === undefined)
    faults.push({ name: "rate", message: m.form.rateInvalid });
  const input = inputOf(values);
  if (input === undefined || faults.length > 0) return faults;
  const decided = decideSaveContract(input, others, today);
  if (decided.ok) return [];
  const days = overfullWords(input, others, today);
  return fieldFaults(
    // The days are told exactly below; the refusal's own sentence knows only the first.
    {
      kind: "REFUSED",
      refusals: decided.refusals.filter(
        (refusal) => days === undefined || refusal.code !== "CONTRACTS_MORE_THAN_TWO",
      ),
    },
    Object.keys(values),
  ).concat(days === undefined ? [] : [{ name: "from", message: m.form.overfull(days) }]);
}

const draftTerm = (input: ContractInput) => ({
  ...input,
  id: "" as ContractId,
  subcontractors: [],
});

/** The days with more than two contracts, in words; nothing when there are none. */
export function overfullWords(
  input: ContractInput,
  others: readonly Contract[],
  today: PlainDate,
): string | undefined {
  const over = contractGaps([...others, draftTerm(input)], input.from, input.to).filter(
    (gap) => gap.contracts > 2,
  );
  return over.length === 0 ? undefined : over.map((gap) => periodWords(gap, today)).join(", ");
}

/** Days of the contract on which the area would still have fewer than two, in words. */
export const remainingGaps = (
  input: ContractInput,
  others: readonly Contract[],
  today: PlainDate,
): readonly string[] =>
  contractGaps(
    [...others.filter((other) => other.active), draftTerm(input)],
    input.from > today ? input.from : today,
    input.to,
  )
    .filter((gap) => gap.contracts < 2)
    .map((gap) => m.gap(periodWords(gap, today), gap.contracts));

// The time that the matrix shows.

const MONTHS_BEFORE = 3;
export const MONTHS_SHOWN = 18;
export const MONTHS_STEP = 6;

/** First month of the matrix, some months before today. */
export const matrixStart = (from: PlainDate | undefined, today: PlainDate): PlainDate =>
  startOfMonth(from ?? addMonths(startOfMonth(today), -MONTHS_BEFORE));
