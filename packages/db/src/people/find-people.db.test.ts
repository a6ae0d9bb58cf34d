import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import { parsePersonQuery } from "@kinward/domain/people";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReadTrx, Trx } from "../core/client.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { findCases, searchPeople } from "./find-people.ts";
import { insertPeople } from "./write-person.ts";

const TODAY = "2026-11-23" as PlainDate;
let opened: Opened;
let agency: TestAgency;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: TODAY });
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  await refer(opened.db, agency.worker, await familyDraft(opened.db, area));
  await opened.owner.transaction().execute((trx) =>
    insertPeople(
      trx,
      Array.from({ length: 45 }, (_, n) => ({
        id: newId<PersonId>(),
        given: "Jon",
        family: `Smith`,
        birthDate: `19${50 + n}-01-01` as PlainDate,
        languages: [],
      })),
    ),
  );
});
afterAll(() => opened.close());

const search = (text: string, page: number, contractor = false) =>
  readAs(
    opened.db,
    contractor
      ? {
          kind: "person",
          staffId: agency.prairieCoordinator,
          organizationId: agency.prairie,
        }
      : { kind: "person", staffId: agency.worker },
    (trx) =>
      searchPeople(
        trx,
        parsePersonQuery(text),
        contractor
          ? {
              staffId: agency.prairieCoordinator,
              roles: ["CONTRACTOR_SUPERVISOR"],
              organizationId: agency.prairie,
            }
          : { staffId: agency.worker, roles: ["CASEWORKER"] },
        TODAY,
        page,
      ),
  );

test("many people are paged, each of them once", async () => {
  const pages = [await search("John Smyth", 1), await search("John Smyth", 2)];
  pages.push(await search("John Smyth", 3));
  expect(pages.map((page) => [page.people.length, page.total, page.tooMany])).toEqual([
    [20, 45, false],
    [20, 45, false],
    [5, 45, false],
  ]);
  expect(new Set(pages.flatMap((page) => page.people.map((one) => one.personId))).size).toBe(45);
  expect(pages[0]?.people[0]?.why).toEqual(["NICKNAME", "SOUNDS_LIKE"]);
});

test("a contractor finds the people of its own cases only", async () => {
  expect((await search("Ben Moss 2/29/2020", 1, true)).people).toMatchObject([
    {
      name: "Benjamin Moss",
      why: ["NICKNAME", "SAME_NAME", "BIRTH_DATE"],
      cases: [{ open: true }],
    },
  ]);
  expect((await search("Jon Smith", 1, true)).total).toBe(0);
});

test("a wrong letter in the middle of a short name, and a beginning, find too", async () => {
  expect((await search("Jon Smitf", 1)).total).toBe(45);
  expect((await search("Jon Smi", 1)).total).toBe(45);
  expect((await search("Jon Smzzh", 1)).total).toBe(0);
  expect((await search("Bexjamin Moss", 1)).people[0]?.why).toEqual(["SIMILAR", "SAME_NAME"]);
  expect((await search("Ben Mobs", 1)).people[0]?.why).toEqual(["NICKNAME", "SIMILAR"]);
});

test("cases are found by the beginning of their number and of the family's name", async () => {
  const cases = (text: string) =>
    readAs(opened.db, { kind: "person", staffId: agency.worker }, (trx) =>
      findCases(trx, text, { staffId: agency.worker, roles: ["CASEWORKER"] }, TODAY),
    );
  const [found] = await cases("mos");
  expect(found).toMatchObject({ familyName: "Moss", mayOpen: true });
  expect(await cases(found?.caseNumber.slice(0, 6) ?? "")).toHaveLength(1);
  expect(await cases(found?.caseNumber ?? "")).toEqual([found]);
  for (const nothing of ["oss", "m_s", "%%", "20\\%"]) expect(await cases(nothing)).toEqual([]);
});

const rowsOf = async (trx: ReadTrx | Trx, statement: RawBuilder<unknown>) =>
  (await statement.execute(trx as Trx)).rows;

test("the words of names are nobody's to read; a contractor is told of no look-alikes", async () => {
  const asContractor = {
    kind: "person",
    staffId: agency.prairieCoordinator,
    organizationId: agency.prairie,
  } as const;
  await expect(
    readAs(opened.db, asContractor, (trx) => rowsOf(trx, sql`SELECT word FROM app.name_word`)),
  ).rejects.toThrow("permission denied");
  const smiths = await search("Jon Smith", 1);
  const asked = JSON.stringify(smiths.people.map(({ personId }) => ({ id: personId, near: [] })));
  const looking = (caller: Parameters<typeof readAs>[1]) =>
    readAs(opened.db, caller, async (trx) => {
      return (await rowsOf(trx, sql`SELECT * FROM app.look_alikes(${asked}::jsonb)`)).length;
    });
  expect(await looking(asContractor)).toBe(0);
  // The birth dates of all are known and none is near: with one that is not, there are some.
  expect(await looking({ kind: "person", staffId: agency.worker })).toBe(0);
  await sql`UPDATE app.person SET birth_date = NULL WHERE person_id = ${smiths.people[0]?.personId}`.execute(
    opened.owner,
  );
  expect(await looking({ kind: "person", staffId: agency.worker })).toBeGreaterThan(20);
});
