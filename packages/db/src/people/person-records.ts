import type { CaseId, PersonId, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { RecordedPerson } from "@kinward/domain/people";
import { type RawBuilder, sql } from "kysely";
import { staffAndCovered, staffBelow } from "../accounts/relation.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { json } from "../core/values.ts";
import { insertNameKeys } from "./write-person.ts";

/** A person as recorded, and what the record has become. */
export interface PersonRecord {
  readonly person: RecordedPerson;
  readonly version: number;
  readonly mergedInto?: PersonId;
}

/** People by their ids; `forUpdate` holds them until the transaction ends, so that no case takes one up meanwhile. */
export async function loadPersonRecords(
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
  forUpdate = false,
): Promise<ReadonlyMap<PersonId, PersonRecord>> {
  const { rows } = await sql<{ record: PersonRecord }>`
    SELECT jsonb_strip_nulls(jsonb_build_object('version', p.version, 'mergedInto', p.merged_into, 'person', ${PERSON})) AS record
    FROM app.person p WHERE p.person_id = ANY (${people}::uuid[]) ORDER BY p.person_id
    ${forUpdate ? sql`FOR UPDATE` : sql``}`.execute(trx as Trx);
  return new Map(rows.map(({ record }) => [record.person.id, record]));
}

/** A row `p` of `person` as the domain has it. */
export const PERSON: RawBuilder<unknown> = sql`jsonb_build_object('id', p.person_id, 'given', p.given, 'middle', p.middle,
  'family', p.family, 'suffix', p.suffix, 'preferred', p.preferred, 'otherNames', nullif(p.other_names, '[]'),
  'birthDate', p.birth_date, 'birthDateKind', p.birth_date_kind, 'deceasedOn', p.deceased_on, 'sex', p.sex,
  'languages', to_jsonb(p.languages), 'phone', p.phone, 'email', p.email)`;

/**
 * Says of a record what is known now.
 * @param confirmed whether it is the Department's word; absent: as before
 */
export async function updatePerson(
  trx: Trx,
  person: RecordedPerson,
  confirmed?: boolean,
): Promise<void> {
  await trx
    .updateTable("person")
    .set({
      given: person.given ?? null,
      middle: person.middle ?? null,
      family: person.family ?? null,
      suffix: person.suffix ?? null,
      preferred: person.preferred ?? null,
      otherNames: json(person.otherNames ?? []),
      birthDate: person.birthDate ?? null,
      birthDateKind: person.birthDateKind ?? null,
      deceasedOn: person.deceasedOn ?? null,
      sex: person.sex ?? null,
      languages: sql`${person.languages}::text[]`,
      phone: person.phone ?? null,
      email: person.email ?? null,
      ...(confirmed !== undefined && { confirmed }),
    })
    .where("personId", "=", person.id)
    .execute();
}

/** Has records found by what they say now, and not at all once they were merged. */
export async function renewNameKeys(trx: Trx, people: readonly PersonId[]): Promise<void> {
  await trx.deleteFrom("personNameKey").where("personId", "in", people).execute();
  const records = [...(await loadPersonRecords(trx, people)).values()];
  await insertNameKeys(
    trx,
    records.filter((one) => one.mergedInto === undefined).map((one) => one.person),
  );
}

/** Of these cases, those whose worker is below a supervisor, or below whom the supervisor covers today. */
export async function casesBelow(
  trx: ReadTrx | Trx,
  caseIds: readonly CaseId[],
  staffId: StaffId,
  today: PlainDate,
): Promise<ReadonlySet<CaseId>> {
  const { rows } = await sql<{ caseId: CaseId }>`
    SELECT DISTINCT t.case_id FROM app.case_team t WHERE t.case_id = ANY (${caseIds}::uuid[])
      AND t.staff_id IN (${staffBelow(staffAndCovered(staffId, today), today)})`.execute(
    trx as Trx,
  );
  return new Set(rows.map((row) => row.caseId));
}

/** The record under which somebody is known now: merged ids lead to it, however often it was merged since. */
export async function followMerged(
  trx: ReadTrx | Trx,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PersonId>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ asked: PersonId; now: PersonId }>`
    WITH RECURSIVE way AS (
      SELECT person_id AS asked, person_id AS now, merged_into FROM app.person WHERE person_id = ANY (${people}::uuid[])
      UNION ALL
      SELECT w.asked, p.person_id, p.merged_into FROM way w JOIN app.person p ON p.person_id = w.merged_into
    ) SELECT asked, now FROM way WHERE merged_into IS NULL`.execute(trx as Trx);
  return new Map(rows.map((row) => [row.asked, row.now]));
}
