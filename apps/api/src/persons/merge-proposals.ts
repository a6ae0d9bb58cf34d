import {
  casesOf,
  followMerged,
  getMergeProposal,
  listMergeProposals,
  loadPersonRecords,
  MERGE_PROPOSALS,
  mergePersons,
  pairSubject,
  proposeMerge,
  reviewedPeople,
  type StoredMergeProposal,
} from "@kinward/db/people";
import { answerProposal } from "@kinward/db/proposals";
import { may, mayRead } from "@kinward/domain/access";
import {
  CommandEnvelope,
  id,
  type PersonId,
  type ProposalId,
  requiredText,
} from "@kinward/domain/kernel";
import { ApproveMergeSchema, displayName, ProposeMergeSchema } from "@kinward/domain/people";
import type { FoundPerson, MergeProposalRow, MergeProposals } from "@kinward/domain/views";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import { answered } from "../proposals/answered.ts";
import type { SignedIn } from "../trpc/context.ts";
import { decided, notFound, orNotFound, refused } from "../trpc/failure.ts";
import { command, type CommandContext, query } from "../trpc/procedures.ts";
import { merges } from "./may-merge.ts";

/** A proposal as its reader may see it: who proposed or may answer it reads why. */
export const presentMergeProposal = (proposal: StoredMergeProposal, { actor }: SignedIn) => {
  const own = proposal.proposedBy === actor.staffId;
  const [a, b] = proposal.people;
  const isOpen = proposal.decision === undefined && a !== b;
  const mayAnswer = isOpen && proposal.isSecond && merges(actor)({ below: true });
  const readsAll = mayRead(actor, "PERSON_MERGE").allowed;
  return {
    proposalId: proposal.proposalId,
    by: proposal.proposedByName,
    at: proposal.proposedAt,
    ...((own || mayAnswer || readsAll) && { reason: proposal.reason }),
    own,
    mayAnswer,
  };
};

const answerOf = ({ decision, decidedByName, decidedAt, note }: StoredMergeProposal) =>
  decision === undefined || decidedByName === undefined || decidedAt === undefined
    ? {}
    : { answer: { decision, by: decidedByName, at: decidedAt, ...(note && { note }) } };

/** What waits for the caller, and what the caller proposed. Of people no more than a search shows. */
export const proposals = query(
  "persons.mergeProposals",
  z.strictObject({}),
  async ({ trx, who, today, saw }): Promise<MergeProposals> => {
    const stored = await listMergeProposals(trx, who.actor.staffId, today);
    const shown = stored
      .map((proposal) => ({ proposal, seen: presentMergeProposal(proposal, who) }))
      .filter(({ seen }) => seen.reason !== undefined);
    const people = shown.flatMap(({ proposal }) => proposal.people);
    const records = await loadPersonRecords(trx, people);
    const cases = await casesOf(trx, people, scopeOf(who), today);
    saw([...cases.values()].flatMap((list) => list.map((one) => one.caseId)));
    const found = (personId: PersonId): FoundPerson => {
      const { person } = orNotFound(records.get(personId));
      return {
        personId,
        name: displayName(person),
        ...(person.birthDate && { birthDate: person.birthDate }),
        why: [],
        cases: cases.get(personId) ?? [],
      };
    };
    const rows = shown.map(({ proposal, seen }): MergeProposalRow => {
      const [a, b] = proposal.people;
      return { ...seen, a: found(a), b: found(b), ...answerOf(proposal) };
    });
    return {
      // Joined by other ways meanwhile, nothing is left to decide.
      waiting: rows.filter((row) => !row.own && row.a.personId !== row.b.personId),
      mine: rows.filter((row) => row.own),
    };
  },
);

/** Asks a supervisor who may decide whether two records are about one person. */
export const propose = command(
  "persons.proposeMerge",
  ProposeMergeSchema,
  async ({ who, ...tools }, input) => {
    const { trx, today } = tools;
    const now = await followMerged(trx, [input.personId, input.otherId]);
    const [personId, otherId] = [input.personId, input.otherId].map((one) =>
      orNotFound(now.get(one)),
    ) as [PersonId, PersonId];
    const own = await reviewedPeople(trx, [personId, otherId], scopeOf(who), today);
    const has = own.size > 0;
    if (!may(who.actor, "PERSON_MERGE_PROPOSE", { onTeam: has, below: has }).allowed)
      throw notFound();
    if (personId === otherId) throw refused({ code: "PERSON_MERGED", path: ["otherId"] });
    const proposal = { ...input, personId, otherId };
    const { value } = decided(await proposeMerge(tools, proposal, who.actor.staffId));
    const { proposalId, tell: deciders } = value;
    return {
      result: { proposalId },
      subject: pairSubject(personId, otherId),
      reason: input.reason,
      params: { deciders },
    };
  },
);

/** One's own proposal, or one that waits for the caller; others are as if they were not there. */
async function concerned({ trx, who, today }: CommandContext, proposalId: ProposalId) {
  const { staffId } = who.actor;
  const proposal = orNotFound(await getMergeProposal(trx, proposalId, staffId, today));
  if (proposal.proposedBy !== staffId && !proposal.isSecond) throw notFound();
  return proposal;
}

/** Agrees, as second person: the records are joined in every case. */
export const approve = command(
  "persons.approveMerge",
  ApproveMergeSchema,
  async (context, input) => {
    const { who } = context;
    const { proposalId, note, ...merge } = input;
    const { people } = await concerned(context, proposalId);
    const isAsProposed =
      people.toSorted().join() === [input.keptId, input.mergedId].toSorted().join();
    return answered(
      await answerProposal(
        context,
        answerTo(context, proposalId, "APPROVED", note),
        async ({ proposalId: agreed, reason, subject, proposedBy }) => {
          if (!isAsProposed) return { no: [{ code: "PERSON_CHANGED" as const }] };
          const why = note === undefined || note.trim() === "" ? reason : note;
          const done = await mergePersons(context, { ...merge, reason: why }, merges(who.actor), {
            proposalId: agreed,
            proposedBy,
          });
          return "no" in done ? done : { done: { ...done.done, subject } };
        },
      ),
    );
  },
);

/** Leaves both records as they are, and says why. */
export const decline = command(
  "persons.declineMerge",
  z.strictObject({ ...CommandEnvelope, proposalId: id<ProposalId>(), reason: requiredText(1_000) }),
  async (context, { proposalId, reason }) => {
    await concerned(context, proposalId);
    return answered(
      await answerProposal(context, answerTo(context, proposalId, "REJECTED", reason), nothing),
    );
  },
);

/** Takes one's own proposal back. */
export const withdraw = command(
  "persons.withdrawMerge",
  z.strictObject({ ...CommandEnvelope, proposalId: id<ProposalId>() }),
  async (context, { proposalId }) => {
    const { proposedBy } = await concerned(context, proposalId);
    if (proposedBy !== context.who.actor.staffId) throw notFound();
    return answered(
      await answerProposal(context, answerTo(context, proposalId, "WITHDRAWN"), nothing),
    );
  },
);

export const answerTo = (
  { who }: Pick<CommandContext, "who">,
  proposalId: ProposalId,
  decision: "APPROVED" | "REJECTED" | "WITHDRAWN",
  note?: string,
) => ({
  proposalId,
  kinds: MERGE_PROPOSALS,
  by: who.actor.staffId,
  decision,
  ...(note !== undefined && { note }),
});

/** What follows an answer that joins nothing. */
export const nothing = async () => ({ done: { result: {} } });
