import type { CaseId, PersonId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import type { Trx } from "./client.ts";

/**
 * Locks cases until the transaction ends, in the order of their ids, so that two acts never wait for each other.
 * @returns the revision of each case that is there and open to the caller
 */
export async function lockCases(
  trx: Trx,
  caseIds: Iterable<CaseId>,
): Promise<ReadonlyMap<CaseId, number>> {
  const ids = [...new Set(caseIds)].toSorted();
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("caseRecord")
    .select(["caseId", "revision"])
    .where("caseId", "in", ids)
    .orderBy("caseId")
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.caseId, row.revision]));
}

/**
 * Locks all cases in which people are, those that are not open to the caller too, together with the cases of the act:
 * in one order, whoever asks.
 * @returns those that are open to the caller; undefined when someone joined another case meanwhile
 */
export async function lockCasesOf(
  trx: Trx,
  people: readonly PersonId[],
  caseIds: readonly CaseId[],
): Promise<readonly CaseId[] | undefined> {
  if (people.length === 0) return [];
  const { rows } = await sql<{ held: boolean }>`
    SELECT app.lock_cases_of(${people}::uuid[], ${caseIds}::uuid[]) AS held`.execute(trx);
  if (rows[0]?.held !== true) return undefined;
  const members = await trx
    .selectFrom("member")
    .select("caseId")
    .distinct()
    .where("personId", "in", people)
    .execute();
  return members.map((row) => row.caseId);
}
