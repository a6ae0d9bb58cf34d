import {
  decideProposalAnswer,
  type ProposalAnswer,
  type ProposalDecision,
  type ProposalKind,
} from "@kinward/domain/approval";
import type { ProposalId, Refusal } from "@kinward/domain/kernel";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { findProposal, type StoredProposal } from "./find-proposals.ts";

export interface AnswerToProposal extends ProposalAnswer {
  readonly proposalId: ProposalId;
  /** The kinds that the caller's procedure answers. */
  readonly kinds: readonly ProposalKind[];
}

export interface AnsweredProposal<Done> {
  readonly proposalId: ProposalId;
  readonly decision: ProposalDecision;
  /** What the approved act answered. */
  readonly done?: Done;
}

/** Why a proposal was not answered; nothing was written and it still waits. */
export type ProposalNo =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "REFUSED"; readonly refusals: readonly Refusal[] };

const refused = (refusals: readonly Refusal[]) => ({ no: { kind: "REFUSED", refusals } }) as const;

/**
 * Answers a proposal and, when it is approved, does what it proposes in the same transaction: judged anew by `approve`,
 * whose refusals leave the proposal waiting. The proposal is locked before anything else (proposal, case, area), so that
 * of two answers the second finds the first.
 */
export async function answerProposal<Done>(
  tools: Pick<CommandTools, "trx" | "at">,
  answer: AnswerToProposal,
  approve: (proposal: StoredProposal) => Promise<CommandAnswer<Done>>,
): Promise<CommandAnswer<AnsweredProposal<Done>, ProposalNo>> {
  const { trx } = tools;
  const { proposalId, kinds, by } = answer;
  await trx
    .selectFrom("proposal")
    .select("proposalId")
    .where("proposalId", "=", proposalId)
    .forUpdate()
    .execute();
  const proposal = await findProposal(trx, proposalId, kinds);
  if (proposal === undefined) return { no: { kind: "NOT_FOUND" } };
  const decided = decideProposalAnswer(proposal, answer);
  if (!decided.ok) return refused(decided.refusals);
  const { decision, note } = decided.value;
  const act = decision === "APPROVED" ? await approve(proposal) : undefined;
  if (act !== undefined && "no" in act) return refused(act.no);
  await trx
    .updateTable("proposal")
    .set({ decision, decidedBy: by, decidedAt: tools.at, note: note ?? null })
    .where("proposalId", "=", proposalId)
    .execute();
  const done = act?.done;
  return {
    done: {
      ...done,
      subject: done?.subject ?? proposal.subject,
      // Both people stand on record: who asked and why in the proposal, who answered in the command.
      reason: note ?? proposal.reason,
      params: { ...done?.params, kind: proposal.kind, decision, proposedBy: proposal.proposedBy },
      result: { proposalId, decision, ...(done === undefined ? {} : { done: done.result }) },
    },
  };
}
