/** What the app's role may do, and the boundary between contractors. */

/** Tables whose every row belongs to one case. */
const OF_A_CASE = [
  "case_record",
  "member",
  "member_basis",
  "member_purpose",
  "living_situation",
  "relationship",
  "termination_of_rights",
  "frequency",
  "household_change",
  "case_team",
  "episode",
  "referral",
  "prior_service",
  "referral_form",
  "episode_contractor",
  "coordinator",
  "contact",
  "task_record",
  "duty_note",
  "duty",
  "case_access_reason",
];

/** Written once and never changed, whoever asks. */
const APPEND_ONLY = [
  "command",
  "ledger_line",
  "rotation_epoch",
  "policy_book",
  "content",
  "case_access_reason",
];

/** Rows that may be removed: what is derived, what was never a fact, and counters. */
const REMOVABLE = ["duty", "person_name_key", "rate_limit", "case_org"];

/** Written by triggers and migrations only. */
const READ_ONLY = ["history", "migration", "migration_lock"];

/** The case is open to the caller: to the Department always, to a contractor while or after it served the case. */
const caseOpen = (table: string): string =>
  `(SELECT app.is_department()) OR EXISTS (SELECT FROM app.case_org o
     WHERE o.case_id = ${table}.case_id AND o.organization_id = (SELECT app.current_org()))`;

const policy = (table: string, using: string, check = using): string => `
ALTER TABLE app.${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY bound ON app.${table} USING (${using}) WITH CHECK (${check});`;

const revoked = (tables: readonly string[], rights: string): string =>
  tables.map((table) => `REVOKE ${rights} ON app.${table} FROM kinward_app;`).join("\n");

export const security = `
GRANT USAGE ON SCHEMA app TO kinward_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA app TO kinward_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO kinward_app;
${revoked(APPEND_ONLY, "UPDATE")}
${revoked(READ_ONLY, "INSERT, UPDATE")}
${REMOVABLE.map((table) => `GRANT DELETE ON app.${table} TO kinward_app;`).join("\n")}

-- How PostgreSQL is asked who is asking: staff by their id, the system by its purpose.
CREATE FUNCTION app.is_system() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(app.setting('app.user') LIKE 'system:%', false) $$;

${OF_A_CASE.map((table) => policy(table, caseOpen(table))).join("\n")}

-- Only the Department's acts open a case to a contractor.
${policy("case_org", "(SELECT app.is_department()) OR organization_id = (SELECT app.current_org())", "(SELECT app.is_department())")}

-- People of a contractor are those of its cases. A newcomer has no membership yet when written down.
${policy("person", "(SELECT app.is_department()) OR EXISTS (SELECT FROM app.member m WHERE m.person_id = person.person_id)", "app.setting('app.user') IS NOT NULL")}
${policy("person_name_key", "(SELECT app.is_department()) OR EXISTS (SELECT FROM app.member m WHERE m.person_id = person_name_key.person_id)", "app.setting('app.user') IS NOT NULL")}

${policy("history", `CASE WHEN case_id IS NULL THEN (SELECT app.is_department()) ELSE ${caseOpen("history")} END`)}
${policy(
  "command",
  `(SELECT app.is_department()) OR organization_id = (SELECT app.current_org()) OR EXISTS (SELECT FROM app.case_org o
     WHERE o.case_id = command.case_id AND o.organization_id = (SELECT app.current_org()))`,
  "(SELECT app.is_department()) OR organization_id = (SELECT app.current_org())",
)}

-- A draft is its writer's until it is submitted.
${policy("draft", "staff_id::text = (SELECT app.setting('app.user')) OR (SELECT app.is_system())")}
${policy("access_log", "(SELECT app.is_department()) OR staff_id::text = (SELECT app.setting('app.user'))")}

-- Of the ledger a contractor sees the areas in which it holds a contract; a line names no family.
${policy(
  "ledger_line",
  `(SELECT app.is_department()) OR contract_area_id IN (SELECT c.contract_area_id FROM app.contract c
     WHERE c.organization_id = (SELECT app.current_org()))`,
)}
${policy(
  "area_head",
  `(SELECT app.is_department()) OR contract_area_id IN (SELECT c.contract_area_id FROM app.contract c
     WHERE c.organization_id = (SELECT app.current_org()))`,
)}
`;
