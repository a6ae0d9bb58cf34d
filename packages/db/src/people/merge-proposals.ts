import {
  accept,
  type PersonId,
  type PlainDate,
  type ProposalId,
  type Result,
  type StaffId,
} from "@kinward/domain/kernel";
import {
  answerByMerge,
  decideProposeMerge,
  mayAgreeToMerge,
  type ProposeMerge,
} from "@kinward/domain/people";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandTools } from "../core/command.ts";
import { answerProposal } from "../proposals/answer-proposal.ts";
import {
  findOpenProposal,
  findProposal,
  listProposals,
  type StoredProposal,
} from "../proposals/find-proposals.ts";
import { propose } from "../proposals/propose.ts";
import { orderedPair } from "./duplicates.ts";
import { staffAround } from "./people-around.ts";
import { followMerged } from "./person-records.ts";

export const MERGE_PROPOSALS = ["PERSON_MERGE"] as const;

/** A proposal that two records are about one person, with the records as they are known now. */
export interface StoredMergeProposal extends StoredProposal {
  readonly people: readonly [PersonId, PersonId];
  /** The caller can be the second person. */
  readonly isSecond: boolean;
}

/** What a proposal about two records is about, in whichever order they were named. */
export const pairSubject = (a: PersonId, b: PersonId) => ({
  kind: "PERSON_PAIR",
  id: orderedPair(a, b).join(" "),
});

type Named = readonly [PersonId, PersonId];
const namedIn = ({ content }: StoredProposal): Named => content["people"] as Named;

/** Asks a second person; `tell` are those who may decide and are nearest to the people's workers. */
export async function proposeMerge(
  tools: CommandTools,
  { personId, otherId, reason }: ProposeMerge,
  by: StaffId,
): Promise<Result<{ readonly proposalId: ProposalId; readonly tell: readonly StaffId[] }>> {
  const around = await staffAround(tools.trx, [personId, otherId], tools.today);
  const decided = decideProposeMerge([around(personId), around(otherId)], by);
  if (!decided.ok) return decided;
  const proposed = await propose(tools, {
    kind: "PERSON_MERGE",
    subject: pairSubject(personId, otherId),
    content: { people: orderedPair(personId, otherId) },
    reason,
    by,
  });
  if (!proposed.ok) return proposed;
  const near = [...around(personId).nearest, ...around(otherId).nearest];
  const nearest = decided.value.filter((staffId) => near.includes(staffId));
  return accept({ ...proposed.value, tell: nearest.length > 0 ? nearest : decided.value });
}

/** Completes stored proposals by what holds today: the records that merged ids lead to, and whether somebody can be the second person. */
async function asOfToday(
  trx: ReadTrx | Trx,
  stored: readonly StoredProposal[],
  staffId: StaffId,
  today: PlainDate,
): Promise<readonly StoredMergeProposal[]> {
  const now = await followMerged(trx, stored.flatMap(namedIn));
  const currentOf = (personId: PersonId) => now.get(personId) ?? personId;
  const people = stored.map((one): Named => {
    const [a, b] = namedIn(one);
    return [currentOf(a), currentOf(b)];
  });
  const around = await staffAround(trx, [...new Set(people.flat())], today);
  return stored.map((one, index) => {
    const [a, b] = people[index] as Named;
    const isSecond = mayAgreeToMerge([around(a), around(b)], one.proposedBy, staffId);
    return { ...one, people: [a, b], isSecond };
  });
}

/** The proposal about two records that waits; merged ids name the record that they lead to. */
export async function findMergeProposal(
  trx: ReadTrx | Trx,
  pairs: readonly Named[],
  staffId: StaffId,
  today: PlainDate,
): Promise<StoredMergeProposal | undefined> {
  for (const [a, b] of pairs) {
    const stored = await findOpenProposal(trx, "PERSON_MERGE", pairSubject(a, b));
    if (stored !== undefined) return (await asOfToday(trx, [stored], staffId, today))[0];
  }
  return undefined;
}

/** One proposal, answered or not. */
export async function getMergeProposal(
  trx: ReadTrx | Trx,
  proposalId: ProposalId,
  staffId: StaffId,
  today: PlainDate,
): Promise<StoredMergeProposal | undefined> {
  const stored = await findProposal(trx, proposalId, MERGE_PROPOSALS);
  return stored && (await asOfToday(trx, [stored], staffId, today))[0];
}

/** More than any agency lets wait; each reader is shown their own few. */
const WAITING = 2_000;
const ANSWERED = 20;

/** Proposals that wait, and the last answers to those of one person. */
export async function listMergeProposals(
  trx: ReadTrx | Trx,
  staffId: StaffId,
  today: PlainDate,
): Promise<readonly StoredMergeProposal[]> {
  const kinds = MERGE_PROPOSALS;
  const open = await listProposals(trx, { kinds, state: "OPEN", limit: WAITING });
  const own = { kinds, state: "DECIDED", proposedBy: staffId, limit: ANSWERED } as const;
  return asOfToday(trx, [...open, ...(await listProposals(trx, own))], staffId, today);
}

/**
 * The proposals about two records that wait, under whichever ids they were made, held until the transaction ends: nobody
 * answers them meanwhile.
 */
export async function holdProposalsAbout(
  trx: Trx,
  people: Named,
): Promise<readonly StoredProposal[]> {
  const open = await listProposals(trx, { kinds: MERGE_PROPOSALS, state: "OPEN", limit: WAITING });
  const now = await followMerged(trx, open.flatMap(namedIn));
  const pair = orderedPair(...people).join();
  const about = open.filter((one) => {
    const [a, b] = namedIn(one);
    return orderedPair(now.get(a) ?? a, now.get(b) ?? b).join() === pair;
  });
  if (about.length === 0) return [];
  const held = await trx
    .selectFrom("proposal")
    .select("proposalId")
    .where(
      "proposalId",
      "in",
      about.map((one) => one.proposalId),
    )
    .where("decision", "is", null)
    .orderBy("proposalId")
    .forUpdate()
    .execute();
  const ids = new Set(held.map((one) => one.proposalId));
  return about.filter((one) => ids.has(one.proposalId));
}

/** Answers proposals whose two records were joined by the act itself, and says who else made them. */
export async function answerJoined(
  tools: CommandTools,
  waiting: readonly StoredProposal[],
  by: StaffId,
  reason: string,
): Promise<readonly StaffId[]> {
  for (const { proposalId, proposedBy } of waiting) {
    const answer = { proposalId, kinds: MERGE_PROPOSALS, ...answerByMerge(proposedBy, by, reason) };
    const answered = await answerProposal(tools, answer, async () => ({ done: { result: {} } }));
    if ("no" in answered) throw new Error("a proposal that is held was answered");
  }
  return [...new Set(waiting.map((one) => one.proposedBy))].filter((one) => one !== by);
}
