import type { ReadTrx } from "@kinward/db";
import type { StoredProposal } from "@kinward/db/proposals";
import {
  type AreaRotation,
  decideCorrection,
  findMoveFacts,
  listOpenServices,
  listRotations,
  organizationNames,
} from "@kinward/db/rotation";
import { loadPolicyBook } from "@kinward/db/policy";
import {
  CaseMoveContent,
  decideCaseMove,
  decideSettingChange,
  LedgerCorrectionContent,
  SettingContent,
} from "@kinward/domain/approval";
import { type Actor, may } from "@kinward/domain/access";
import { ACTION_OF } from "@kinward/domain/approval";
import type { ContractAreaId, Instant, OrganizationId, PlainDate } from "@kinward/domain/kernel";
import type { ProposalView } from "@kinward/domain/views";
import { correctionPreview } from "../rotation/correction-preview.ts";
import { settingPreview } from "../settings/preview.ts";

/** What every proposal of one answer is shown with, read once. */
export interface ProposalSurroundings {
  readonly trx: ReadTrx;
  readonly today: PlainDate;
  readonly now: Instant;
  readonly actor: Actor;
  readonly names: ReadonlyMap<OrganizationId, string>;
  readonly areas: readonly AreaRotation[];
}

export const loadSurroundings = async (
  given: Pick<ProposalSurroundings, "trx" | "today" | "now" | "actor">,
): Promise<ProposalSurroundings> => ({
  ...given,
  names: await organizationNames(given.trx),
  areas: await listRotations(given.trx),
});

type Common = Pick<
  ProposalView,
  "proposalId" | "reason" | "source" | "proposedBy" | "proposedAt" | "own" | "mayAnswer" | "answer"
>;

/** A proposal in the words of its kind, and what it would do as things stand now. */
export async function presentProposal(
  around: ProposalSurroundings,
  proposal: StoredProposal,
): Promise<ProposalView> {
  const common = commonOf(around, proposal);
  switch (proposal.kind) {
    case "SETTING":
      return { ...common, kind: "SETTING", ...(await settingPart(around, proposal)) };
    case "LEDGER_CORRECTION":
      return { ...common, kind: "LEDGER_CORRECTION", ...(await correctionPart(around, proposal)) };
    case "CASE_MOVE":
      return { ...common, kind: "CASE_MOVE", ...(await movePart(around, proposal)) };
    case "OVERRIDE":
    case "PERSON_MERGE":
      throw new Error("what says something about a family is shown to supervisors only");
  }
}

function commonOf({ actor }: ProposalSurroundings, proposal: StoredProposal): Common {
  const { proposalId, reason, source, proposedBy, proposedAt, decision } = proposal;
  const own = proposedBy === actor.staffId;
  return {
    proposalId,
    reason,
    ...(source === undefined ? {} : { source }),
    proposedBy: { staffId: proposedBy, name: proposal.proposedByName },
    proposedAt,
    own,
    mayAnswer: decision === undefined && !own && may(actor, ACTION_OF[proposal.kind]).allowed,
    ...(decision === undefined || proposal.decidedAt === undefined
      ? {}
      : {
          answer: {
            decision,
            by: proposal.decidedByName ?? "",
            at: proposal.decidedAt,
            ...(proposal.note === undefined ? {} : { note: proposal.note }),
          },
        }),
  };
}

async function settingPart({ trx, today, areas }: ProposalSurroundings, proposal: StoredProposal) {
  const { profile, validFrom, values } = SettingContent.parse(proposal.content);
  const open = proposal.decision === undefined;
  const book = await loadPolicyBook(trx, profile);
  const input = { validFrom, values, source: proposal.source ?? "" };
  const decided = open ? decideSettingChange(input, book, today) : undefined;
  return {
    profile,
    validFrom,
    ...settingPreview(input, open ? book : undefined, areas),
    refusals: decided === undefined || decided.ok ? [] : decided.refusals,
  };
}

async function correctionPart(around: ProposalSurroundings, proposal: StoredProposal) {
  const { trx, today, now, names } = around;
  const content = LedgerCorrectionContent.parse(proposal.content);
  const { contractAreaId, seq, counted } = content;
  const common = {
    contractAreaId,
    areaName: areaName(around, contractAreaId),
    seq,
    contractorName: names.get(content.contractor) ?? "",
    counted,
  };
  if (proposal.decision !== undefined) return { ...common, refusals: [] };
  const decided = await decideCorrection(trx, content, { today, moment: now });
  return decided.ok
    ? { ...common, preview: correctionPreview(decided.value, names), refusals: [] }
    : { ...common, refusals: decided.refusals };
}

async function movePart(around: ProposalSurroundings, proposal: StoredProposal) {
  const { trx, today, names } = around;
  const content = CaseMoveContent.parse(proposal.content);
  const { contractId, successorId, episodes } = content;
  const facts = await findMoveFacts(trx, contractId);
  if (facts === undefined) throw new Error("a move of a contract that does not exist");
  const term = (id: string) => facts.contracts.find((one) => one.id === id);
  const ending = term(contractId);
  const nameOf = (id: string) => names.get(term(id)?.organizationId as OrganizationId) ?? "";
  const common = {
    contractId,
    contractAreaId: facts.contractAreaId,
    areaName: areaName(around, facts.contractAreaId),
    organizationName: nameOf(contractId),
    endsOn: ending?.to ?? today,
    successorName: nameOf(successorId),
    proposed: episodes.length,
  };
  const decided = decideCaseMove(content, facts.contracts, today);
  const servesFrom = decided.ok ? { servesFrom: decided.value.servesFrom } : {};
  if (proposal.decision !== undefined || ending === undefined)
    return { ...common, ...servesFrom, cases: [], refusals: [] };
  const services = await listOpenServices(trx, contractId, ending.to);
  return {
    ...common,
    ...servesFrom,
    cases: services.filter((one) => episodes.includes(one.episodeId)).map((one) => one.caseNumber),
    refusals: decided.ok ? [] : decided.refusals,
  };
}

const areaName = ({ areas }: ProposalSurroundings, id: ContractAreaId): string =>
  areas.find((one) => one.contractAreaId === id)?.name ?? "";
