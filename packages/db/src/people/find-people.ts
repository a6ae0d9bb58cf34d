import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import {
  type AskedWord,
  askedWords,
  displayName,
  keysOfWord,
  type NameKey,
  type Person,
  type PersonQuery,
  scoreMatch,
} from "@kinward/domain/people";
import type { FindResults, FoundPerson, PeoplePage } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { type CaseListScope, likeText, readableCases } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";

/** People fetched by their keys; the domain scores them. */
const CANDIDATES = 300;
const SHOWN = 20;

/**
 * People who may be meant: by name, nickname, sound, a letter more or less, or birth date, the likeliest first, with
 * their cases and no content. The Department finds everyone; contractors the people of their own cases. Three statements.
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
  const words = askedWords(query);
  const birthDate = query.birthDate ?? null;
  if (words.length === 0 && birthDate === null) return [];
  const { rows } = await sql<{ person: Person }>`
    WITH found AS (
      SELECT h.person_id, h.n FROM (${words.length === 0 ? bornOn(birthDate) : withKeys(await keysByWord(trx, words), words.length)}) h
      WHERE ${withinScope(sql`h.person_id`, scope, today)}
    )
    SELECT jsonb_strip_nulls(jsonb_build_object('id', p.person_id, 'given', p.given, 'middle', p.middle, 'family', p.family,
      'suffix', p.suffix, 'preferred', p.preferred, 'otherNames', p.other_names, 'birthDate', p.birth_date,
      'languages', to_jsonb(p.languages))) AS person
    FROM found f JOIN app.person p USING (person_id) WHERE p.merged_into IS NULL
    ORDER BY p.birth_date IS NOT DISTINCT FROM ${birthDate}::date DESC, f.n DESC, person_id LIMIT ${CANDIDATES}`.execute(
    trx as Trx,
  );
  return rows.map((row) => row.person);
}

const bornOn = (birthDate: PlainDate | null): RawBuilder<unknown> =>
  sql`SELECT p.person_id, 0 AS n FROM app.person p WHERE p.birth_date = ${birthDate}::date`;

interface AskedKey extends NameKey {
  /** Which of the words it is of. */
  readonly at: number;
}

/** Those who have a key of every word; the more keys somebody has, the nearer the name. */
const withKeys = (keys: readonly AskedKey[], words: number): RawBuilder<unknown> => sql`
  SELECT k.person_id, count(*) AS n FROM app.person_name_key k
  JOIN jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS q(at int, kind text, part text, key text) USING (kind, part, key)
  GROUP BY k.person_id HAVING count(DISTINCT q.at) = ${words}`;

async function keysByWord(
  trx: ReadTrx | Trx,
  words: readonly AskedWord[],
): Promise<readonly AskedKey[]> {
  const { rows } = await sql<{ asked: string; word: string }>`
    SELECT asked, word FROM app.similar_words(${words.map(({ word }) => word)}::text[])`.execute(
    trx as Trx,
  );
  const similar = Map.groupBy(rows, ({ asked }) => asked);
  return words.flatMap((asked, at) =>
    keysOfWord(
      asked,
      (similar.get(asked.word) ?? []).map(({ word }) => word),
    ).map((key) => ({ at, ...key })),
  );
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
    WHERE c.case_id IN (SELECT app.cases_beginning(${asked}, ${`${likeText(asked)}%`}))
      ${scope.organizationId === undefined ? sql`` : sql`AND c.case_id IN (SELECT case_id FROM mine)`}
    ORDER BY c.number DESC LIMIT ${SHOWN}`.execute(trx as Trx);
  return rows.map((row) => row.found);
}
