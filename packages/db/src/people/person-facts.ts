import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { PersonFact } from "@kinward/domain/people";
import { type RawBuilder, sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { canonical } from "../core/digest.ts";
import { PERSON_REFERENCES, type PersonReference } from "./person-references.ts";

/** Two records that are, or may be, about one person. */
export interface Pair {
  readonly kept: PersonId;
  readonly merged: PersonId;
}

/** A row that names a person, by its columns. */
export type FactRow = Readonly<Record<string, unknown>>;

export interface LoadedFact extends PersonFact {
  readonly table: string;
  readonly row: FactRow;
}

const union = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql.join(parts, sql` UNION ALL `);

/** Cases that say anything about one of the people, in order. */
export async function casesOfPeople(
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
): Promise<readonly CaseId[]> {
  const parts = PERSON_REFERENCES.filter((one) => one.ofAnyone).flatMap(
    ({ table, people: columns }) =>
      columns.map(
        (column) =>
          sql`SELECT case_id FROM ${sql.id("app", table)} WHERE ${sql.id(column)} = ANY (${people}::uuid[])`,
      ),
  );
  const { rows } = await sql<{ caseId: CaseId }>`
    SELECT DISTINCT case_id FROM (${union(parts)}) c ORDER BY case_id`.execute(trx as Trx);
  return rows.map((row) => row.caseId);
}

/** All that cases say about two records, by one statement. */
export async function loadPersonFacts(
  trx: ReadTrx | Trx,
  pair: Pair,
  caseIds: readonly CaseId[],
): Promise<readonly LoadedFact[]> {
  const ids = [pair.kept, pair.merged];
  const parts = PERSON_REFERENCES.map(({ table, people, list }) => {
    const named = [
      ...people.map((column) => sql`t.${sql.id(column)} = ANY (${ids}::uuid[])`),
      ...(list === undefined ? [] : [sql`t.${sql.id(list)} && ${ids}::uuid[]`]),
    ];
    return sql`SELECT ${sql.lit(table)} AS name, to_jsonb(t)::text AS row FROM ${sql.id("app", table)} t
      WHERE t.case_id = ANY (${caseIds}::uuid[]) AND (${sql.join(named, sql` OR `)})`;
  });
  const notes = sql`SELECT 'duty_note', to_jsonb(t)::text FROM app.duty_note t
    WHERE t.case_id = ANY (${caseIds}::uuid[]) AND (strpos(t.key, ${pair.kept}) > 0 OR strpos(t.key, ${pair.merged}) > 0)`;
  const { rows } = await sql<{ name: string; row: string }>`${union([...parts, notes])}`.execute(
    trx as Trx,
  );
  return rows.map(({ name, row }) => factOf(pair, name, JSON.parse(row) as FactRow));
}

/** What a row says of its own versions. */
export const VERSIONS = ["version", "known_from", "command_id"];

function factOf(pair: Pair, table: string, row: FactRow): LoadedFact {
  if (table === "duty_note") return noteOf(pair, row);
  const reference = PERSON_REFERENCES.find((one) => one.table === table) as PersonReference;
  const { people, list, once, key, unsaid = [] } = reference;
  const named = [
    ...people.map((column) => row[column]),
    ...(list === undefined ? [] : (row[list] as readonly unknown[])),
  ];
  const joined = asJoined(pair, row);
  const said = Object.entries(joined).filter(
    ([column]) => ![key, ...unsaid, ...VERSIONS].includes(column),
  );
  const [from, to] = [dateOf(row, reference.from), dateOf(row, reference.to)];
  return {
    table,
    row,
    kind: reference.kind,
    id: row[key] as string,
    caseId: row["case_id"] as CaseId,
    of: named.includes(pair.merged) ? "MERGED" : "KEPT",
    // What lists people is about all of them: no two rows are the same one.
    says: list === undefined ? canonical(Object.fromEntries(said)) : (row[key] as string),
    ...(once && { key: canonical([...people, ...once].map((column) => joined[column])) }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ofBoth: list === undefined && named.includes(pair.kept) && named.includes(pair.merged),
  };
}

/** Why a duty was late stands under the duty's key, which names the person. */
const noteOf = (pair: Pair, row: FactRow): LoadedFact => {
  const key = row["key"] as string;
  return {
    table: "duty_note",
    row,
    kind: "NOTE",
    id: key,
    caseId: row["case_id"] as CaseId,
    of: key.includes(pair.merged) ? "MERGED" : "KEPT",
    says: `${String(row["episode_id"])} ${key.replaceAll(pair.merged, pair.kept)}`,
  };
};

const asJoined = (pair: Pair, row: FactRow): FactRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value === pair.merged ? pair.kept : value,
    ]),
  );

const dateOf = (row: FactRow, column: string | undefined): PlainDate | undefined =>
  column === undefined ? undefined : ((row[column] ?? undefined) as PlainDate | undefined);
