import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import {
  displayName,
  type Match,
  type RecordedPerson,
  scoreDuplicate,
} from "@kinward/domain/people";
import type { DuplicatesPage, FoundPerson } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { staffAndCovered, staffBelow } from "../accounts/relation.ts";
import type { CaseListScope } from "../cases/case-list.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { casesOf } from "./find-people.ts";
import { PERSON } from "./person-records.ts";

/** Of a caller's people, the most recently recorded: duplicates come with new records. */
const LOOKED_AT = 2_000;
const CANDIDATES = 1_000;
const SHOWN = 20;

/** Whose people somebody reviews: a supervisor those of the team's cases, a worker those of own ones (D9), a cover those of the absent one too. */
export const reviewedCases = (
  { staffId, roles }: CaseListScope,
  today: PlainDate,
): RawBuilder<unknown> => {
  if (roles.includes("AUDITOR")) return sql`SELECT case_id FROM app.case_record`;
  const self = staffAndCovered(staffId, today);
  const below = roles.includes("SUPERVISOR")
    ? sql` OR t.staff_id IN (${staffBelow(self, today)})`
    : sql``;
  return sql`SELECT t.case_id FROM app.case_team t WHERE t.staff_id IN (${self})${below}`;
};

interface Pair {
  readonly a: RecordedPerson;
  readonly b: RecordedPerson;
  readonly isProposed: boolean;
}
interface Scored extends Pair {
  readonly match: Match;
}

/**
 * Records that may be about one person, the likeliest first; at least one of each pair is in a case of the caller's.
 * Candidates share a birth date or nearly so, or the sounds of both names where a birth date is missing: all of it found
 * by indexes; the domain scores them. Pairs that somebody knows to be two people are left out.
 */
export async function listDuplicates(
  trx: ReadTrx | Trx,
  scope: CaseListScope,
  today: PlainDate,
  page: number,
): Promise<DuplicatesPage> {
  const all = (await candidates(trx, scope, today))
    .flatMap((pair): readonly Scored[] => {
      const match = scoreDuplicate(pair.a, pair.b);
      return match === undefined ? [] : [{ ...pair, match }];
    })
    .toSorted((x, y) => y.match.score - x.match.score || (x.a.id < y.a.id ? -1 : 1));
  const shown = all.slice((page - 1) * SHOWN, page * SHOWN);
  const people = shown.flatMap(({ a, b }) => [a.id, b.id]);
  const cases = await casesOf(trx, people, scope, today);
  const found = (person: RecordedPerson, why: Match["why"]): FoundPerson => ({
    personId: person.id,
    name: displayName(person),
    ...(person.birthDate && { birthDate: person.birthDate }),
    why,
    cases: cases.get(person.id) ?? [],
  });
  return {
    pairs: shown.map(({ a, b, isProposed, match: { why } }) => ({
      a: found(a, why),
      b: found(b, why),
      why,
      isProposed,
    })),
    total: all.length,
    page,
    pageSize: SHOWN,
  };
}

async function candidates(
  trx: ReadTrx | Trx,
  scope: CaseListScope,
  today: PlainDate,
): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`
    WITH mine AS MATERIALIZED (
      SELECT p.* FROM app.person p WHERE p.merged_into IS NULL AND p.person_id IN (
        SELECT m.person_id FROM app.member m WHERE m.case_id IN (${reviewedCases(scope, today)})
        GROUP BY m.person_id ORDER BY m.person_id DESC LIMIT ${LOOKED_AT})
    ),
    -- Family names tell people apart better than given ones: they are asked first.
    sounding AS MATERIALIZED (
      SELECT a.person_id AS one, b.person_id AS other FROM mine a
      JOIN app.person_name_key f ON f.person_id = a.person_id AND f.part = 'FAMILY' AND f.kind = 'SOUND'
      JOIN app.person_name_key g ON g.kind = f.kind AND g.part = f.part AND g.key = f.key AND g.person_id <> f.person_id
      JOIN app.person b ON b.person_id = g.person_id AND b.merged_into IS NULL
      WHERE a.birth_date IS NULL OR b.birth_date IS NULL
    ),
    pair AS (
      SELECT a.person_id AS one, b.person_id AS other FROM mine a
      CROSS JOIN LATERAL (${NEAR_DATES}) d
      JOIN app.person b ON b.birth_date = d.day AND b.merged_into IS NULL AND b.person_id <> a.person_id
      WHERE EXISTS (SELECT FROM app.person_name_key x JOIN app.person_name_key y USING (kind, part, key)
        WHERE x.person_id = a.person_id AND y.person_id = b.person_id)
      UNION
      SELECT s.one, s.other FROM sounding s
      WHERE EXISTS (SELECT FROM app.person_name_key x JOIN app.person_name_key y USING (kind, part, key)
        WHERE x.person_id = s.one AND y.person_id = s.other AND x.part = 'GIVEN' AND x.kind <> 'EXACT')
    ),
    once AS (
      SELECT DISTINCT least(one, other) AS one, greatest(one, other) AS other FROM pair
      ORDER BY other DESC, one LIMIT ${CANDIDATES}
    )
    SELECT (SELECT jsonb_strip_nulls(${PERSON}) FROM app.person p WHERE p.person_id = o.one) AS a,
      (SELECT jsonb_strip_nulls(${PERSON}) FROM app.person p WHERE p.person_id = o.other) AS b,
      EXISTS (SELECT FROM app.proposal q WHERE q.kind = 'PERSON_MERGE' AND q.subject_kind = 'PERSON_PAIR'
        AND q.subject_id = o.one || ' ' || o.other AND q.decision IS NULL) AS is_proposed
    FROM once o WHERE NOT EXISTS (SELECT FROM app.person_distinct d WHERE d.person_id = o.one AND d.other_person_id = o.other AND d.undone_at IS NULL)`.execute(
    trx as Trx,
  );
  return rows;
}

/** A birth date as it may have been misheard or mistyped: days near by, a year apart, month and day exchanged. */
const NEAR_DATES = sql`
  SELECT a.birth_date + n AS day FROM generate_series(-3, 3) n
  UNION SELECT (a.birth_date + make_interval(years => y))::date FROM unnest(ARRAY[-1, 1]) y
  UNION SELECT make_date(extract(year FROM a.birth_date)::int, extract(day FROM a.birth_date)::int, extract(month FROM a.birth_date)::int)
    WHERE extract(day FROM a.birth_date) <= 12`;

/** Two records in one order, whoever asks. */
export const orderedPair = (a: PersonId, b: PersonId): readonly [PersonId, PersonId] =>
  a < b ? [a, b] : [b, a];
