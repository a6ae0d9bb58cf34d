import { areaNameOf, listServiceOrganizations } from "@kinward/db/agency";
import { findDraft } from "@kinward/db/drafts";
import { loadPolicyBook } from "@kinward/db/policy";
import {
  answerProposal,
  findProposal,
  listProposals,
  propose,
  type StoredProposal,
} from "@kinward/db/proposals";
import {
  listStaffBelow,
  loadReferralFacts,
  type OverrideRequestContent,
  overrideSubject,
  withdrawOverrideRequest,
} from "@kinward/db/referrals";
import { may, mayRead } from "@kinward/domain/access";
import {
  AnswerOverrideCommand,
  decideRequestOverride,
  type ReferralDraft,
  type ReferralFacts,
  RequestOverrideCommand,
  type OverrideBasis,
} from "@kinward/domain/assignment";
import type { StaffId } from "@kinward/domain/kernel";
import { familyDisplayName } from "@kinward/domain/people";
import type { OverrideRequestRow } from "@kinward/domain/views";
import { z } from "zod";
import { answered } from "../proposals/answered.ts";
import { router } from "../trpc/base.ts";
import { decided, Failed, forbidden, notFound, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";
import { readDraft } from "./draft.ts";

const KINDS = ["OVERRIDE"] as const;
const DECIDED_SHOWN = 50;

/** Asks a supervisor; what was asked of the same draft before and still waits is taken back. */
const request = command(
  "overrides.request",
  RequestOverrideCommand,
  async ({ trx, who, today, at, ...tools }, { draftId, expectedVersion, reason }) => {
    const { staffId } = who.actor;
    const stored = orNotFound(await findDraft(trx, staffId, draftId));
    if (stored.version !== expectedVersion)
      throw new Failed({ kind: "CONFLICT", revision: stored.version });
    const draft = await readDraft({ trx, who, today }, draftId);
    const { facts } = await loadReferralFacts(trx, draft, { worker: staffId, draftId }, today);
    const book = await loadPolicyBook(trx, "IA_FSRP");
    const { value: basis } = decided(decideRequestOverride(draft, facts, book, today));
    await withdrawOverrideRequest(trx, draftId, staffId, at);
    const organizations = await listServiceOrganizations(trx);
    const nameOf = (id: string | undefined): string =>
      organizations.find((one) => one.organizationId === id)?.name ?? "";
    const content: OverrideRequestContent = {
      basis,
      familyName: familyDisplayName(namedMembers(draft)) ?? "",
      areaName: areaNameOf(facts.serviceAreas, basis.contractAreaId),
      targetName: nameOf(basis.target),
      serviceName: nameOf(basis.priorService?.organizationId),
      ...caseNumberOf(facts),
    };
    const { value } = decided(
      await propose(
        { ...tools, trx, at },
        { kind: "OVERRIDE", subject: overrideSubject(draftId), content, reason, by: staffId },
      ),
    );
    return { result: value, subject: overrideSubject(draftId), reason };
  },
);

const namedMembers = (draft: ReferralDraft) =>
  (draft.family?.members ?? []).map(({ family, role }) => ({
    role: role ?? "CARETAKER",
    ...(family !== undefined && { family }),
  }));

const caseNumberOf = ({ case: found }: ReferralFacts) =>
  found === undefined ? {} : { caseNumber: found.caseNumber };

/** Requests of the people below a supervisor, those that wait first. */
const list = query(
  "overrides.list",
  z.strictObject({}),
  async ({ trx, who, today }): Promise<{ readonly rows: readonly OverrideRequestRow[] }> => {
    const { actor } = who;
    const seesAll = mayRead(actor, "OVERRIDE_APPROVE", {}).allowed;
    const below = await listStaffBelow(trx, actor.staffId, today);
    const stored = [
      ...(await listProposals(trx, { kinds: KINDS, state: "OPEN" })),
      ...(await listProposals(trx, { kinds: KINDS, state: "DECIDED", limit: DECIDED_SHOWN })),
    ];
    return {
      rows: stored
        .filter((one) => one.decision !== "WITHDRAWN")
        .filter((one) => seesAll || below.has(one.proposedBy) || one.proposedBy === actor.staffId)
        .map((one) => presentRequest(one, actor.staffId)),
    };
  },
);

const presentRequest = (proposal: StoredProposal, reader: StaffId): OverrideRequestRow => {
  const { basis, serviceName, ...shown } = proposal.content as unknown as OverrideRequestContent;
  const { decision, decidedByName, decidedAt, note } = proposal;
  return {
    proposalId: proposal.proposalId,
    ...shown,
    believedBeneficialBy: basis.believedBeneficialBy,
    ...(basis.reason !== undefined && { reasonCode: basis.reason }),
    service: { organizationName: serviceName, ...serviceOf(basis) },
    reason: proposal.reason,
    askedBy: proposal.proposedByName,
    askedAt: proposal.proposedAt,
    ...((decision === "APPROVED" || decision === "REJECTED") && { decision }),
    ...(decidedByName && { decidedBy: decidedByName }),
    ...(decidedAt && { decidedAt }),
    ...(note && { note }),
    own: proposal.proposedBy === reader,
  };
};

const serviceOf = ({ priorService }: OverrideBasis) => ({
  ...(priorService && { from: priorService.from }),
  ...(priorService?.to && { to: priorService.to }),
  found: priorService?.foundId !== undefined,
});

/** A supervisor of whoever asked approves or declines; the referral itself stays the worker's to submit. */
const answer = command(
  "overrides.answer",
  AnswerOverrideCommand,
  async (context, { proposalId, decision, note }) => {
    const { trx, who, today } = context;
    const { actor } = who;
    const { proposedBy } = orNotFound(await findProposal(trx, proposalId, KINDS));
    // One's own request is refused by its code; that of another team is not there.
    if (proposedBy !== actor.staffId) {
      const below = (await listStaffBelow(trx, actor.staffId, today)).has(proposedBy);
      const permission = may(actor, "OVERRIDE_APPROVE", { below });
      if (!permission.allowed)
        throw permission.because === "RELATION" ? notFound() : forbidden(permission.because);
    }
    return answered(
      await answerProposal(
        context,
        {
          proposalId,
          kinds: KINDS,
          by: actor.staffId,
          decision,
          ...(note === undefined ? {} : { note }),
        },
        // Nothing is assigned yet: the worker submits, and everything is judged anew then.
        async () => ({ done: { result: {} } }),
      ),
    );
  },
);

export const overridesRouter = router({ request, list, answer });
