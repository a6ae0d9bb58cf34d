import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import {
  displayName,
  type Person,
  type PersonQuery,
  nameWords,
  queryKeys,
  scoreMatch,
} from "@kinward/domain/people";
import type { FindResults, FoundPerson, PeoplePage } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { type CaseListScope, readableCases } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";

/** People fetched by their keys; the domain scores them. */
const CANDIDATES = 300;
const SHOWN = 20;

/**
 * People who may be meant: by name, nickname, sound, a letter more or less, or birth date, the likeliest first, with
 * their cases and no content. The Department finds everyone; contractors the people of their own cases. Two statements.
 */
export async function findPeople(
  trx: ReadTrx | Trx,
  query: PersonQuery,
  scope: CaseListScope,
  today: PlainDate,
): Promise<readonly FoundPerson[]> {
  return (await searchPeople(trx, query, scope, today, 1)).people;
}

/** One page of the people who may be meant, and whether the search has to be narrowed to show them all. */
export async function searchPeople(
  trx: ReadTrx | Trx,
  query: PersonQuery,
  scope: CaseListScope,
  today: PlainDate,
  page: number,
): Promise<PeoplePage> {
  const candidates = await candidatesOf(trx, query, scope, today);
  const all = candidates
    .flatMap((person) => {
      const match = scoreMatch(query, person);
      return match === undefined ? [] : [{ person, match }];
    })
    .toSorted((a, b) => b.match.score - a.match.score || (a.person.id < b.person.id ? -1 : 1));
  const matches = all.slice((page - 1) * SHOWN, page * SHOWN);
  const cases = await casesOf(
    trx,
    matches.map(({ person }) => person.id),
    scope,
    today,
  );
  return {
    people: matches.map(({ person, match }) => ({
      personId: person.id,
      name: displayName(person),
      ...(person.birthDate && { birthDate: person.birthDate }),
      why: match.why,
      cases: cases.get(person.id) ?? [],
    })),
    total: all.length,
    page,
    pageSize: SHOWN,
    tooMany: candidates.length === CANDIDATES,
  };
}

/** Bound to the cases of a contractor; the Department finds people of all cases. */
const withinScope = (
  person: RawBuilder<unknown>,
  scope: CaseListScope,
  today: PlainDate,
): RawBuilder<unknown> =>
  scope.organizationId === undefined
    ? sql`true`
    : sql`EXISTS (SELECT FROM app.member m WHERE m.person_id = ${person} AND m.case_id IN (${readableCases(scope, today)}))`;

async function candidatesOf(
  trx: ReadTrx | Trx,
  query: PersonQuery,
  scope: CaseListScope,
  today: PlainDate,
): Promise<readonly Person[]> {
  const keys = queryKeys(query);
  const words = [...nameWords(query.given), ...nameWords(query.family), ...(query.words ?? [])];
  if (keys.length === 0 && query.birthDate === undefined) return [];
  const { rows } = await sql<{ person: Person }>`
    WITH hit AS (
      SELECT k.person_id, count(*) AS n FROM app.person_name_key k
      JOIN jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS q(kind text, part text, key text) USING (kind, part, key)
      GROUP BY k.person_id
      UNION ALL
      SELECT k.person_id, 1 FROM app.person_name_key k JOIN unnest(${words}::text[]) AS w(word)
        ON k.kind = 'EXACT' AND length(w.word) >= 3 AND (k.key LIKE w.word || '%' OR k.key OPERATOR(public.%) w.word)
      UNION ALL
      SELECT p.person_id, 1 FROM app.person p
        WHERE p.birth_date = ${query.birthDate ?? null}::date AND p.merged_into IS NULL
    ),
    found AS (
      SELECT person_id, sum(n) AS n FROM hit h WHERE ${withinScope(sql`h.person_id`, scope, today)}
      GROUP BY person_id ORDER BY sum(n) DESC, person_id LIMIT ${CANDIDATES}
    )
    SELECT jsonb_strip_nulls(jsonb_build_object('id', p.person_id, 'given', p.given, 'middle', p.middle, 'family', p.family,
      'suffix', p.suffix, 'preferred', p.preferred, 'otherNames', p.other_names, 'birthDate', p.birth_date,
      'languages', to_jsonb(p.languages))) AS person
    FROM found JOIN app.person p USING (person_id)`.execute(trx as Trx);
  return rows.map((row) => row.person);
}

type FoundCase = FoundPerson["cases"][number];

/** Cases of people, without content: what somebody is there, whose case it is, and whether the caller may open it. */
export async function casesOf(
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
  scope: CaseListScope,
  today: PlainDate,
): Promise<ReadonlyMap<PersonId, readonly FoundCase[]>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ personId: PersonId; cases: readonly FoundCase[] }>`
    WITH mine AS MATERIALIZED (SELECT DISTINCT case_id FROM (${readableCases(scope, today)}) m)
    SELECT m.person_id, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('caseId', c.case_id, 'caseNumber', c.number, 'role', m.role,
        'officeName', w.office, 'workerName', w.name, 'open', ${isOpen},
        'mayOpen', EXISTS (SELECT FROM mine WHERE mine.case_id = c.case_id))) ORDER BY c.number DESC) AS cases
    FROM app.member m JOIN app.case_record c USING (case_id)
    LEFT JOIN LATERAL (${WORKER}) w ON true
    WHERE m.person_id = ANY (${people}::uuid[])
      ${scope.organizationId === undefined ? sql`` : sql`AND c.case_id IN (SELECT case_id FROM mine)`}
    GROUP BY m.person_id`.execute(trx as Trx);
  return new Map(rows.map((row) => [row.personId, row.cases]));
}

const isOpen = sql`(c.stage IS DISTINCT FROM 'ENDED' AND c.stage IS DISTINCT FROM 'CLOSED')`;

const WORKER = sql`SELECT s.name, f.name AS office FROM app.case_team t JOIN app.staff s USING (staff_id)
  LEFT JOIN app.office f USING (office_id)
  WHERE t.case_id = c.case_id AND t.role = 'CASEWORKER' ORDER BY t.from_on DESC LIMIT 1`;

/** Cases by the beginning of their number, or by the name under which the family is shown. */
export async function findCases(
  trx: ReadTrx | Trx,
  text: string,
  scope: CaseListScope,
  today: PlainDate,
): Promise<FindResults["cases"]> {
  const asked = text.trim();
  if (asked.length < 2) return [];
  const { rows } = await sql<{ found: FindResults["cases"][number] & { caseId: CaseId } }>`
    WITH mine AS MATERIALIZED (SELECT DISTINCT case_id FROM (${readableCases(scope, today)}) m)
    SELECT jsonb_strip_nulls(jsonb_build_object('caseId', c.case_id, 'caseNumber', c.number, 'familyName', c.family_name,
      'workerName', w.name, 'mayOpen', EXISTS (SELECT FROM mine WHERE mine.case_id = c.case_id))) AS found
    FROM app.case_record c LEFT JOIN LATERAL (${WORKER}) w ON true
    WHERE (starts_with(c.number, ${asked}) OR c.family_name ILIKE ${`${asked.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`})
      ${scope.organizationId === undefined ? sql`` : sql`AND c.case_id IN (SELECT case_id FROM mine)`}
    ORDER BY c.number DESC LIMIT ${SHOWN}`.execute(trx as Trx);
  return rows.map((row) => row.found);
}
