import { findMergeRests, listDuplicates, listMerges } from "@kinward/db/people";
import { may } from "@kinward/domain/access";
import type { DuplicatesPage, MergeRests, MergeRow } from "@kinward/domain/views";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import { orNotFound } from "../trpc/failure.ts";
import { query } from "../trpc/procedures.ts";

/** Records in the caller's cases that may be about one person. */
export const duplicates = query(
  "persons.duplicates",
  z.strictObject({ page: z.int().min(1).max(100) }),
  async ({ trx, who, today, saw }, { page }): Promise<DuplicatesPage> => {
    const found = await listDuplicates(trx, scopeOf(who), today, page);
    const people = found.pairs.flatMap(({ a, b }) => [a, b]);
    saw(people.flatMap((person) => person.cases.map((one) => one.caseId)));
    return found;
  },
);

/** Merges of people in the caller's cases, and who took which back. */
export const merges = query(
  "persons.merges",
  z.strictObject({}),
  async ({ trx, who, today, saw }): Promise<{ readonly rows: readonly MergeRow[] }> => {
    const rows = await listMerges(trx, scopeOf(who), today);
    saw(rows.flatMap((row) => row.caseIds));
    const mayDecide = may(who.actor, "PERSON_MERGE", { below: true }).allowed;
    return {
      rows: rows.map(({ caseIds: _, ...row }) => ({
        ...row,
        mayUndo: mayDecide && row.undone === undefined,
      })),
    };
  },
);

/** What keeps a merge from being taken back. */
export const rests = query(
  "persons.mergeRests",
  z.strictObject({ mergeId: z.guid() }),
  async ({ trx, who, today, saw }, { mergeId }): Promise<MergeRests> => {
    const found = orNotFound(await findMergeRests(trx, mergeId, scopeOf(who), today));
    saw(found.caseIds);
    return { later: found.later };
  },
);
