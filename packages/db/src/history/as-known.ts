import type { CaseId, Instant } from "@kinward/domain/kernel";
import { type RawBuilder, sql } from "kysely";

/** A moment of knowledge: a value, or a column of a statement that asks about several; absent: now. */
export type KnownAt = Instant | RawBuilder<Instant> | undefined;

/** A table of case facts as it was known at a moment: rows of today that were known then, and former rows that were. */
export function asKnown(
  table: string,
  caseIds: readonly CaseId[],
  knownAt: KnownAt,
): RawBuilder<unknown> {
  const name = sql.id("app", table);
  if (knownAt === undefined) return name;
  return sql`(
    SELECT * FROM ${name} n WHERE n.case_id = ANY (${caseIds}::uuid[]) AND n.known_from <= ${knownAt}
    UNION ALL
    SELECT o.* FROM app.history h, jsonb_populate_record(NULL::${name}, h.row) o
    WHERE h.case_id = ANY (${caseIds}::uuid[]) AND h.table_name = ${sql.lit(table)}
      AND h.known_from <= ${knownAt} AND h.known_to > ${knownAt})`;
}

/** The person of a member row `m`; persons belong to no case, so their history is found by their id. */
export function personAsKnown(knownAt: KnownAt): RawBuilder<unknown> {
  if (knownAt === undefined)
    return sql`(SELECT * FROM app.person n WHERE n.person_id = m.person_id)`;
  return sql`(
    SELECT * FROM app.person n WHERE n.person_id = m.person_id AND n.known_from <= ${knownAt}
    UNION ALL
    SELECT o.* FROM app.history h, jsonb_populate_record(NULL::app.person, h.row) o
    WHERE h.table_name = 'person' AND h.row_id = m.person_id::text AND h.known_from <= ${knownAt} AND h.known_to > ${knownAt})`;
}
