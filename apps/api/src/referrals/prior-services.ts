import type { ReadTrx } from "@kinward/db";
import { loadPolicyBook } from "@kinward/db/policy";
import {
  findOverrideRequest,
  type FoundPriorService,
  loadReferralFacts,
} from "@kinward/db/referrals";
import { organizationNames } from "@kinward/db/rotation";
import { resolveArea } from "@kinward/domain/agency";
import {
  asPriorServices,
  draftedServices,
  overrideBasis,
  overrideTargets,
  type ReferralDraft,
  type ReferralFacts,
} from "@kinward/domain/assignment";
import type { DraftId, OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { settingOn } from "@kinward/domain/policy";
import type {
  FoundServiceView,
  OverrideApprovalView,
  OverrideTargetView,
  PriorServicesView,
} from "@kinward/domain/views";

/**
 * Earlier service on record of the people of a draft, and whom an override could name today. Nothing of it says whose
 * turn it is (ASG-4): contractors stand in the order of their names.
 */
export async function presentPriorServices(
  trx: ReadTrx,
  draft: ReferralDraft,
  found: readonly FoundPriorService[],
  of: { readonly worker: StaffId; readonly draftId?: DraftId },
  today: PlainDate,
): Promise<PriorServicesView> {
  const { facts } = await loadReferralFacts(trx, draft, of, today);
  const book = await loadPolicyBook(trx, "IA_FSRP");
  const targets = targetsOf(draft, facts, found, await organizationNames(trx), today);
  const needsApproval = settingOn(book, "overrideRequiresSupervisor", today);
  return {
    found: found.map(({ caseId: _, episodeId: __, ...service }): FoundServiceView => service),
    ...(targets && { targets }),
    reasonCodes: settingOn(book, "overrideReasonCodes", today),
    ...(needsApproval && { approval: await approvalOf(trx, draft, facts, of.draftId, today) }),
  };
}

const targetsOf = (
  draft: ReferralDraft,
  facts: ReferralFacts,
  found: readonly FoundPriorService[],
  names: ReadonlyMap<OrganizationId, string>,
  today: PlainDate,
): readonly OverrideTargetView[] | undefined => {
  const area = resolveArea(facts.serviceAreas, draft.service ?? {}, today);
  if (!area.ok) return undefined;
  const services = asPriorServices(draftedServices(draft, found));
  return overrideTargets(facts.contractsOf(area.value), services, today)
    .map(({ organizationId, supports }) => ({
      organizationId,
      name: names.get(organizationId) ?? "",
      supports: supports.map(({ ref, by }) => ({ ref, ...(by && { by: names.get(by) ?? "" }) })),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** The newest answer about what the draft asks for now; an answer about something else is none. */
async function approvalOf(
  trx: ReadTrx,
  draft: ReferralDraft,
  facts: ReferralFacts,
  draftId: DraftId | undefined,
  today: PlainDate,
): Promise<OverrideApprovalView> {
  const basis = overrideBasis(draft, facts, today);
  const request = draftId && (await findOverrideRequest(trx, draftId, basis));
  if (request === undefined || !request.same) return { state: "NOT_ASKED" };
  const { decision, askedAt, decidedAt, decidedByName, note } = request;
  return {
    state: decision ?? "ASKED",
    at: decidedAt ?? askedAt,
    ...(decidedByName && { by: decidedByName }),
    ...(note && { note }),
  };
}
