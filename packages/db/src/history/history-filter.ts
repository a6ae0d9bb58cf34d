import type { CaseId, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { HistoryFilter, HistoryKind } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";

/** Which tables keep the facts of a kind. */
export const TABLES_OF: Readonly<Record<HistoryKind, readonly string[]>> = {
  PEOPLE: [
    "person",
    "member",
    "member_basis",
    "member_purpose",
    "relationship",
    "termination_of_rights",
  ],
  HOMES: ["living_situation", "household_change"],
  LEVELS: ["frequency"],
  CONTACTS: ["contact", "task_record", "duty_note"],
  SERVICES: ["episode", "episode_contractor", "referral", "prior_service", "referral_form"],
  TEAM: ["case_team", "coordinator", "handover", "cover"],
  CASE: ["case_record"],
};

/** Covers of those who had the case in that time: acts on a person of the staff, which concern their cases. */
const coverActs = (caseId: CaseId) => sql`
  SELECT c.command_id FROM (
    SELECT t.staff_id, t.from_on, t.to_on FROM app.case_team t WHERE t.case_id = ${caseId}
    UNION ALL SELECT k.staff_id, k.from_on, k.to_on FROM app.coordinator k WHERE k.case_id = ${caseId}
  ) held
  JOIN app.cover v ON v.staff_id = held.staff_id
    AND daterange(v.from_on, v.to_on, '[]') && daterange(held.from_on, held.to_on, '[]')
  JOIN app.command c ON c.subject_kind = 'STAFF' AND c.subject_id = v.staff_id::text
    AND c.params ->> 'coverId' = v.cover_id::text`;

/** The acts of a case: those on it, and those on its team that concern it. */
export const actsOf = (caseId: CaseId): RawBuilder<unknown> => sql`
  SELECT c.* FROM app.command c WHERE c.case_id = ${caseId}
  UNION ALL SELECT c.* FROM app.command c WHERE c.command_id IN (${coverActs(caseId)}) AND c.case_id IS NULL`;

/** Whether a row names a person, by whatever column. */
const names = (row: RawBuilder<unknown>, personId: PersonId): RawBuilder<boolean> => sql<boolean>`(
  jsonb_path_exists(${row}, '$.* ? (@ == $person)', jsonb_build_object('person', ${personId}::text))
  OR strpos(coalesce(${row} ->> 'key', ''), ${personId}) > 0)`;

/**
 * The acts that wrote rows of some tables, or rows about a person: by what they changed or took out, and by what they
 * wrote first, now in force or not.
 */
function writing(
  caseId: CaseId,
  tables: readonly string[],
  personId: PersonId | undefined,
): RawBuilder<unknown> {
  const about = (...rows: readonly RawBuilder<unknown>[]) =>
    personId === undefined
      ? sql`true`
      : sql`(${sql.join(
          rows.map((row) => names(row, personId)),
          sql` OR `,
        )})`;
  const ofCase = tables.filter((table) => table !== "person" && table !== "cover");
  const inForce = ofCase.map(
    (table) => sql`
      SELECT n.command_id FROM ${sql.id("app", table)} n
      WHERE n.case_id = ${caseId} AND n.version = 1 AND ${about(sql`to_jsonb(n)`)}`,
  );
  const former = sql`app.history h WHERE h.case_id = ${caseId} AND h.table_name = ANY (${ofCase}::text[])`;
  return sql.join(
    [
      ...inForce,
      sql`SELECT h.command_id FROM ${former} AND ${about(sql`h.row`, sql`h.changed`)}`,
      sql`SELECT (h.row ->> 'command_id')::uuid FROM ${former} AND h.version = 1 AND ${about(sql`h.row`)}`,
      ...(tables.includes("person")
        ? [
            sql`SELECT h.command_id FROM app.history h JOIN app.member m ON m.person_id::text = h.row_id
              WHERE h.table_name = 'person' AND m.case_id = ${caseId} AND ${personId === undefined ? sql`true` : sql`h.row_id = ${personId}`}`,
          ]
        : []),
      ...(tables.includes("cover") && personId === undefined ? [coverActs(caseId)] : []),
    ],
    sql` UNION ALL `,
  );
}

/** The moment at which a day begins in the agency's zone. */
export const startOf = (day: PlainDate, plus = 0) =>
  sql`((${day}::date + ${plus}::integer)::timestamp AT TIME ZONE (SELECT time_zone FROM app.agency))`;

/**
 * The condition that an act `c` of a case fits the filter.
 * @param tables all tables whose former rows are kept, for a filter by person alone
 */
export function fits(
  caseId: CaseId,
  { kind, personId, staffId, from, to }: HistoryFilter,
  tables: readonly string[],
): RawBuilder<boolean> {
  const conditions = [
    sql`true`,
    ...(kind !== undefined || personId !== undefined
      ? [
          sql`c.command_id IN (${writing(caseId, kind === undefined ? ["person", ...tables] : TABLES_OF[kind], personId)})`,
        ]
      : []),
    ...(staffId === undefined ? [] : [sql`c.actor_staff_id = ${staffId}`]),
    ...(from === undefined ? [] : [sql`c.at >= ${startOf(from)}`]),
    ...(to === undefined ? [] : [sql`c.at < ${startOf(to, 1)}`]),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
}
