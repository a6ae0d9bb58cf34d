import {
  findMergeProposal,
  loadPersonRecords,
  mergePersons,
  recordDistinct,
  reviewedPeople,
  undoDistinct,
  undoMerge,
} from "@kinward/db/people";
import { answerProposal } from "@kinward/db/proposals";
import { CommandEnvelope, requiredText } from "@kinward/domain/kernel";
import { MergePersonsSchema, NotSamePersonSchema } from "@kinward/domain/people";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import { answered } from "../proposals/answered.ts";
import { recorded } from "../trpc/act.ts";
import { notFound, orNotFound } from "../trpc/failure.ts";
import { command } from "../trpc/procedures.ts";
import { merges } from "./may-merge.ts";
import { answerTo, nothing } from "./merge-proposals.ts";

/** Joins two records about one person in every case. */
export const merge = command(
  "persons.merge",
  MergePersonsSchema,
  async ({ who, ...tools }, input) => {
    const people = [input.keptId, input.mergedId];
    const found = await loadPersonRecords(tools.trx, people);
    for (const personId of people) orNotFound(found.get(personId));
    // Whoever has to do with neither learns nothing about them.
    const own = await reviewedPeople(tools.trx, people, scopeOf(who), tools.today);
    if (own.size === 0) throw notFound();
    return recorded(await mergePersons(tools, input, merges(who.actor)));
  },
);

/** Takes a merge back. */
export const undo = command(
  "persons.undoMerge",
  z.strictObject({ ...CommandEnvelope, mergeId: z.guid(), reason: requiredText(2_000) }),
  async ({ who, ...tools }, { mergeId, reason }) =>
    recorded(orNotFound(await undoMerge(tools, mergeId, reason, merges(who.actor)))),
);

/** Takes back that two records are about two people: they are looked at again. */
export const maybeSame = command(
  "persons.maybeSame",
  NotSamePersonSchema,
  async ({ who, ...tools }, { personId, otherId, reason }) => {
    const people = [personId, otherId];
    const own = await reviewedPeople(tools.trx, people, scopeOf(who), tools.today);
    if (!merges(who.actor)({ below: own.size > 0 })) throw notFound();
    if (!(await undoDistinct(tools, who.actor.staffId, personId, otherId, reason)))
      throw notFound();
    return {
      result: { ok: true as const },
      subject: { kind: "PERSON", id: personId },
      reason,
      params: { other: otherId },
    };
  },
);

/** Remembers that two records are about two people, so that nobody has to look again; who proposed otherwise is answered. */
export const notSame = command(
  "persons.notSame",
  NotSamePersonSchema,
  async ({ who, ...tools }, { personId, otherId, reason }) => {
    const people = [personId, otherId];
    const own = await reviewedPeople(tools.trx, people, scopeOf(who), tools.today);
    const found = await loadPersonRecords(tools.trx, people);
    if (personId === otherId || found.size < 2 || !merges(who.actor)({ below: own.size > 0 }))
      throw notFound();
    const { staffId } = who.actor;
    await recordDistinct(tools, staffId, personId, otherId, reason);
    const pair = [personId, otherId] as const;
    const proposal = await findMergeProposal(tools.trx, [pair], staffId, tools.today);
    if (proposal !== undefined) {
      const decision = proposal.proposedBy === staffId ? "WITHDRAWN" : "REJECTED";
      const answer = answerTo({ who }, proposal.proposalId, decision, reason);
      answered(await answerProposal(tools, answer, nothing));
    }
    return {
      result: { ok: true as const },
      subject: proposal?.subject ?? { kind: "PERSON", id: personId },
      reason,
      params: { other: otherId },
    };
  },
);
