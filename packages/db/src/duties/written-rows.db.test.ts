import type { RecordVisit } from "@kinward/domain/contacts";
import { addDays, type CaseId, type PlainDate } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { runStatements } from "../testing/statements.ts";

const TODAY = "2026-11-25" as PlainDate;

let opened: Opened;
let agency: TestAgency;
const cases: CaseId[] = [];
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: TODAY });
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  const draft = await familyDraft(opened.db, area, { effectiveOn: addDays(TODAY, -9) });
  for (let at = 0; at < 4; at += 1)
    cases.push((await refer(opened.db, agency.worker, draft)).caseId);
});
afterAll(() => opened.close());

/** Every row of a table that belongs to a case: the transaction that wrote it, and what it says. */
async function rowsOf(table: string): Promise<ReadonlyMap<string, { xmin: string; row: string }>> {
  const rows = await runStatements(opened.database.ownerUrl, [
    `SELECT t.case_id || ' ' || coalesce(to_jsonb(t) ->> 'key', t.ctid::text) AS name, t.xmin::text AS xmin, to_jsonb(t)::text AS row
     FROM app.${table} t WHERE t.case_id IS NOT NULL`,
  ]);
  return new Map(
    rows.map(({ name, xmin, row }) => [String(name), { xmin: String(xmin), row: String(row) }]),
  );
}

const tablesOfCases = async (): Promise<readonly string[]> => {
  const rows = await runStatements(opened.database.ownerUrl, [
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'app' AND c.column_name = 'case_id' AND t.table_type = 'BASE TABLE'`,
  ]);
  return rows.map((row) => String(row["name"]));
};

/** Does something and gives the names of the rows of each table that were written, removed or added by it. */
async function writtenBy(act: () => Promise<unknown>) {
  const tables = await tablesOfCases();
  const before = new Map(await Promise.all(tables.map(async (t) => [t, await rowsOf(t)] as const)));
  await act();
  const written = new Map<string, { readonly names: string[]; readonly inVain: string[] }>();
  for (const table of tables) {
    const was = before.get(table) ?? new Map();
    const is = await rowsOf(table);
    const names = [...new Set([...was.keys(), ...is.keys()])].filter(
      (name) => was.get(name)?.xmin !== is.get(name)?.xmin,
    );
    const inVain = names.filter((name) => was.get(name)?.row === is.get(name)?.row);
    if (names.length > 0) written.set(table, { names, inVain });
  }
  return written;
}

const contacted = async (
  caseId: CaseId,
  given: readonly string[],
  mode: RecordVisit["mode"] = "FACE_TO_FACE",
): Promise<void> => {
  const { organizationId } = await opened.owner
    .selectFrom("caseOrg")
    .select("organizationId")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  const staffId =
    organizationId === agency.prairie ? agency.prairieCoordinator : agency.riverBendCoordinator;
  const caller: PersonCaller = { kind: "person", staffId, organizationId };
  const people = await peopleOf(opened.owner, caseId);
  const outcome = await visit(
    opened.db,
    caller,
    caseId,
    given.flatMap((name) => people[name] ?? []),
    TODAY,
    { mode },
  );
  expect(outcome.kind).toBe("DONE");
};

test("an act on a case writes no row of another case, and of its duties only those that say something else", async () => {
  const [caseId] = cases as [CaseId];
  const written = await writtenBy(() => contacted(caseId, ["Ann"]));
  for (const [table, { names }] of written)
    expect([table, names.filter((name) => !name.startsWith(caseId))]).toEqual([table, []]);
  const duties = written.get("duty");
  expect(duties?.names.length).toBeGreaterThan(0);
  expect(duties?.inVain).toEqual([]);
  const all = await rowsOf("duty");
  const ofTheCase = [...all.keys()].filter((name) => name.startsWith(caseId));
  expect(ofTheCase.length).toBeGreaterThan(duties?.names.length ?? 0);
  expect([...written.keys()].toSorted()).toEqual([
    "case_count",
    "case_record",
    "command",
    "contact",
    "duty",
  ]);
});

test("what changes nothing that is owed writes no duty and no number", async () => {
  const [, caseId] = cases as [CaseId, CaseId];
  // A telephone call is no contact that is owed.
  const written = await writtenBy(() => contacted(caseId, ["Maria"], "TELEPHONE"));
  expect([...written.keys()].toSorted()).toEqual(["case_record", "command", "contact"]);
});
