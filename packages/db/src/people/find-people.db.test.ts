import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import { parsePersonQuery } from "@kinward/domain/people";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { searchPeople } from "./find-people.ts";
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
