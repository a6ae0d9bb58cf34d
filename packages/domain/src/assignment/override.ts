import { type ContractTerm, findContractOf } from "../agency/contract.ts";
import { ia } from "../kernel/citation.ts";
import type { OrganizationId, StaffId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Refusal } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import { supportOf } from "./prior-services.ts";
import type { RotationRules } from "./rotation.ts";

export const OVERRIDE_BELIEVERS = ["FAMILY", "DEPARTMENT_WORKER"] as const;
export type OverrideBeliever = (typeof OVERRIDE_BELIEVERS)[number];

/** Service that the family of the case had from an organization before this referral. */
export interface PriorService {
  readonly organizationId: OrganizationId;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** The record that it was found in; absent: entered by hand, because it lies before Kinward. */
  readonly foundId?: string;
}

/** A case-specific override for continuity of service [000:38]. */
export interface OverrideRequest {
  readonly target: OrganizationId;
  readonly priorService: readonly PriorService[];
  readonly believedBeneficialBy: readonly OverrideBeliever[];
  readonly reason?: string;
  readonly requestedBy: StaffId;
  readonly approvedBy?: StaffId;
}

/** What an override is judged by: the contracts of the area, the submission day, the rules of that day. */
export interface OverrideFacts {
  readonly contracts: readonly ContractTerm[];
  readonly on: PlainDate;
  readonly rules: Pick<RotationRules, "overrideReasonCodes" | "overrideRequiresSupervisor">;
}

/** The recorded earlier service that supports an override: by the target, or by an active subcontractor of it. */
export const findSupportingService = (
  request: Pick<OverrideRequest, "target" | "priorService">,
  facts: Pick<OverrideFacts, "contracts" | "on">,
): PriorService | undefined => {
  const contract = findContractOf(facts.contracts, request.target, facts.on);
  return request.priorService.find((service) =>
    contract === undefined
      ? service.organizationId === request.target && service.from <= facts.on
      : supportOf(contract, service, facts.on) !== undefined,
  );
};

/** Every reason why an override may not be made; none means that it may (DEC-34, DEC-37). */
export const validateOverride = rule(
  { id: "ASG-7", cites: [ia("38")], decisions: ["DEC-34", "DEC-37"] },
  (request: OverrideRequest, facts: OverrideFacts): readonly Refusal[] => {
    const refusals: Refusal[] = [];
    if (findContractOf(facts.contracts, request.target, facts.on) === undefined)
      refusals.push({ code: "OVERRIDE_TARGET_NOT_ACTIVE", path: ["override", "target"] });
    if (findSupportingService(request, facts) === undefined)
      refusals.push({ code: "OVERRIDE_NO_PRIOR_SERVICE", path: ["override", "priorService"] });
    if (request.believedBeneficialBy.length === 0)
      refusals.push({
        code: "OVERRIDE_BELIEF_REQUIRED",
        path: ["override", "believedBeneficialBy"],
      });
    if (request.reason === undefined || !facts.rules.overrideReasonCodes.includes(request.reason))
      refusals.push({ code: "OVERRIDE_REASON_REQUIRED", path: ["override", "reason"] });
    if (request.approvedBy === request.requestedBy)
      refusals.push({ code: "APPROVER_IS_REQUESTER", path: ["override", "approvedBy"] });
    else if (facts.rules.overrideRequiresSupervisor && request.approvedBy === undefined)
      refusals.push({ code: "SUPERVISOR_APPROVAL_REQUIRED", path: ["override", "approvedBy"] });
    return refusals;
  },
);
