import { ia } from "../kernel/citation.ts";
import type { ContractId, OrganizationId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

export const ORGANIZATION_KINDS = [
  "CONTRACTOR",
  "SUBCONTRACTOR",
  "PREVENTION_PROVIDER",
  "COMMUNITY_PARTNER",
  "OTHER_PROVIDER",
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** An organization outside the Department. A new name is the same organization, never a replacement (ASG-11). */
export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly kinds: readonly OrganizationKind[];
  readonly phone?: string;
  readonly email?: string;
  /** Last day. */
  readonly endedOn?: PlainDate;
}

export type OrganizationInput = Pick<Organization, "name" | "kinds" | "phone" | "email">;

export const decideSaveOrganization = rule(
  { id: "ASG-2", cites: [ia("32"), ia("102")] },
  (
    input: OrganizationInput,
    others: readonly Pick<Organization, "name" | "endedOn">[],
    today: PlainDate,
  ): Result<OrganizationInput> => {
    const refusals: Refusal[] = [];
    const name = input.name.trim();
    if (name === "")
      refusals.push({ code: "FIELD_REQUIRED", path: ["name"], params: { of: "name" } });
    if (input.kinds.length === 0)
      refusals.push({ code: "FIELD_REQUIRED", path: ["kinds"], params: { of: "kinds" } });
    const same = (other: Pick<Organization, "name" | "endedOn">) =>
      other.name.trim().toLowerCase() === name.toLowerCase() &&
      (other.endedOn === undefined || other.endedOn >= today);
    if (others.some(same))
      refusals.push({ code: "DUPLICATE_NAME", path: ["name"], params: { of: name } });
    return refusals.length > 0 ? refuse(...refusals) : accept({ ...input, name });
  },
);

/** Ends an organization on a day; refused while a contract of it reaches beyond that day. */
export const decideEndOrganization = (
  organization: Organization,
  contracts: readonly { readonly id: ContractId; readonly to: PlainDate }[],
  on: PlainDate,
): Result<{ readonly endedOn: PlainDate }> => {
  if (organization.endedOn !== undefined) return refuse({ code: "INVALID_TRANSITION" });
  const open = contracts.find((contract) => contract.to > on);
  if (open !== undefined)
    return refuse({ code: "PERIOD_OVERLAP", path: ["on"], params: { to: open.to } });
  return accept({ endedOn: on });
};
