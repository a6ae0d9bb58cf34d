import pg from "pg";

/**
 * Types of the tables, read from a migrated database: what the constraints say (not null, one of a list) is what the
 * types say. A test keeps `tables.generated.ts` equal to this.
 */
export async function generateTypes(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const columns = await client.query<Column>(COLUMNS);
    const checks = await client.query<Check>(CHECKS);
    return render(columns.rows, choices(checks.rows));
  } finally {
    await client.end();
  }
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly generated: boolean;
}
interface Check {
  readonly table: string;
  readonly column: string;
  readonly definition: string;
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type,
    a.attnotnull AS required, a.atthasdef OR a.attidentity <> '' AS generated
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE n.nspname = 'app' AND c.relkind = 'r' AND c.relname NOT IN ('migration', 'migration_lock')
  ORDER BY c.relname COLLATE "C", a.attnum`;

const CHECKS = `
  SELECT c.relname AS table, a.attname AS column, pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND k.conkey = ARRAY[a.attnum]
  WHERE n.nspname = 'app' AND k.contype = 'c'`;

/** `column IN ('A', 'B')` as PostgreSQL writes it back. */
const IN_LIST = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/;

function choices(checks: readonly Check[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { table, column, definition } of checks) {
    const list = IN_LIST.exec(definition)?.[1];
    if (list === undefined) continue;
    const values = list.split(", ").map((value) => value.replace(/^'(.*)'::text$/, '"$1"'));
    found.set(`${table}.${column}`, values.join(" | "));
  }
  return found;
}

const TYPES: Readonly<Record<string, string>> = {
  uuid: "string",
  text: "string",
  citext: "string",
  "public.citext": "string",
  integer: "number",
  smallint: "number",
  bigint: "number",
  boolean: "boolean",
  date: "PlainDate",
  "timestamp with time zone": "Instant",
  jsonb: "unknown",
  bytea: "Buffer",
  "text[]": "readonly string[]",
  "uuid[]": "readonly string[]",
  "app.due_count[]": "unknown",
};

/** Columns whose name says what kind of id they hold, whatever the table. */
const IDS: Readonly<Record<string, readonly string[]>> = {
  CaseId: ["case_id"],
  CommandId: ["command_id"],
  ContactId: ["contact_id", "settled_by"],
  ContractAreaId: ["contract_area_id"],
  ContractId: ["contract_id", "first_contract_id", "second_contract_id"],
  DraftId: ["draft_id"],
  CoverId: ["cover_id"],
  ExampleId: ["example_id"],
  EpisodeId: ["episode_id", "previous_episode_id"],
  HandoverId: ["handover_id"],
  MemberId: ["member_id"],
  NoticeId: ["notice_id"],
  OfficeId: ["office_id"],
  OrganizationId: ["organization_id"],
  AreaPauseId: ["area_pause_id"],
  ProposalId: ["proposal_id"],
  PersonId: ["person_id", "other_person_id", "parent_person_id", "child_person_id"],
  ReferralFormId: ["referral_form_id"],
  ReferralId: ["referral_id"],
  SavedViewId: ["view_id"],
  ServiceAreaId: ["service_area_id"],
  StaffId: [
    "staff_id",
    "supervisor_id",
    "actor_staff_id",
    "submitted_by",
    "acknowledged_by",
    "covered_by",
    "from_staff_id",
    "to_staff_id",
    "published_by",
    "proposed_by",
    "decided_by",
    "saved_by",
  ],
  TeamId: ["team_id"],
};

/** Columns whose type the database cannot know. */
const NAMED: Readonly<Record<string, string>> = {
  "access_log.case_ids": "readonly CaseId[]",
  "area_head.head": "RotationHead",
  "case_record.stage": "CaseStage",
  "checkpoint.checkpoint": "Checkpoint",
  "command.params": "Params",
  "contact.people": "readonly PersonId[]",
  "contract.position": "1 | 2",
  "draft.content": "JsonObject",
  "duty.cancel_reason": "CancelReason",
  "duty.rule": "DutyRule",
  "duty.subject": 'PersonId | "FAMILY"',
  "history.changed": "JsonObject",
  "history.row": "JsonObject",
  "ledger_line.line": "LedgerLine",
  "mail.params": "JsonObject",
  "notice.params": "JsonObject",
  "person.other_names": "readonly PersonName[]",
  "proposal.content": "JsonObject",
  "policy_book.document": "PolicyBook",
  "worked_example.document": "JsonObject",
  "referral.override": "JsonObject",
  "referral.why": "JsonObject",
  "rotation_epoch.epoch": "RotationEpoch",
  "saved_view.search": "Readonly<Record<string, string>>",
  "task_record.people": "readonly PersonId[]",
};

const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`_${name}`);

function typeOf(column: Column, choice: ReadonlyMap<string, string>): string {
  const key = `${column.table}.${column.column}`;
  const brand = Object.entries(IDS).find(([, names]) => names.includes(column.column))?.[0];
  const known =
    NAMED[key] ??
    choice.get(key) ??
    (column.type === "uuid" ? brand : undefined) ??
    TYPES[column.type];
  if (known === undefined) throw new Error(`no type for ${key}: ${column.type}`);
  const whole = column.required ? known : `${known} | null`;
  return column.generated ? `Generated<${whole}>` : whole;
}

function render(columns: readonly Column[], choice: ReadonlyMap<string, string>): string {
  const tables = new Map<string, string[]>();
  for (const column of columns) {
    const lines = tables.get(column.table) ?? [];
    lines.push(`  ${camel(column.column)}: ${typeOf(column, choice)};`);
    tables.set(column.table, lines);
  }
  const body = [...tables].map(
    ([table, lines]) => `export interface ${pascal(table)}Table {\n${lines.join("\n")}\n}\n`,
  );
  const list = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}Table;`);
  return [
    "// Written by generate.ts from a migrated database: `pnpm run generate`.",
    'import type { Checkpoint, LedgerLine, RotationEpoch, RotationHead } from "@kinward/domain/assignment";',
    'import type { CancelReason, DutyRule } from "@kinward/domain/contacts";',
    `import type { ${[...Object.keys(IDS), "Instant", "Params", "PlainDate"].sort().join(", ")} } from "@kinward/domain/kernel";`,
    'import type { PersonName } from "@kinward/domain/people";',
    'import type { PolicyBook } from "@kinward/domain/policy";',
    'import type { CaseStage } from "@kinward/domain/views";',
    'import type { Generated } from "kysely";',
    "",
    "export type JsonObject = Readonly<Record<string, unknown>>;",
    "",
    ...body,
    `/** All tables of the schema \`app\`. */\nexport interface Tables {\n${list.join("\n")}\n}`,
    "",
  ].join("\n");
}
