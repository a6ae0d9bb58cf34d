import { evaluate } from "@kinward/domain/contacts";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import { parsePersonQuery } from "@kinward/domain/people";
import { CASE_SORTS, type CaseSort } from "@kinward/domain/views";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCaseFile } from "../cases/case-file.ts";
import { listCases } from "../cases/case-list.ts";
import { listContacts } from "../contacts/list-contacts.ts";
import type { PersonCaller } from "../core/caller.ts";
import type { ReadTrx } from "../core/client.ts";
import { readAs } from "../core/transaction.ts";
import { rederiveDue } from "../duties/keep-current.ts";
import { listCaseHistory } from "../history/case-history.ts";
import { listIntake } from "../intake/intake-list.ts";
import { findPeople } from "../people/find-people.ts";
import { listReferrals } from "../referrals/receipt.ts";
import { loadWork } from "../work/work-list.ts";
import { makeAgency, type TestAgency } from "./agency.ts";
import { peopleOf, visit } from "./contact.ts";
import { type Opened, openDatabase } from "./database.ts";
import { familyDraft, refer } from "./referral.ts";

const TODAY = "2026-11-25" as PlainDate;

let opened: Opened;
let agency: TestAgency;
let worker: PersonCaller;
let coordinator: PersonCaller;
let theCase: CaseId;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: TODAY });
  worker = { kind: "person", staffId: agency.worker };
  coordinator = {
    kind: "person",
    staffId: agency.prairieCoordinator,
    organizationId: agency.prairie,
  };
  theCase = await addCases(2);
});
afterAll(() => opened.close());

/** More families, each seen once; the first is Prairie's. */
async function addCases(count: number): Promise<CaseId> {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  const draft = await familyDraft(opened.db, area, { effectiveOn: "2026-11-20" });
  const cases: CaseId[] = [];
  for (let index = 0; index < count; index += 1)
    cases.push((await refer(opened.db, agency.worker, draft)).caseId);
  for (const caseId of cases) {
    const people = Object.values(await peopleOf(opened.owner, caseId));
    await visit(opened.db, worker, caseId, people, "2026-11-24");
  }
  return cases[0] as CaseId;
}

type List = (trx: ReadTrx) => Promise<number>;
const mine = () => ({ staffId: agency.worker, roles: ["CASEWORKER"] as const });

/** Every list with how many rows it gives. */
const LISTS: Readonly<Record<string, { readonly as: () => PersonCaller; readonly list: List }>> = {
  "due duties": {
    as: () => worker,
    list: async (trx) => (await loadWork(trx, mine() as never, TODAY)).duties.length,
  },
  cases: {
    as: () => worker,
    list: async (trx) =>
      (
        await listCases(
          trx,
          mine(),
          { page: 1, sort: "nextDue", direction: "ascending", filter: {} },
          TODAY,
        )
      ).rows.length,
  },
  referrals: {
    as: () => worker,
    list: async (trx) => (await listReferrals(trx, mine(), 1, TODAY)).rows.length,
  },
  intake: {
    as: () => coordinator,
    list: async (trx) => (await listIntake(trx, agency.prairie, TODAY)).length,
  },
  people: {
    as: () => worker,
    list: async (trx) => (await findPeople(trx, parsePersonQuery("Moss"), mine(), TODAY)).length,
  },
};

/** Rows, and statements between the first and the last of the transaction. */
async function count(name: string) {
  const { as, list } = LISTS[name] ?? {};
  if (as === undefined || list === undefined) throw new Error(name);
  const before = opened.statements.length;
  const rows = await readAs(opened.db, as(), list);
  return { rows, statements: opened.statements.length - before };
}

describe("a list takes as many statements for many rows as for few", () => {
  const few = new Map<string, Awaited<ReturnType<typeof count>>>();
  beforeAll(async () => {
    for (const name of Object.keys(LISTS)) few.set(name, await count(name));
    await addCases(6);
  });
  test.each(Object.keys(LISTS))("%s", async (name) => {
    const many = await count(name);
    const before = few.get(name);
    expect(many.rows).toBeGreaterThan(before?.rows ?? Number.POSITIVE_INFINITY);
    expect(many.statements).toBe(before?.statements);
    // Who is asking, at most four of the list itself; begin and end are not counted.
    expect(many.statements).toBeLessThanOrEqual(7);
  });

  test("deriving due cases takes the same for a batch as for one", async () => {
    await opened.owner
      .updateTable("agency")
      .set({ fixedToday: "2026-12-01" as PlainDate })
      .execute();
    const before = opened.statements.length;
    const derived = await rederiveDue(opened.db, worker);
    expect(derived).toBeGreaterThan(3);
    expect(opened.statements.length - before).toBeLessThanOrEqual(12);
    await opened.owner.updateTable("agency").set({ fixedToday: TODAY }).execute();
  });
});

test("the contacts of a case come with who made them and whether they count", async () => {
  const contacts = await readAs(opened.db, worker, async (trx) => {
    const { file, book } = await loadCaseFile(trx, theCase);
    return listContacts(trx, theCase, {}, file, evaluate(file, book, TODAY));
  });
  expect(contacts).toMatchObject([
    { on: "2026-11-24", by: { name: "Wanda Worker", counts: false }, corrections: [] },
  ]);
  expect(contacts[0]?.people).toHaveLength(3);
});

test("the history of a case is its commands, the newest first", async () => {
  const { entries, more } = await readAs(opened.db, worker, (trx) =>
    listCaseHistory(trx, theCase, { page: 1 }),
  );
  expect(entries.map((entry) => [entry.procedure, entry.by])).toEqual([
    ["contacts.record", "Wanda Worker"],
    ["referrals.submit", "Wanda Worker"],
  ]);
  expect(more).toBe(false);
});

describe("cases", () => {
  const page = (sort: CaseSort, direction: "ascending" | "descending", filter = {}) =>
    readAs(opened.db, worker, (trx) =>
      listCases(trx, mine(), { page: 1, sort, direction, filter }, TODAY),
    );

  test.each(CASE_SORTS)("sorted by %s, both ways, the same rows", async (sort) => {
    const up = await page(sort, "ascending");
    const down = await page(sort, "descending");
    expect(up.total).toBe(8);
    expect(up.rows.map((row) => row.caseId).toSorted()).toEqual(
      down.rows.map((row) => row.caseId).toSorted(),
    );
    expect(up.rows[0]).toMatchObject({
      areaName: "Area 1",
      workerName: "Wanda Worker",
      stage: "FIRST_30_DAYS",
      late: 0,
      nextDueOn: "2026-12-01",
      lastSeenOn: "2026-11-24",
    });
  });

  test("filtered by what is typed, stage, area and lateness", async () => {
    expect((await page("family", "ascending", { text: "wanda" })).total).toBe(8);
    expect((await page("family", "ascending", { text: "100%" })).total).toBe(0);
    expect((await page("family", "ascending", { stage: "ENDED" })).total).toBe(0);
    expect((await page("family", "ascending", { late: true })).total).toBe(0);
    const contractAreaId = agency.areas[0]?.areaId;
    expect((await page("number", "descending", { contractAreaId })).rows[0]?.caseNumber).toBe(
      "2026-00008",
    );
  });
});
