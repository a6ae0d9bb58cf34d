import { ia } from "../kernel/citation.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { Contract } from "./contract.ts";
import type { ContractInput } from "./decide-contract.ts";

/** What an activated contract is known by: turns and cases point to it. */
const FIXED = ["contractAreaId", "organizationId", "position", "from"] as const;

/**
 * Whether a contract may be changed into the input. Once activated, area, organization, position and first day stay: its
 * turns were given for them (ASG-11). Another of them is another contract.
 */
export const decideAmendContract = rule(
  { id: "ASG-11", cites: [ia("32"), ia("34")] },
  (before: Contract, input: ContractInput): Result<ContractInput> => {
    const changed = before.active ? FIXED.filter((field) => before[field] !== input[field]) : [];
    const refusals = changed.map((field): Refusal => ({
      code: "INVALID_TRANSITION",
      path: [field],
    }));
    return refusals.length > 0 ? refuse(...refusals) : accept(input);
  },
);
