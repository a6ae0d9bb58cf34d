import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { FamilyPerson, FamilyRelationship } from "@kinward/domain/views";
import { sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** A stay with what groups people by address; the address itself is not handed on. */
export interface RecordedPlace {
  readonly personId: PersonId;
  readonly from?: PlainDate;
  readonly confirmed: boolean;
  readonly place?: number;
}

/** What the drawing of a family needs beside its case file. */
export interface FamilyRecords {
  readonly people: ReadonlyMap<
    PersonId,
    Pick<FamilyPerson, "personId" | "name" | "sex" | "birthDateKind">
  >;
  readonly relationships: readonly FamilyRelationship[];
  readonly places: readonly RecordedPlace[];
}

/** Names and sex of the people of a case, their relationships, and which of their stays share an address. */
export async function loadFamilyRecords(trx: ReadTrx, caseId: CaseId): Promise<FamilyRecords> {
  const run = trx as unknown as Trx;
  const people = await sql<FamilyPerson>`
    SELECT p.person_id, app.display_name(p.given, p.preferred, p.family, p.suffix) AS name, p.sex, p.birth_date_kind
    FROM app.member m JOIN app.person p ON p.person_id = m.person_id
    WHERE m.case_id = ${caseId} ORDER BY m.position`.execute(run);
  const relationships = await sql<FamilyRelationship>`
    SELECT r.person_id, r.kind, r.other_person_id, r.sibling_kind, r.from_on AS "from", r.to_on AS "to"
    FROM app.relationship r WHERE r.case_id = ${caseId} ORDER BY r.from_on NULLS FIRST, r.relationship_id`.execute(
    run,
  );
  const places = await sql<RecordedPlace>`
    SELECT l.person_id, l.from_on AS "from", l.confirmed,
      CASE WHEN btrim(coalesce(l.address, '')) = '' THEN NULL
        ELSE dense_rank() OVER (ORDER BY l.state, lower(btrim(l.address))) END::int AS place
    FROM app.living_situation l WHERE l.case_id = ${caseId}`.execute(run);
  return {
    people: new Map(people.rows.map((row) => [row.personId, present(row) as FamilyPerson])),
    relationships: relationships.rows.map((row) => present(row) as FamilyRelationship),
    places: places.rows.map((row) => present(row) as RecordedPlace),
  };
}
