import type { Mark, MarkKind } from "@kinward/domain/people";
import type { CaseFact } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { newId } from "../core/values.ts";

type FactKind = CaseFact["kind"];

interface FactTable {
  readonly table: string;
  readonly id: string;
  /** The fact of a row `r`, in the words of the domain; empty columns are left out later. */
  readonly fact: RawBuilder<unknown>;
}

/** Where each kind of fact stands. */
export const FACT_TABLES: Readonly<Record<FactKind, FactTable>> = {
  BASIS: {
    table: "member_basis",
    id: "member_basis_id",
    fact: sql`'personId', r.person_id, 'basis', r.basis, 'from', r.from_on, 'to', r.to_on, 'meetsOpeningCriteria',
      r.meets_opening_criteria, 'siblingKind', r.sibling_kind, 'caretakerKind', r.caretaker_kind`,
  },
  PURPOSE: {
    table: "member_purpose",
    id: "member_purpose_id",
    fact: sql`'personId', r.person_id, 'purpose', r.purpose, 'from', r.from_on, 'to', r.to_on`,
  },
  RIGHTS: {
    table: "termination_of_rights",
    id: "termination_of_rights_id",
    fact: sql`'personId', r.parent_person_id, 'childId', r.child_person_id, 'on', r.on_date`,
  },
  RELATIONSHIP: {
    table: "relationship",
    id: "relationship_id",
    fact: sql`'personId', r.person_id, 'relation', r.kind, 'otherPersonId', r.other_person_id, 'siblingKind', r.sibling_kind,
      'parentKind', r.parent_kind, 'from', r.from_on, 'to', r.to_on`,
  },
  FREQUENCY: {
    table: "frequency",
    id: "frequency_id",
    fact: sql`'personId', r.person_id, 'times', r.times, 'per', coalesce(r.per, 'MONTH'), 'source', coalesce(r.source, 'CASE_PLAN'),
      'from', r.from_on, 'to', r.to_on, 'approvedOn', r.approved_on`,
  },
  LIVING: {
    table: "living_situation",
    id: "living_situation_id",
    fact: sql`'personId', r.person_id, 'setting', r.setting, 'state', r.state, 'address', r.address, 'from', r.from_on, 'to', r.to_on,
      'confirmed', r.confirmed`,
  },
  MEMBER: {
    table: "member",
    id: "member_id",
    fact: sql`'personId', r.person_id, 'role', r.role, 'from', r.joined_on, 'to', r.left_on,
      'continuesPastMajority', r.continues_past_majority, 'confirmed', r.confirmed`,
  },
};

/** The columns of a mark: every one of them, so that a correction leaves nothing of what was there. */
const columnsOf = (mark: Mark): Readonly<Record<string, unknown>> => {
  switch (mark.kind) {
    case "BASIS":
      return {
        person_id: mark.personId,
        basis: mark.basis,
        from_on: mark.from ?? null,
        to_on: mark.to ?? null,
        meets_opening_criteria: mark.meetsOpeningCriteria ?? null,
        sibling_kind: mark.siblingKind ?? null,
        caretaker_kind: mark.caretakerKind ?? null,
      };
    case "PURPOSE":
      return {
        person_id: mark.personId,
        purpose: mark.purpose,
        from_on: mark.from ?? null,
        to_on: mark.to ?? null,
      };
    case "RIGHTS":
      return {
        parent_person_id: mark.personId,
        child_person_id: mark.childId ?? null,
        on_date: mark.on,
      };
    case "RELATIONSHIP":
      return {
        person_id: mark.personId,
        kind: mark.relation,
        other_person_id: mark.otherPersonId,
        sibling_kind: mark.siblingKind ?? null,
        parent_kind: mark.parentKind ?? null,
        from_on: mark.from ?? null,
        to_on: mark.to ?? null,
      };
    case "FREQUENCY":
      return {
        person_id: mark.personId ?? null,
        times: mark.times,
        per: mark.per,
        source: mark.source,
        from_on: mark.from,
        to_on: mark.to ?? null,
        approved_on: mark.approvedOn ?? null,
      };
  }
};

const where = (kind: MarkKind, id: string) => sql`${sql.ref(FACT_TABLES[kind].id)} = ${id}`;
const tableOf = (kind: MarkKind) => sql.id("app", FACT_TABLES[kind].table);

/** Statements that write one mark; `more` are columns that only a new row gets. */
export const insertMark = (mark: Mark, more: Readonly<Record<string, unknown>>) => {
  const row = { [FACT_TABLES[mark.kind].id]: newId(), ...more, ...columnsOf(mark) };
  return sql`INSERT INTO ${tableOf(mark.kind)} (${sql.join(Object.keys(row).map((name) => sql.id(name)))})
    VALUES (${sql.join(Object.values(row))})`;
};

export const updateMark = (id: string, mark: Mark) =>
  sql`UPDATE ${tableOf(mark.kind)} SET ${sql.join(
    Object.entries(columnsOf(mark)).map(([name, value]) => sql`${sql.id(name)} = ${value}`),
  )} WHERE ${where(mark.kind, id)}`;

export const deleteMark = (kind: MarkKind, id: string) =>
  sql`DELETE FROM ${tableOf(kind)} WHERE ${where(kind, id)}`;
