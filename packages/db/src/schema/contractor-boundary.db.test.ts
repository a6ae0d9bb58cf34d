import type { CaseId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";

let opened: Opened;
let agency: TestAgency;
/** A case of Prairie with a contact, and the two contractors' people. */
let caseId: CaseId;
let mine: PersonCaller;
let foreign: PersonCaller;
let tables: readonly string[];
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-25" });
  mine = { kind: "person", staffId: agency.prairieCoordinator, organizationId: agency.prairie };
  foreign = {
    kind: "person",
    staffId: agency.riverBendCoordinator,
    organizationId: agency.riverBend,
  };
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  // The first turn is the starter's.
  const draft = await familyDraft(opened.db, area);
  ({ caseId } = await refer(opened.db, agency.worker, draft));
  const people = Object.values(await peopleOf(opened.owner, caseId));
  await visit(opened.db, mine, caseId, people, "2026-11-25");
  await visit(opened.db, { kind: "person", staffId: agency.worker }, caseId, people, "2026-11-25");
  await opened.owner
    .updateTable("livingSituation")
    .set({ address: "1 Elm Street" })
    .where("caseId", "=", caseId)
    .execute();
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id'
    WHERE n.nspname = 'app' AND c.relkind = 'r' ORDER BY 1`.execute(opened.owner);
  tables = rows.map((row) => row.name);
});
afterAll(() => opened.close());

const countAs = (caller: PersonCaller, table: string): Promise<number> =>
  readAs(opened.db, caller, async (trx) => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM ${sql.id("app", table)}
      WHERE case_id = ${caseId}`.execute(trx as never);
    return rows[0]?.n ?? -1;
  });

test("every table of a case shows the contractor what the owner sees, and the other contractor nothing", async () => {
  expect(tables.length).toBeGreaterThan(20);
  const shown: string[] = [];
  for (const table of tables) {
    const all = await opened.owner
      .selectFrom(sql<{ caseId: CaseId }>`${sql.id("app", table)}`.as("t"))
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow();
    expect([table, await countAs(foreign, table)]).toEqual([table, 0]);
    // A draft is its writer's alone, a notice its reader's.
    const own = ["draft", "notice"].includes(table) ? 0 : all.n;
    expect([table, await countAs(mine, table)]).toEqual([table, own]);
    if (all.n > 0) shown.push(table);
  }
  // The test would prove little on empty tables.
  expect(shown).toEqual(
    expect.arrayContaining([
      "case_org",
      "case_record",
      "case_team",
      "command",
      "contact",
      "duty",
      "episode",
      "episode_contractor",
      "history",
      "living_situation",
      "member",
      "member_basis",
      "referral",
      "referral_form",
      "relationship",
    ]),
  );
});

test("people are those of a contractor's own cases", async () => {
  const countPeople = (caller: PersonCaller) =>
    readAs(opened.db, caller, async (trx) => {
      const people = await trx.selectFrom("person").select("personId").execute();
      const keys = await trx.selectFrom("personNameKey").select("personId").execute();
      return [people.length, new Set(keys.map((row) => row.personId)).size];
    });
  expect(await countPeople(mine)).toEqual([3, 3]);
  expect(await countPeople(foreign)).toEqual([0, 0]);
});

describe("a contractor cannot write its way in", () => {
  test("it cannot open a case to itself", async () => {
    await expect(
      writeAs(opened.db, foreign, (trx) =>
        trx
          .insertInto("caseOrg")
          .values({
            caseId,
            organizationId: agency.riverBend,
            fromOn: "2026-11-25" as never,
          })
          .execute(),
      ),
    ).rejects.toThrow("row-level security");
  });

  test("it cannot add to, change or lock a foreign case", async () => {
    await expect(
      writeAs(opened.db, foreign, (trx) =>
        trx
          .insertInto("dutyNote")
          .values({ caseId, episodeId: newId(), key: "x", note: "x" })
          .execute(),
      ),
    ).rejects.toThrow("row-level security");
    const [changed] = await writeAs(opened.db, foreign, (trx) =>
      trx.updateTable("caseRecord").set({ familyName: "x" }).where("caseId", "=", caseId).execute(),
    );
    expect(changed?.numUpdatedRows).toBe(0n);
    const locked = await writeAs(opened.db, foreign, (trx) =>
      trx
        .selectFrom("caseRecord")
        .select("caseId")
        .where("caseId", "=", caseId)
        .forUpdate()
        .execute(),
    );
    expect(locked).toEqual([]);
  });

  test("it cannot record an act in another organization's name", async () => {
    await expect(
      writeAs(opened.db, foreign, (trx, { now }) =>
        trx
          .insertInto("command")
          .values({
            commandId: newId(),
            procedure: "x",
            actorStaffId: agency.prairieCoordinator,
            organizationId: agency.prairie,
            at: now,
            inputDigest: "x",
          })
          .execute(),
      ),
    ).rejects.toThrow("row-level security");
  });

  test("of the ledger it sees its own areas, and no family", async () => {
    const lines = await readAs(opened.db, foreign, (trx) =>
      trx
        .selectFrom("ledgerLine")
        .leftJoin("referral", "referral.referralKey", "ledgerLine.referralKey")
        .select(["seq", "referral.caseId"])
        .execute(),
    );
    expect(lines).toEqual([{ seq: 1, caseId: null }]);
  });
});
