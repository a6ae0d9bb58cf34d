import { runStatements } from "../testing/statements.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Opened, openDatabase } from "../testing/database.ts";

let opened: Opened;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());

const names = async (statement: string): Promise<string[]> => {
  const rows = await runStatements(opened.database.ownerUrl, [statement]);
  return rows.map((row) => String(row["name"]));
};

test("no table with a case id is without row-level security", async () => {
  const open = `
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'app' AND c.relkind IN ('r', 'p')
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'case_id' AND NOT a.attisdropped)
      AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`;
  expect(await names(open)).toEqual([]);
  // The guard itself: a table that forgets is found.
  await runStatements(opened.database.ownerUrl, ["CREATE TABLE app.forgotten (case_id uuid)"]);
  expect(await names(open)).toEqual(["forgotten"]);
  await runStatements(opened.database.ownerUrl, ["DROP TABLE app.forgotten"]);
});

test("the app's role owns nothing and cannot step around row-level security", async () => {
  for (const role of ["kinward_app", "kinward_auth"]) {
    expect(
      await names(`SELECT relname AS name FROM pg_class WHERE relowner = '${role}'::regrole`),
    ).toEqual([]);
    expect(
      await names(
        `SELECT rolname AS name FROM pg_roles WHERE rolname = '${role}' AND (rolsuper OR rolbypassrls)`,
      ),
    ).toEqual([]);
  }
});

describe("what was done is not done away with", () => {
  const may = (role: string, table: string, right: string) =>
    names(
      `SELECT '${table}' AS name WHERE has_table_privilege('${role}', 'app.${table}', '${right}')`,
    );

  test.each([
    "command",
    "history",
    "ledger_line",
    "rotation_epoch",
    "checkpoint",
    "ledger_key",
    "ledger_key_revocation",
    "policy_book",
    "content",
    "case_access_reason",
  ])("%s", async (table) => {
    expect(await may("kinward_app", table, "SELECT")).toEqual([table]);
    for (const right of ["UPDATE", "DELETE", "TRUNCATE"])
      expect(await may("kinward_app", table, right)).toEqual([]);
  });

  test("history is written by its trigger alone", async () => {
    expect(await may("kinward_app", "history", "INSERT")).toEqual([]);
  });

  test("facts are ended or corrected; only what was recorded by mistake is taken out, into history", async () => {
    const deletable = await names(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'app' AND c.relkind = 'r' AND has_table_privilege('kinward_app', c.oid, 'DELETE') ORDER BY 1`,
    );
    expect(deletable).toEqual([
      "calendar_feed",
      "case_org",
      "duty",
      "frequency",
      "household_change",
      "living_situation",
      "member",
      "member_basis",
      "member_purpose",
      "notice",
      "notice_choice",
      "notice_digest",
      "person_name_key",
      "rate_limit",
      "relationship",
      "saved_view",
      "termination_of_rights",
    ]);
  });
});

test("accounts are closed to the app's role, and cases to the accounts' role", async () => {
  await expect(runStatements(opened.database.appUrl, ["SELECT FROM auth.session"])).rejects.toThrow(
    "permission denied",
  );
  await expect(
    runStatements(opened.database.authUrl, ["SELECT FROM app.case_record"]),
  ).rejects.toThrow("permission denied");
});

test("the job tables are those of the installed pg-boss: a newer one needs a migration of ours", async () => {
  const { getConstructionPlans } = await import("pg-boss");
  const wanted = /INSERT INTO jobs\.version\(version\) VALUES \('(\d+)'\)/.exec(
    getConstructionPlans("jobs"),
  )?.[1];
  expect(wanted).toBe("43");
  expect(await names("SELECT version AS name FROM jobs.version")).toEqual(["43"]);
});
