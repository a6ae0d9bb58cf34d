import type { CaseFile } from "@kinward/domain/casefile";
import { readCaseFile } from "@kinward/domain/casefile";
import {
  type CaseId,
  maxDate,
  minDate,
  type PersonId,
  type PlainDate,
} from "@kinward/domain/kernel";
import type { CaseSpan, RosterPerson } from "@kinward/domain/people";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../../core/client.ts";

/** Everything recorded of one person in one case; undefined for who was never in it. */
export async function findRosterPerson(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  personId: PersonId,
): Promise<(RosterPerson & { readonly name: string }) | undefined> {
  const found = await loadRoster(trx, caseId, personId);
  return found.memberships.length === 0 ? undefined : found;
}

/** Everything recorded of someone who may be about to join. */
export async function loadRoster(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  personId: PersonId,
): Promise<RosterPerson & { readonly name: string; readonly isKnown: boolean }> {
  const { rows } = await sql<{ roster: RosterPerson & { readonly name: string } }>`
    SELECT jsonb_strip_nulls(jsonb_build_object(
      'name', app.display_name(p.given, p.preferred, p.family, p.suffix),
      'person', jsonb_build_object('id', p.person_id, 'birthDate', p.birth_date, 'birthDateKind', p.birth_date_kind,
        'deceasedOn', p.deceased_on, 'confirmed', p.confirmed),
      'memberships', coalesce((
        SELECT jsonb_agg(jsonb_build_object('memberId', m.member_id, 'role', m.role, 'joined', m.joined_on, 'to', m.left_on,
          'confirmed', m.confirmed) ORDER BY m.joined_on NULLS FIRST)
        FROM app.member m WHERE m.case_id = ${caseId} AND m.person_id = p.person_id), '[]'),
      'stays', coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', l.living_situation_id, 'setting', l.setting, 'state', l.state,
          'address', l.address, 'from', l.from_on, 'to', l.to_on, 'confirmed', l.confirmed) ORDER BY l.from_on NULLS FIRST)
        FROM app.living_situation l WHERE l.case_id = ${caseId} AND l.person_id = p.person_id), '[]'),
      'hasBasis', EXISTS (SELECT FROM app.member_basis b WHERE b.case_id = ${caseId} AND b.person_id = p.person_id)
    )) AS roster
    FROM app.person p WHERE p.person_id = ${personId}`.execute(trx as Trx);
  const [row] = rows;
  return row === undefined
    ? {
        isKnown: false,
        name: "",
        person: { id: personId },
        memberships: [],
        stays: [],
        hasBasis: false,
      }
    : { isKnown: true, ...row.roster };
}

/** First and last day of a case: what its opening and its services say. */
export function spanOf(caseFile: CaseFile): CaseSpan {
  const { episodes } = readCaseFile(caseFile);
  const begins = [caseFile.openedOn, ...episodes.map((one) => one.effectiveDate)].filter(
    (on): on is PlainDate => on !== undefined,
  );
  const last = episodes.map((one) => one.lastServiceDay);
  const served = last.every((on): on is PlainDate => on !== undefined) && last.length > 0;
  const ended = served ? (last as PlainDate[]).reduce(maxDate) : caseFile.serviceTerminationDate;
  return {
    ...(begins.length > 0 && { began: begins.reduce(minDate) }),
    ...(ended && { ended }),
  };
}

/** Another open case of someone; without number where it is not open to the caller. */
export interface OtherOpenCase {
  readonly personId: PersonId;
  readonly caseId?: CaseId;
  readonly number?: string;
}

/** Other open cases in which people are members today. */
export async function listOtherOpenCases(
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
  butCase: CaseId,
): Promise<readonly OtherOpenCase[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<{
    personId: PersonId;
    caseId: CaseId | null;
    number: string | null;
  }>`SELECT * FROM app.open_cases_of(${people}::uuid[], ${butCase})`.execute(trx as Trx);
  return rows.map(({ personId, caseId, number }) => ({
    personId,
    ...(caseId !== null && { caseId }),
    ...(number !== null && { number }),
  }));
}
