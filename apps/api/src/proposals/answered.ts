import type { CommandAnswer, CommandRecord } from "@kinward/db";
import type { AnsweredProposal, ProposalNo } from "@kinward/db/proposals";
import { notFound, refused } from "../trpc/failure.ts";

/** The record of an answered proposal, or why it was not answered as the answer of the procedure. */
export function answered<Done>(
  answer: CommandAnswer<AnsweredProposal<Done>, ProposalNo>,
): CommandRecord<AnsweredProposal<Done>> {
  if ("done" in answer) return answer.done;
  if (answer.no.kind === "NOT_FOUND") throw notFound();
  throw refused(...answer.no.refusals);
}
