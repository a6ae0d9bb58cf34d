import type { FactKind } from "@kinward/domain/people";

/** Where a case names a person. */
export interface PersonReference {
  readonly kind: FactKind;
  readonly table: string;
  /** Column that identifies a row. */
  readonly key: string;
  /** Columns that name one person. */
  readonly people: readonly string[];
  /** Column that lists people. */
  readonly list?: string;
  /** Columns that, with case and people, say what excludes another row of the same day; absent: nothing does. */
  readonly once?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Columns that say nothing about the person: their place in a list, when it was written. */
  readonly unsaid?: readonly string[];
  /** It may name someone who is no member of the case. */
  readonly ofAnyone?: true;
}

const dated = { from: "from_on", to: "to_on" } as const;
const one = ["person_id"] as const;

/**
 * Every column that names a person, memberships first: a contact may name members only. A test compares this with the
 * foreign keys of the database, so that none is forgotten.
 */
export const PERSON_REFERENCES: readonly PersonReference[] = [
  {
    kind: "MEMBERSHIP",
    table: "member",
    key: "member_id",
    people: one,
    once: [],
    from: "joined_on",
    to: "left_on",
    unsaid: ["position"],
    ofAnyone: true,
  },
  {
    kind: "BASIS",
    table: "member_basis",
    key: "member_basis_id",
    people: one,
    once: ["basis"],
    ...dated,
  },
  {
    kind: "PURPOSE",
    table: "member_purpose",
    key: "member_purpose_id",
    people: one,
    once: [],
    ...dated,
  },
  {
    kind: "LIVING",
    table: "living_situation",
    key: "living_situation_id",
    people: one,
    once: [],
    ...dated,
  },
  {
    kind: "RELATIONSHIP",
    table: "relationship",
    key: "relationship_id",
    people: ["person_id", "other_person_id"],
    once: ["kind"],
    ...dated,
    ofAnyone: true,
  },
  {
    kind: "TERMINATION_OF_RIGHTS",
    table: "termination_of_rights",
    key: "termination_of_rights_id",
    people: ["parent_person_id", "child_person_id"],
    from: "on_date",
    to: "on_date",
    ofAnyone: true,
  },
  {
    kind: "FREQUENCY",
    table: "frequency",
    key: "frequency_id",
    people: one,
    ...dated,
    unsaid: ["recorded_at"],
  },
  {
    kind: "HOUSEHOLD_CHANGE",
    table: "household_change",
    key: "household_change_id",
    people: one,
    from: "on_date",
    to: "on_date",
    ofAnyone: true,
  },
  { kind: "CONTACT", table: "contact", key: "contact_id", people: [], list: "people" },
  { kind: "TASK", table: "task_record", key: "task_record_id", people: one, list: "people" },
];

/** Records about the records themselves: they say of which ids people spoke, and stay as they are. */
export const NAMES_RECORDS = ["person", "person_name_key", "person_merge", "person_distinct"];
