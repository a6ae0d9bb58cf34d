import type { ProposalKind } from "@kinward/domain/approval";
import { accept, type ProposalId, refuse, type Result, type StaffId } from "@kinward/domain/kernel";
import type { CommandTools } from "../core/command.ts";
import { json, newId } from "../core/values.ts";
import { findOpenProposal } from "./find-proposals.ts";

/** What is about to be proposed; the content fits the schema of its kind. */
export interface NewProposal {
  readonly kind: ProposalKind;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly content: object;
  readonly reason: string;
  readonly source?: string;
  readonly by: StaffId;
}

/**
 * Writes a proposal down for a second person. PROPOSAL_OPEN while another one of this kind about the same subject
 * waits; two at the same moment are kept apart by the index.
 */
export async function propose(
  tools: Pick<CommandTools, "trx" | "at">,
  proposal: NewProposal,
): Promise<Result<{ readonly proposalId: ProposalId }>> {
  const { kind, subject, content, reason, source, by } = proposal;
  if ((await findOpenProposal(tools.trx, kind, subject)) !== undefined)
    return refuse({ code: "PROPOSAL_OPEN" });
  const proposalId = newId<ProposalId>();
  await tools.trx
    .insertInto("proposal")
    .values({
      proposalId,
      kind,
      subjectKind: subject.kind,
      subjectId: subject.id,
      content: json(content as Readonly<Record<string, unknown>>),
      reason: reason.trim(),
      source: source?.trim() ?? null,
      proposedBy: by,
      proposedAt: tools.at,
    })
    .execute();
  return accept({ proposalId });
}
