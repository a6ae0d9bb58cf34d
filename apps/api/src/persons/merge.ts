import {
  loadPersonRecords,
  mergePersons,
  recordDistinct,
  reviewedPeople,
  undoDistinct,
  undoMerge,
} from "@kinward/db/people";
import { may } from "@kinward/domain/access";
import { CommandEnvelope, requiredText } from "@kinward/domain/kernel";
import { MergePersonsSchema, NotSamePersonSchema } from "@kinward/domain/people";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import { recorded } from "../trpc/act.ts";
import type { SignedIn } from "../trpc/context.ts";
import { notFound, orNotFound } from "../trpc/failure.ts";
import { command } from "../trpc/procedures.ts";

const mayMerge =
  ({ actor }: SignedIn) =>
  (relation: { readonly below: boolean }): boolean =>
    may(actor, "PERSON_MERGE", relation).allowed;

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
    return recorded(await mergePersons(tools, input, mayMerge(who)));
  },
);

/** Takes a merge back. */
export const undo = command(
  "persons.undoMerge",
  z.strictObject({ ...CommandEnvelope, mergeId: z.guid(), reason: requiredText(2_000) }),
  async ({ who, ...tools }, { mergeId, reason }) =>
    recorded(orNotFound(await undoMerge(tools, mergeId, reason, mayMerge(who)))),
);

/** Takes back that two records are about two people: they are looked at again. */
export const maybeSame = command(
  "persons.maybeSame",
  NotSamePersonSchema,
  async ({ who, ...tools }, { personId, otherId, reason }) => {
    const people = [personId, otherId];
    const own = await reviewedPeople(tools.trx, people, scopeOf(who), tools.today);
    if (!mayMerge(who)({ below: own.size > 0 })) throw notFound();
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

/** Remembers that two records are about two people, so that nobody has to look again. */
export const notSame = command(
  "persons.notSame",
  NotSamePersonSchema,
  async ({ who, ...tools }, { personId, otherId, reason }) => {
    const people = [personId, otherId];
    const own = await reviewedPeople(tools.trx, people, scopeOf(who), tools.today);
    const found = await loadPersonRecords(tools.trx, people);
    if (personId === otherId || found.size < 2 || !mayMerge(who)({ below: own.size > 0 }))
      throw notFound();
    await recordDistinct(tools, who.actor.staffId, personId, otherId, reason);
    return {
      result: { ok: true as const },
      subject: { kind: "PERSON", id: personId },
      reason,
      params: { other: otherId },
    };
  },
);
