import type { CommandAnswer } from "@kinward/db";
import { loadPolicyBook, publishBook } from "@kinward/db/admin";
import type { StoredProposal } from "@kinward/db/proposals";
import { type CasesMoved, correctLine, type LineWritten, moveCases } from "@kinward/db/rotation";
import {
  CaseMoveContent,
  decideSettingChange,
  LedgerCorrectionContent,
  SettingContent,
  withSettingChange,
} from "@kinward/domain/approval";
import type { CommandContext } from "../trpc/procedures.ts";

/** What an approval did: a book was published, a line was added, cases were moved. */
export type Approved = { readonly bookNumber: number } | LineWritten | CasesMoved;

/** Does what a second person approved, judged anew, in the transaction of the answer. */
export const approveFor =
  (context: CommandContext) =>
  (proposal: StoredProposal): Promise<CommandAnswer<Approved>> => {
    switch (proposal.kind) {
      case "SETTING":
        return publishSettings(context, proposal);
      case "LEDGER_CORRECTION":
        return correctLine(context, LedgerCorrectionContent.parse(proposal.content));
      case "CASE_MOVE":
        return moveCases(context, CaseMoveContent.parse(proposal.content), proposal.reason);
      case "OVERRIDE":
      case "PERSON_MERGE":
        throw new Error("what says something about a family is the supervisors' to approve");
    }
  };

/** Publishes the next policy book with new versions of settings (DEC-48). */
async function publishSettings(
  { trx, today, at, commandId, who, services }: CommandContext,
  proposal: StoredProposal,
): Promise<CommandAnswer<Approved>> {
  const { profile, validFrom, values } = SettingContent.parse(proposal.content);
  const book = await loadPolicyBook(trx, profile);
  const change = { validFrom, values, source: proposal.source ?? "" };
  const decided = decideSettingChange(change, book, today);
  if (!decided.ok) return { no: decided.refusals };
  const publishedBy = `${proposal.proposedByName}, ${who.name}`;
  const next = withSettingChange(book, decided.value, { publishedAt: at, publishedBy });
  await publishBook(trx, next, { publishedBy: who.actor.staffId, commandId });
  // With the book or not at all: until the job has run, lists say that they are being recalculated.
  await services.jobs.enqueue(trx, "rederive", { which: "olderBook" });
  return {
    done: {
      result: { bookNumber: next.number },
      subject: proposal.subject,
      params: { profile, number: next.number, keys: decided.value.steps.map((step) => step.key) },
    },
  };
}
