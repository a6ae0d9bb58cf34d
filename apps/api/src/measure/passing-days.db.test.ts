import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, type Database, readAs } from "@kinward/db";
import { loadWork } from "@kinward/db/work";
import { addDays, plainDate, type PlainDate } from "@kinward/domain/kernel";
import { runKinward } from "@kinward/testkit/app";
import type { TestDatabase } from "@kinward/testkit/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type TestClient } from "../testing/client.ts";
import { testDatabase } from "../testing/database.ts";
import { startEmptyServer, type TestServer } from "../testing/server.ts";
import { sessionCookie } from "../testing/sessions.ts";
import { Stopwatch } from "./testing/figures.ts";
import { Agency, complaintsAbout, linesOfDuties, type Watched } from "./testing/lists.ts";

/** `npm run measure` asks for 90 days of the whole sample agency. */
const DAYS = Number(process.env["KINWARD_MEASURE_DAYS"] ?? 14);
const CASES = process.env["KINWARD_MEASURE_CASES"] ?? "40";
const START = plainDate("2026-11-20");

let database: TestDatabase;
let owner: Database;
let server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  const state = mkdtempSync(join(tmpdir(), "kinward-days-"));
  await runKinward(database, ["sample", "load", "--today", START, "--cases", CASES], {
    KINWARD_STATE: state,
  });
  rmSync(state, { recursive: true });
  owner = createDatabase({ url: database.ownerUrl, purpose: "days", max: 1 });
  server = await startEmptyServer({ database });
}, 300_000);
afterAll(async () => {
  await server?.stop();
  await owner?.destroy();
  await database?.drop();
});

test("while days pass without a write, every list is what a whole evaluation of that day says", async () => {
  await setToday(0);
  const agency = await Agency.read(owner);
  const people = agency.watched(START);
  expect(people.map((one) => one.role)).toEqual([
    "CARE_COORDINATOR",
    "CARE_COORDINATOR",
    "CARE_COORDINATOR",
    "CONTRACTOR_SUPERVISOR",
    "CASEWORKER",
    "SUPERVISOR",
  ]);
  const clients = await Promise.all(people.map(signIn));
  const watch = new Stopwatch();
  let compared = 0;
  let cut = 0;
  for (let day = 1; day <= DAYS; day += 1) {
    const today = await setToday(day);
    for (const [index, person] of people.entries()) {
      const list = await watch.time("work.list", () =>
        (clients[index] as TestClient).api.work.list.query({}),
      );
      const expected = agency.expected(person, today);
      const about = [today, person.role];
      expect([...about, list.today]).toEqual([...about, today]);
      expect([...about, ...complaintsAbout(list, expected)]).toEqual(about);
      expect([...about, list.families]).toEqual([...about, agency.families(person, today)]);
      const stored = await storedWork(person, today);
      expect([...about, stored]).toEqual([
        ...about,
        linesOfDuties(expected.map((one) => one.duty)),
      ]);
      compared += expected.length;
      if (list.more > 0) cut += 1;
    }
  }
  expect(compared).toBeGreaterThan(DAYS * people.length);
  expect(server.bugs).toEqual([]);
  console.log(
    [
      `${DAYS} days, ${CASES} cases, ${people.length} people: ${compared} duties of ${DAYS * people.length} lists compared, ${cut} lists too long to be sent whole`,
      ...watch.lines(),
    ].join("\n"),
  );
}, 3_600_000);

test("a case that does not know the day on which it changes makes a list wrong, and that is found", async () => {
  const agency = await Agency.read(owner);
  await owner.updateTable("caseRecord").set({ changesOn: null }).execute();
  const today = await setToday(DAYS + 30);
  const complaints = await Promise.all(
    agency.watched(START).map(async (person) => {
      const list = await (await signIn(person)).api.work.list.query({});
      return complaintsAbout(list, agency.expected(person, today));
    }),
  );
  expect(complaints.flat().length).toBeGreaterThan(0);
});

const setToday = async (day: number) => {
  const fixedToday = addDays(START, day);
  await owner.updateTable("agency").set({ fixedToday }).execute();
  return fixedToday;
};

const signIn = async ({ authUserId }: Watched) =>
  createClient(server.origin, await sessionCookie(server, authUserId));

/** The whole list behind what is sent, with all that is stored of each duty. */
const storedWork = ({ staffId, role, organizationId }: Watched, today: PlainDate) => {
  const who = { staffId, ...(organizationId === undefined ? {} : { organizationId }) };
  return readAs(server.services.db, { kind: "person", ...who }, async (trx) =>
    linesOfDuties(
      (await loadWork(trx, { ...who, roles: [role] }, today)).duties.map((one) => one.duty),
    ),
  );
};
