import type { CaseId, Instant, PersonId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { displayName, planFacts } from "@kinward/domain/people";
import type { ConflictView, MergeRests, MergeRow, PersonComparison } from "@kinward/domain/views";
import { sql } from "kysely";
import type { CaseListScope } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandTools } from "../core/command.ts";
import { orderedPair, reviewedCases } from "./duplicates.ts";
import { casesOfPeople, loadPersonFacts } from "./person-facts.ts";
import { findMerge, listLaterFacts } from "./later-facts.ts";

/** Of some people, those who are in a case that somebody reviews. */
export async function reviewedPeople(
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
  scope: CaseListScope,
  today: PlainDate,
): Promise<ReadonlySet<PersonId>> {
  const { rows } = await sql<{ personId: PersonId }>`
    SELECT DISTINCT person_id FROM app.member
    WHERE person_id = ANY (${people}::uuid[]) AND case_id IN (${reviewedCases(scope, today)})`.execute(
    trx as Trx,
  );
  return new Set(rows.map((row) => row.personId));
}

/** What two records say of one case that cannot be true of one person. */
export async function listConflicts(
  trx: ReadTrx | Trx,
  a: PersonId,
  b: PersonId,
): Promise<readonly ConflictView[]> {
  const caseIds = await casesOfPeople(trx, [a, b]);
  const facts = await loadPersonFacts(trx, { kept: a, merged: b }, caseIds);
  const { conflicts } = planFacts(facts);
  const numbers = await caseNumbers(trx, caseIds);
  return conflicts.map((one) => ({ ...one, caseNumber: numbers.get(one.caseId) ?? "" }));
}

async function caseNumbers(
  trx: ReadTrx | Trx,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await (trx as Trx)
    .selectFrom("caseRecord")
    .select(["caseId", "number"])
    .where("caseId", "in", caseIds)
    .execute();
  return new Map(rows.map((row) => [row.caseId, row.number]));
}

/** Whether somebody decided that two records are about two people. */
export async function findDistinct(
  trx: ReadTrx | Trx,
  a: PersonId,
  b: PersonId,
): Promise<PersonComparison["distinct"]> {
  const [one, other] = orderedPair(a, b);
  return (trx as Trx)
    .selectFrom("personDistinct")
    .innerJoin("staff", "staff.staffId", "personDistinct.staffId")
    .select(["personDistinct.reason", "staff.name as by", "personDistinct.at"])
    .where("personId", "=", one)
    .where("otherPersonId", "=", other)
    .where("undoneAt", "is", null)
    .executeTakeFirst();
}

/** Remembers that two records are about two people. Said again, the first word stands. */
export async function recordDistinct(
  { trx, at, commandId }: CommandTools,
  staffId: StaffId,
  a: PersonId,
  b: PersonId,
  reason: string,
): Promise<void> {
  const [personId, otherPersonId] = orderedPair(a, b);
  await trx
    .insertInto("personDistinct")
    .values({ personId, otherPersonId, reason, staffId, at, commandId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Two records taken for two people may be one after all; false where nobody takes them for two. */
export async function undoDistinct(
  { trx, at }: CommandTools,
  staffId: StaffId,
  a: PersonId,
  b: PersonId,
  reason: string,
): Promise<boolean> {
  const [personId, otherPersonId] = orderedPair(a, b);
  const { numUpdatedRows } = await trx
    .updateTable("personDistinct")
    .set({ undoneAt: at, undoneBy: staffId, undoneReason: reason })
    .where("personId", "=", personId)
    .where("otherPersonId", "=", otherPersonId)
    .where("undoneAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const MERGES_SHOWN = 100;

/** Merges of people whose cases somebody reviews, the newest first. */
export async function listMerges(
  trx: ReadTrx | Trx,
  scope: CaseListScope,
  today: PlainDate,
): Promise<readonly (Omit<MergeRow, "mayUndo"> & { readonly caseIds: readonly CaseId[] })[]> {
  const { rows } = await sql<{
    mergeId: string;
    kept: Parameters<typeof displayName>[0];
    merged: Parameters<typeof displayName>[0];
    at: Instant;
    by: string;
    reason: string;
    caseIds: readonly CaseId[];
    caseNumbers: readonly string[];
    undone: { at: Instant; by: string; reason: string } | null;
  }>`
    SELECT g.person_merge_id AS merge_id, jsonb_strip_nulls(to_jsonb(k)) AS kept, jsonb_strip_nulls(to_jsonb(d)) AS merged,
      g.merged_at AS at, s.name AS by, g.reason, g.case_ids,
      (SELECT coalesce(jsonb_agg(c.number ORDER BY c.number), '[]') FROM app.case_record c WHERE c.case_id = ANY (g.case_ids)) AS case_numbers,
      CASE WHEN g.undone_at IS NOT NULL THEN jsonb_build_object(
        'at', to_char(g.undone_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', u.name, 'reason', g.undone_reason) END AS undone
    FROM app.person_merge g
    JOIN app.person k ON k.person_id = g.kept_person_id
    JOIN app.person d ON d.person_id = g.merged_person_id
    JOIN app.staff s ON s.staff_id = g.merged_by
    LEFT JOIN app.staff u ON u.staff_id = g.undone_by
    WHERE g.case_ids && ARRAY(${reviewedCases(scope, today)})
    ORDER BY g.merged_at DESC LIMIT ${MERGES_SHOWN}`.execute(trx as Trx);
  return rows.map(({ kept, merged, undone, ...row }) => ({
    ...row,
    name: displayName(kept),
    mergedName: displayName(merged),
    ...(undone !== null && { undone }),
  }));
}

/** What was recorded since a merge and rests on it; undefined where there is no such merge for the caller. */
export async function findMergeRests(
  trx: ReadTrx | Trx,
  mergeId: string,
  scope: CaseListScope,
  today: PlainDate,
): Promise<(MergeRests & { readonly caseIds: readonly CaseId[] }) | undefined> {
  const merge = await findMerge(trx, mergeId);
  if (merge === undefined) return undefined;
  const people = await reviewedPeople(trx, [merge.pair.kept, merge.pair.merged], scope, today);
  if (people.size === 0) return undefined;
  const later = merge.isUndone ? [] : await listLaterFacts(trx, merge);
  const numbers = await caseNumbers(trx, merge.caseIds);
  const told = later.map(({ kind, caseId }) => {
    const caseNumber = caseId === undefined ? undefined : numbers.get(caseId);
    return { kind, ...(caseNumber !== undefined && { caseNumber }) };
  });
  const once = new Map(told.map((one) => [JSON.stringify(one), one]));
  return { later: [...once.values()], caseIds: merge.caseIds };
}
