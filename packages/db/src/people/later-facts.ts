import type { CaseId, CommandId, Instant, PersonId } from "@kinward/domain/kernel";
import type { LaterFact } from "@kinward/domain/people";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { canonical } from "../core/digest.ts";
import { type FactRow, loadPersonFacts, type Pair, VERSIONS } from "./person-facts.ts";
import { loadPersonRecords } from "./person-records.ts";
import { PERSON_REFERENCES } from "./person-references.ts";

/** A merge as it was done. */
export interface StoredMerge {
  readonly pair: Pair;
  readonly at: Instant;
  readonly commandIds: readonly CommandId[];
  readonly movedCaseIds: readonly CaseId[];
  readonly caseIds: readonly CaseId[];
  readonly isUndone: boolean;
}

export async function findMerge(
  trx: ReadTrx | Trx,
  mergeId: string,
): Promise<StoredMerge | undefined> {
  const row = await (trx as Trx)
    .selectFrom("personMerge")
    .selectAll()
    .where("personMergeId", "=", mergeId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        pair: { kept: row.keptPersonId as PersonId, merged: row.mergedPersonId as PersonId },
        at: row.mergedAt,
        commandIds: row.commandIds as readonly CommandId[],
        movedCaseIds: row.movedCaseIds as readonly CaseId[],
        caseIds: row.caseIds as readonly CaseId[],
        isUndone: row.undoneAt !== null,
      };
}

/** A row as it was before the merge. */
export interface Former {
  readonly table: string;
  readonly caseId: CaseId | null;
  readonly version: number;
  readonly row: FactRow;
  /** It was dropped, because the other record said the same. */
  readonly isDropped: boolean;
}

/** What a merge changed, as it was before. */
export async function loadFormer(
  trx: ReadTrx | Trx,
  { commandIds }: StoredMerge,
): Promise<readonly Former[]> {
  const { rows } = await sql<Omit<Former, "row"> & { readonly text: string }>`
    SELECT table_name AS "table", case_id, version, row::text AS text, changed IS NULL AS is_dropped
    FROM app.history WHERE command_id = ANY (${commandIds}::uuid[]) ORDER BY history_id`.execute(
    trx as Trx,
  );
  return rows.map(({ text, ...row }) => ({ ...row, row: JSON.parse(text) as FactRow }));
}

/**
 * What was recorded since a merge and rests on it: changes of what it moved, and anything new about the person in the
 * cases that the merged record brought. Nobody could say of which of two people that speaks. What was changed and put
 * back, as by another merge that was taken back, is as it was.
 */
export async function listLaterFacts(
  trx: ReadTrx | Trx,
  merge: StoredMerge,
): Promise<readonly LaterFact[]> {
  const facts = await loadPersonFacts(trx, merge.pair, merge.movedCaseIds);
  const changed = facts.filter(
    ({ row }) =>
      !merge.commandIds.includes(row["command_id"] as CommandId) &&
      Date.parse(row["known_from"] as string) > Date.parse(merge.at),
  );
  const former = await loadFormer(trx, merge);
  const records = await loadPersonRecords(trx, [merge.pair.kept, merge.pair.merged]);
  const people = former
    .filter(({ table }) => table === "person")
    .map(({ row, version }) => ({ id: row["person_id"] as PersonId, version }))
    .filter(({ id, version }) => records.get(id)?.version !== version + 1)
    .map(({ id }) => id);
  const asLeft = await rowsAsLeft(trx, merge.at, changed, people);
  const later: LaterFact[] = changed
    .filter(({ table, row }) => !asLeft(table, idOf(table, row), row))
    .map(({ kind, caseId }) => ({ kind, caseId }));
  for (const row of await loadRows(trx, people))
    if (!asLeft("person", row["person_id"] as string, row)) later.push({ kind: "PERSON" });
  // Something that it moved names neither of them any more.
  const found = new Set(facts.map(({ table, row }) => `${table} ${keyOf(table, row, merge.pair)}`));
  for (const { table, caseId, row, isDropped } of former) {
    const reference = PERSON_REFERENCES.find((one) => one.table === table);
    if (isDropped || reference === undefined || caseId === null) continue;
    if (!found.has(`${table} ${keyOf(table, row, merge.pair)}`))
      later.push({ kind: reference.kind, caseId });
  }
  return [...later, ...(await listMergesUpon(trx, merge))];
}

/** Further records that were joined to the one that stayed, in cases that this merge brought: what they said too is said once. */
async function listMergesUpon(
  trx: ReadTrx | Trx,
  { pair, at, movedCaseIds }: StoredMerge,
): Promise<readonly LaterFact[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    SELECT DISTINCT unnest(g.moved_case_ids) AS case_id FROM app.person_merge g
    WHERE g.kept_person_id = ${pair.kept} AND g.merged_at > ${at} AND g.undone_at IS NULL`.execute(
    trx as Trx,
  );
  return rows
    .filter(({ caseId }) => movedCaseIds.includes(caseId))
    .map(({ caseId }) => ({ kind: "MEMBERSHIP", caseId }));
}

const idOf = (table: string, row: FactRow): string => {
  const reference = PERSON_REFERENCES.find((one) => one.table === table);
  return reference === undefined
    ? `${String(row["episode_id"])}/${String(row["key"])}`
    : (row[reference.key] as string);
};

const loadRows = async (
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
): Promise<readonly FactRow[]> => {
  const { rows } = await sql<{ text: string }>`
    SELECT to_jsonb(p)::text AS text FROM app.person p WHERE p.person_id = ANY (${people}::uuid[])`.execute(
    trx as Trx,
  );
  return rows.map(({ text }) => JSON.parse(text) as FactRow);
};

/** Whether a row says what the merge left it saying: compared with the version of that moment. */
async function rowsAsLeft(
  trx: ReadTrx | Trx,
  at: Instant,
  changed: readonly { readonly table: string; readonly row: FactRow }[],
  people: readonly PersonId[],
): Promise<(table: string, id: string, row: FactRow) => boolean> {
  const asked = [
    ...changed.map(({ table, row }) => ({ table, id: idOf(table, row) })),
    ...people.map((id) => ({ table: "person", id })),
  ];
  if (asked.length === 0) return () => true;
  const { rows } = await sql<{ table: string; id: string; text: string }>`
    SELECT h.table_name AS "table", h.row_id AS id, h.row::text AS text FROM app.history h
    JOIN jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS q("table" text, id text) ON q."table" = h.table_name AND q.id = h.row_id
    WHERE h.known_from <= ${at} AND h.known_to > ${at}`.execute(trx as Trx);
  const left = new Map(
    rows.map(({ table, id, text }) => [`${table} ${id}`, saidBy(JSON.parse(text) as FactRow)]),
  );
  return (table, id, row) => left.get(`${table} ${id}`) === saidBy(row);
}

const saidBy = (row: FactRow): string =>
  canonical(Object.fromEntries(Object.entries(row).filter(([name]) => !VERSIONS.includes(name))));

const keyOf = (table: string, row: FactRow, { kept, merged }: Pair): string => {
  const reference = PERSON_REFERENCES.find((one) => one.table === table);
  return reference === undefined
    ? `${String(row["episode_id"])} ${String(row["key"]).replaceAll(merged, kept)}`
    : (row[reference.key] as string);
};
