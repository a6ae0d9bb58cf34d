import { type ContractTerm, findContractOf } from "../agency/contract.ts";
import { ia } from "../kernel/citation.ts";
import type { ContractId } from "../kernel/ids.ts";
import { addDays, maxDate, type PlainDate } from "../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

/** So many days before a contract ends the move of its open cases may be prepared. */
export const MOVE_AHEAD_DAYS = 30;

/** Where the open cases of a contract go, and from which day on the successor serves them. */
export interface CaseMove {
  readonly ending: ContractTerm;
  readonly successor: ContractTerm;
  readonly servesFrom: PlainDate;
}

/** Contracts that could take over: of another organization, in force on some day after the end, and not over yet. */
export const successorsOf = (
  ending: ContractTerm,
  contracts: readonly ContractTerm[],
  today: PlainDate,
): readonly ContractTerm[] =>
  contracts.filter(
    (one) => one.organizationId !== ending.organizationId && one.to > ending.to && one.to >= today,
  );

/** The organization goes on under a contract of its own, so that its cases stay where they are (DEC-36). */
export const isRenewed = (ending: ContractTerm, contracts: readonly ContractTerm[]): boolean =>
  findContractOf(contracts, ending.organizationId, addDays(ending.to, 1)) !== undefined;

/**
 * Moves the open cases of a contract that has ended, or ends within 30 days, to a contract of another organization in
 * the same area (DEC-42): outside of the rotation, from the day after the end or the first day of the successor.
 * `contracts` are the activated ones of the area.
 */
export const decideCaseMove = rule(
  { id: "ASG-12", cites: [ia("34")], decisions: ["DEC-42"] },
  (
    input: { readonly contractId: ContractId; readonly successorId: ContractId },
    contracts: readonly ContractTerm[],
    today: PlainDate,
  ): Result<CaseMove> => {
    const ending = contracts.find((one) => one.id === input.contractId);
    if (
      ending === undefined ||
      ending.to > addDays(today, MOVE_AHEAD_DAYS) ||
      isRenewed(ending, contracts)
    )
      return refuse({ code: "INVALID_TRANSITION", path: ["contractId"] });
    const successor = successorsOf(ending, contracts, today).find(
      (one) => one.id === input.successorId,
    );
    if (successor === undefined)
      return refuse({ code: "NO_ACTIVE_CONTRACTOR", path: ["successorId"] });
    return accept({
      ending,
      successor,
      servesFrom: maxDate(addDays(ending.to, 1), successor.from),
    });
  },
);
