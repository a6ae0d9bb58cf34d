import { resolveArea } from "../agency/area.ts";
import { ia } from "../kernel/citation.ts";
import type { CaseId, ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { settingOn } from "../policy/policy-book.ts";
import type { OverrideBeliever, PriorService } from "./override.ts";
import {
  checkAssignment,
  checkPriorServices,
  overrideOf,
  recordedOverride,
} from "./referral-checks.ts";
import type { ReferralFacts } from "./referral.ts";
import type { ReferralDraft } from "./referral-draft.schema.ts";
import { isAboutOverride } from "./referral-tasks.ts";

/** What a supervisor approves, and what the approval holds for: this family, this contractor, on this ground (DEC-34). */
export interface OverrideBasis {
  readonly caseId?: CaseId;
  readonly contractAreaId: ContractAreaId;
  /** The people of the draft, by their record or as they were entered; in order. */
  readonly people: readonly string[];
  readonly target: OrganizationId;
  readonly believedBeneficialBy: readonly OverrideBeliever[];
  readonly reason?: string;
  readonly priorService?: PriorService;
}

/** The override of a draft as it would be approved; undefined while it asks for none, or names no area. */
export const overrideBasis = (
  draft: ReferralDraft,
  facts: Pick<ReferralFacts, "worker" | "found" | "serviceAreas" | "contractsOf">,
  today: PlainDate,
): OverrideBasis | undefined => {
  const area = resolveArea(facts.serviceAreas, draft.service ?? {}, today);
  const asked = overrideOf(draft, {
    worker: facts.worker,
    ...(facts.found && { found: facts.found }),
  });
  if (!area.ok || asked === undefined) return undefined;
  const { priorService } = recordedOverride(asked, facts.contractsOf(area.value), today);
  const people = (draft.family?.members ?? []).map(
    ({ personId, given, family, birthDate }) =>
      personId ?? [given, family, birthDate].filter(Boolean).join(" "),
  );
  return {
    ...(draft.caseId && { caseId: draft.caseId }),
    contractAreaId: area.value,
    people: people.toSorted(),
    target: asked.target,
    believedBeneficialBy: asked.believedBeneficialBy.toSorted(),
    ...(asked.reason !== undefined && { reason: asked.reason }),
    ...(priorService[0] && { priorService: priorService[0] }),
  };
};

/**
 * Whether a supervisor can be asked about the override of a draft: the agency wants it, and nothing else stands against
 * the override. All codes that apply are returned.
 */
export const decideRequestOverride = rule(
  { id: "ASG-7", cites: [ia("38")], decisions: ["DEC-34"] },
  (
    draft: ReferralDraft,
    facts: ReferralFacts,
    book: PolicyBook,
    today: PlainDate,
  ): Result<OverrideBasis> => {
    const basis = overrideBasis(draft, facts, today);
    const context = { facts, book, today };
    const refusals = [...checkAssignment(draft, context), ...checkPriorServices(draft, context)];
    const others = refusals.filter((refusal) => refusal.code !== "SUPERVISOR_APPROVAL_REQUIRED");
    if (others.length > 0) return refuse(...others);
    const needed = settingOn(book, "overrideRequiresSupervisor", today);
    return basis === undefined || !needed || !refusals.some(isAboutOverride)
      ? refuse({ code: "INVALID_TRANSITION" })
      : accept(basis);
  },
);
