import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import {
  displayName,
  type Match,
  nearDates,
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
const CANDIDATES = 5_000;
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
 * Candidates share a birth date or nearly so, or the sounds of both names where a birth date is missing, found by
 * indexes; the domain scores them. Pairs that somebody knows to be two people are left out.
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
  const { rows: mine } = await sql<{ id: PersonId; birthDate: PlainDate | null }>`
    SELECT p.person_id AS id, p.birth_date FROM app.person p WHERE p.merged_into IS NULL AND p.person_id IN (
      SELECT m.person_id FROM app.member m WHERE m.case_id IN (${reviewedCases(scope, today)})
      GROUP BY m.person_id ORDER BY m.person_id DESC LIMIT ${LOOKED_AT})`.execute(trx as Trx);
  const asked = mine.map(({ id, birthDate }) => ({
    id,
    near: birthDate === null ? [] : nearDates(birthDate),
  }));
  const { rows } = await sql<Pair>`
    WITH once AS (
      SELECT DISTINCT least(one, other) AS one, greatest(one, other) AS other
      FROM app.look_alikes(${JSON.stringify(asked)}::jsonb) ORDER BY other DESC, one LIMIT ${CANDIDATES}
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

/** Two records in one order, whoever asks. */
export const orderedPair = (a: PersonId, b: PersonId): readonly [PersonId, PersonId] =>
  a < b ? [a, b] : [b, a];
