import type { Database } from "@kinward/db";
import { sql } from "kysely";

/** Who works, with whom: copied first, so that a large agency has many teams and not huge ones. */
const PEOPLE_OF_THE_AGENCY = ["staff", "staff_role", "team", "team_member", "supervisor_line"];
/** What lists read of a case. */
const SUMMARY = [
  "case_record",
  "case_team",
  "case_org",
  "episode",
  "referral",
  "episode_contractor",
  "coordinator",
];
/** All that is recorded about families; what is referred to comes first. */
const FACTS_AND_SUMMARY = [
  "person",
  "person_name_key",
  ...SUMMARY,
  "member",
  "member_basis",
  "member_purpose",
  "living_situation",
  "relationship",
  "termination_of_rights",
  "frequency",
  "household_change",
  "referral_form",
  "prior_service",
  "contact",
  "task_record",
];

/** Ids that a copy shares with the original: the agency's own structure, and the acts by which rows became known. */
const SHARED = new Set([
  "organization_id",
  "office_id",
  "service_area_id",
  "contract_area_id",
  "contract_id",
  "command_id",
]);

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
/** The id of the k-th copy. It sorts as the original does: the rules take people and contacts in order of their ids. */
const copyOf = (expression: string): string =>
  `(left(${expression}, 28) || lpad(to_hex(k), 8, '0'))::uuid`;
/** Keys of duties hold the person they are about. */
const keyOf = (column: string): string =>
  `replace(${column}, substring(${column} FROM '${UUID}'), ${copyOf(`substring(${column} FROM '${UUID}')`)}::text)`;

/** Columns that a copy must have of its own, besides ids. */
const OWN: Readonly<Record<string, string>> = {
  "staff.auth_user_id": "NULL",
  "staff.email": "replace(email::text, '@', '+' || k || '@')",
  "case_record.number": "number || '.' || k",
  "duty.key": `coalesce(${keyOf("key")}, key)`,
  "duty.subject": `CASE WHEN subject ~ '${UUID}' THEN ${copyOf("subject")}::text ELSE subject END`,
  "duty.missing": `ARRAY(SELECT CASE WHEN m ~ '${UUID}' THEN ${copyOf("m")}::text ELSE m END FROM unnest(missing) WITH ORDINALITY AS all_of(m, n) ORDER BY n)`,
  "duty_note.key": `coalesce(${keyOf("key")}, key)`,
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

function valueOf({ table, column, type }: Column): string {
  const own = OWN[`${table}.${column}`];
  if (own !== undefined) return own;
  if (type === "uuid" && !SHARED.has(column)) return copyOf(`${column}::text`);
  if (type === "_uuid")
    return `ARRAY(SELECT ${copyOf("m::text")} FROM unnest(${column}) WITH ORDINALITY AS all_of(m, n) ORDER BY n)`;
  return column;
}

export interface Multiplied {
  /** How many times the whole sample is copied. */
  readonly copies: number;
  /** Only what lists show, without people and contacts: for measuring lists of a million cases. */
  readonly summaryOnly?: boolean;
  readonly say?: (line: string) => void;
}

/**
 * Makes a large agency of a loaded and derived sample by copying its teams, families, cases and duties, for measuring.
 * Copies are outside the ledgers of the rotation, which cannot be multiplied: their assignments name lines of the
 * originals. Runs as the owner, one statement for each table, so that only originals are copied.
 */
export async function multiplySample(
  owner: Database,
  { copies, summaryOnly = false, say = () => undefined }: Multiplied,
): Promise<void> {
  const tables = [
    ...PEOPLE_OF_THE_AGENCY,
    ...(summaryOnly ? SUMMARY : FACTS_AND_SUMMARY),
    ...(summaryOnly ? ["duty"] : ["duty_note", "duty"]),
  ];
  await setCounting(owner, "DISABLE");
  try {
    await copyTables(owner, tables, { copies, summaryOnly, say });
  } finally {
    await setCounting(owner, "ENABLE");
  }
  await sql`SELECT app.count_cases(ARRAY(SELECT case_id FROM app.case_record))`.execute(owner);
  await sql`SELECT app.sum_state_counts()`.execute(owner);
  await sql`ANALYZE`.execute(owner);
}

/** What is copied is counted once at the end, not after each table. */
async function setCounting(owner: Database, state: "DISABLE" | "ENABLE"): Promise<void> {
  for (const table of ["duty", "duty_note", "case_record", "episode_contractor"])
    await sql.raw(`ALTER TABLE app.${table} ${state} TRIGGER count_after_insert`).execute(owner);
}

async function copyTables(
  owner: Database,
  tables: readonly string[],
  { copies, summaryOnly, say }: Required<Multiplied>,
): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    const { rows: columns } = await sql<Column>`
      SELECT table_name AS "table", column_name AS "column", udt_name AS "type" FROM information_schema.columns
      WHERE table_schema = 'app' AND is_generated = 'NEVER' AND table_name = ANY (${tables})`.execute(
      trx,
    );
    for (const table of tables) {
      const own = columns.filter((one) => one.table === table);
      const names = own.map(({ column }) => column).join(", ");
      const values = own.map((one) =>
        summaryOnly && one.column === "settled_by" ? "NULL" : valueOf(one),
      );
      const { numAffectedRows = 0n } = await sql
        .raw(
          `INSERT INTO app.${table} (${names}) SELECT ${values.join(", ")} FROM app.${table}, generate_series(1, ${copies}) AS k`,
        )
        .execute(trx);
      say(`${numAffectedRows} rows of ${table.replaceAll("_", " ")}`);
    }
  });
}
