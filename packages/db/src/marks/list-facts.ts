import type { CaseId, Instant, PersonId } from "@kinward/domain/kernel";
import type { Kept, MarkKind } from "@kinward/domain/people";
import type { CaseFact, Identity, RecordedFact, Source } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";
import { FACT_TABLES } from "./tables.ts";

const MARK_KINDS: readonly MarkKind[] = ["BASIS", "PURPOSE", "RIGHTS", "RELATIONSHIP", "FREQUENCY"];

interface Row {
  readonly id: string;
  readonly fact: CaseFact;
  readonly version: number;
  readonly isFormer: boolean;
  readonly at: Instant;
  readonly by: string | null;
  readonly organizationName: string | null;
  readonly reason: string | null;
}

const factOf = (kind: CaseFact["kind"]) =>
  sql`jsonb_strip_nulls(jsonb_build_object('kind', ${sql.lit(kind)}, ${FACT_TABLES[kind].fact}))`;

/** Rows of one kind as they stand, and what they said before. */
const rowsOf = (kind: CaseFact["kind"], caseId: CaseId) => {
  const { table, id } = FACT_TABLES[kind];
  const columns = sql`${sql.ref(`r.${id}`)} AS id, ${factOf(kind)} AS fact, r.version, r.known_from AS at, r.command_id`;
  return sql`
    SELECT ${columns}, false AS is_former FROM ${sql.id("app", table)} r WHERE r.case_id = ${caseId}
    UNION ALL
    SELECT ${columns}, true FROM app.history h, jsonb_populate_record(NULL::${sql.id("app", table)}, h.row) r
    WHERE h.case_id = ${caseId} AND h.table_name = ${sql.lit(table)}`;
};

const sourceOf = ({ at, by, organizationName, reason }: Row): Source =>
  present({ at, by, organizationName, reason }) as Source;

/** Everything that is recorded about the people of a case, with who recorded it and what stood there before. */
export async function listFacts(trx: ReadTrx, caseId: CaseId): Promise<readonly RecordedFact[]> {
  const kinds = Object.keys(FACT_TABLES) as CaseFact["kind"][];
  const { rows } = await sql<Row>`
    SELECT x.id, x.fact, x.version, x.is_former, x.at, c.reason,
      coalesce(s.name, c.system_purpose) AS by,
      CASE WHEN c.command_id IS NOT NULL THEN coalesce(o.name, (SELECT name FROM app.agency)) END AS organization_name
    FROM (${sql.join(
      kinds.map((kind) => rowsOf(kind, caseId)),
      sql` UNION ALL `,
    )}) x
    LEFT JOIN app.command c ON c.command_id = x.command_id
    LEFT JOIN app.staff s ON s.staff_id = c.actor_staff_id
    LEFT JOIN app.organization o ON o.organization_id = c.organization_id
    ORDER BY x.is_former, coalesce(x.fact ->> 'from', x.fact ->> 'on', ''), x.id, x.version DESC`.execute(
    trx as unknown as Trx,
  );
  const former = Map.groupBy(
    rows.filter((row) => row.isFormer),
    (row) => row.id,
  );
  return rows
    .filter((row) => !row.isFormer)
    .map((row) => ({
      id: row.id,
      fact: row.fact,
      source: sourceOf(row),
      former: (former.get(row.id) ?? []).map((one) => ({
        fact: one.fact,
        source: sourceOf(one),
      })),
    }));
}

/** The marks of a case as they stand, for deciding about another one. */
export async function listMarks(trx: Trx, caseId: CaseId): Promise<readonly Kept[]> {
  const { rows } = await sql<{ readonly id: string; readonly fact: Kept }>`
    ${sql.join(
      MARK_KINDS.map(
        (kind) =>
          sql`SELECT ${sql.ref(`r.${FACT_TABLES[kind].id}`)} AS id, ${factOf(kind)} AS fact
            FROM ${sql.id("app", FACT_TABLES[kind].table)} r WHERE r.case_id = ${caseId}`,
      ),
      sql` UNION ALL `,
    )}`.execute(trx);
  return rows.map(({ id, fact }) => ({ ...fact, id }));
}

/** Who the people of a case are, in the order of the case. */
export async function listIdentities(trx: ReadTrx, caseId: CaseId): Promise<readonly Identity[]> {
  const { rows } = await sql<{ readonly identity: Identity }>`
    SELECT jsonb_strip_nulls(jsonb_build_object('personId', p.person_id, 'version', p.version, 'confirmed', p.confirmed,
      'name', jsonb_build_object('given', p.given, 'middle', p.middle, 'family', p.family, 'suffix', p.suffix, 'preferred', p.preferred),
      'otherNames', p.other_names, 'birthDate', p.birth_date, 'birthDateKind', p.birth_date_kind, 'deceasedOn', p.deceased_on,
      'sex', p.sex, 'languages', to_jsonb(p.languages))) AS identity
    FROM app.person p JOIN (
      SELECT person_id, min(position) AS position FROM app.member WHERE case_id = ${caseId} GROUP BY person_id
    ) m USING (person_id) ORDER BY m.position, p.person_id`.execute(trx as unknown as Trx);
  const seen = new Set<PersonId>();
  return rows.flatMap(({ identity }) => {
    if (seen.has(identity.personId)) return [];
    seen.add(identity.personId);
    return [identity];
  });
}
