import { type ContractTerm, contractsOn } from "../agency/contract.ts";
import { ia } from "../kernel/citation.ts";
import type { EpisodeId, OrganizationId } from "../kernel/ids.ts";
import { inForceOn } from "../kernel/interval.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { PriorService } from "./override.ts";
import type { ReferralDraft } from "./referral-draft.schema.ts";

/** Earlier service of people of a referral as it stands on record: in an episode, or entered with an earlier referral. */
export interface FoundService {
  /** Row that it was found in: the term of a contractor, or a recorded prior service. */
  readonly foundId: string;
  /** Absent: an organization that is known by its name only. */
  readonly organizationId?: OrganizationId;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly episodeId?: EpisodeId;
}

/** A prior service of the draft; of one that was found the facts are those on record, whatever the draft says. */
export interface DraftedService {
  /** Names it inside the draft. */
  readonly ref: string;
  readonly organizationId?: OrganizationId;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly foundId?: string;
  /** It was found before, and the people of the draft do not lead to it any more. */
  readonly lost?: true;
}

/** The prior services of a draft, in their order. */
export const draftedServices = (
  draft: Pick<ReferralDraft, "priorServices">,
  found: readonly FoundService[] = [],
): readonly DraftedService[] =>
  (draft.priorServices?.records ?? []).map((record, index): DraftedService => {
    const ref = record.ref ?? `#${index + 1}`;
    const { foundId } = record;
    if (foundId === undefined)
      return {
        ref,
        ...(record.organizationId && { organizationId: record.organizationId }),
        ...(record.from && { from: record.from }),
        ...(record.to && { to: record.to }),
      };
    const facts = found.find((one) => one.foundId === foundId);
    if (facts === undefined) return { ref, foundId, lost: true };
    const { organizationId, from, to } = facts;
    return {
      ref,
      foundId,
      ...(organizationId && { organizationId }),
      ...(from && { from }),
      ...(to && { to }),
    };
  });

/** The services of a draft on which an override can rest: by a known organization, with a first day. */
export const asPriorServices = (
  services: readonly DraftedService[],
): readonly (PriorService & { readonly ref: string })[] =>
  services.flatMap(({ ref, organizationId, from, to, foundId }) =>
    organizationId === undefined || from === undefined
      ? []
      : [{ ref, organizationId, from, ...(to && { to }), ...(foundId && { foundId }) }],
  );

/** A contractor that may be asked for, with what supports it. Says nothing about whose turn it is. */
export interface OverrideTarget {
  readonly organizationId: OrganizationId;
  readonly supports: readonly {
    /** The prior service of the draft. */
    readonly ref: string;
    /** The subcontractor that gave it; absent: the contractor itself did. */
    readonly by?: OrganizationId;
  }[];
}

/** How a service speaks for a contract: given by the contractor, or by one of its subcontractors of the day. */
export const supportOf = (
  contract: ContractTerm,
  service: PriorService,
  on: PlainDate,
): { readonly by?: OrganizationId } | undefined => {
  const { organizationId } = service;
  if (service.from > on) return undefined;
  if (organizationId === contract.organizationId) return {};
  return contract.subcontractors.some(
    (entry) => entry.organizationId === organizationId && inForceOn(entry, on),
  )
    ? { by: organizationId }
    : undefined;
};

/**
 * The contractors of an area that an override may name on a day, each with the prior services that support it. In the
 * order of their ids, so that neither position nor turn shows (ASG-4).
 */
export const overrideTargets = rule(
  { id: "ASG-7", also: ["ASG-4"], cites: [ia("38")], decisions: ["DEC-34", "DEC-37"] },
  (
    contracts: readonly ContractTerm[],
    services: readonly (PriorService & { readonly ref: string })[],
    on: PlainDate,
  ): readonly OverrideTarget[] =>
    contractsOn(contracts, on)
      .toSorted((a, b) => (a.organizationId < b.organizationId ? -1 : 1))
      .map((contract) => ({
        organizationId: contract.organizationId,
        supports: services.flatMap((service) => {
          const support = supportOf(contract, service, on);
          return support === undefined ? [] : [{ ref: service.ref, ...support }];
        }),
      })),
);
