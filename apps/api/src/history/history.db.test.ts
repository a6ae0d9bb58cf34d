import { newId, readAs, system } from "@kinward/db";
import { TABLES_OF } from "@kinward/db/history";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import type { AccessFilter, HistoryFilter } from "@kinward/domain/views";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestClient } from "../testing/client.ts";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
let family: TestFamily;
/** The day on which this test runs, as the history sees it: acts have real times. */
let actedOn: PlainDate;
const day = (text: string) => text as PlainDate;
const commandId = () => newId<CommandId>();
const caseId = () => server.world.theCase.caseId;
const signedIn = new Map<PersonName, TestClient>();
/** Signing in takes its time; each person does it once. */
const as = async (name: PersonName) => {
  const client = signedIn.get(name) ?? (await server.as(name));
  signedIn.set(name, client);
  return client.api;
};

beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
  const worker = await as("worker");
  const { revision } = await worker.cases.header.query({ caseId: caseId() });
  await worker.cases.recordMove.mutate({
    commandId: commandId(),
    caseId: caseId(),
    revision,
    personId: family.ada,
    setting: "FOSTER_FAMILY",
    state: "IA",
    address: "=12 Elm St",
    from: day("2026-11-12"),
  });
  await (
    await as("coordinator")
  ).contacts.record.mutate({
    commandId: commandId(),
    caseId: caseId(),
    date: day("2026-11-19"),
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [family.dana],
  });
  const cover = {
    commandId: commandId(),
    staffId: server.world.people.coordinator.staffId,
    coveredBy: server.world.people.otherCoordinator.staffId,
    from: day("2026-11-23"),
    to: day("2026-11-27"),
  };
  await (await as("contractorSupervisor")).team.nameCover.mutate(cover);
  const { rows } = await readAs(server.services.db, system("test"), (trx) =>
    sql<{ day: PlainDate }>`
      SELECT (max(c.at) AT TIME ZONE 'America/Chicago')::date AS day FROM app.command c`.execute(
      trx as never,
    ),
  );
  actedOn = rows[0]?.day ?? day("2026-11-20");
});
afterAll(() => server.stop());

const procedures = async (name: PersonName, filter: HistoryFilter = {}) =>
  (await (await as(name)).cases.history.query({ caseId: caseId(), page: 1, filter })).entries.map(
    (entry) => entry.procedure,
  );

test("every table of a case belongs to one kind of facts", async () => {
  const { rows } = await readAs(server.services.db, system("test"), (trx) =>
    sql<{ name: string }>`
      SELECT c.relname::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE t.tgname = 'keep_history' AND EXISTS (SELECT FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = 'case_id')`.execute(
      trx as never,
    ),
  );
  expect(Object.values(TABLES_OF).flat().toSorted()).toEqual(
    [...rows.map((row) => row.name), "cover", "person"].toSorted(),
  );
});

test(`the history is looked through by kind, person, doer and day${covers("X-2")}`, async () => {
  const all = await procedures("worker");
  expect(all).toEqual(["team.nameCover", "contacts.record", "cases.recordMove", "test"]);
  const found = (filter: HistoryFilter) => procedures("worker", filter);
  expect(await found({ kind: "HOMES" })).toEqual(["cases.recordMove", "test"]);
  expect(await found({ kind: "CONTACTS" })).toEqual(["contacts.record"]);
  expect(await found({ kind: "LEVELS" })).toEqual([]);
  expect(await found({ personId: family.ada })).toEqual(["cases.recordMove", "test"]);
  expect(await found({ personId: family.dana })).toEqual(["contacts.record", "test"]);
  expect(await found({ personId: family.dana, kind: "HOMES" })).toEqual(["test"]);
  expect(await found({ staffId: server.world.people.worker.staffId })).toEqual([
    "cases.recordMove",
  ]);
  expect(await found({ from: actedOn, to: actedOn })).toEqual(all);
  expect(await found({ to: day("2020-01-01") })).toEqual([]);
  expect(await found({ from: day("2099-01-01") })).toEqual([]);
  const options = await (await as("worker")).history.filters.query({ caseId: caseId() });
  expect(options.people.map((one) => one.name)).toEqual(["Ada Testfamily", "Dana Testfamily"]);
  expect(options.staff.map((one) => one.name)).toEqual([
    "Test contractorSupervisor",
    "Test coordinator",
    "Test worker",
  ]);
});

test("covers of those who have the case stand in its history, and of nobody else", async () => {
  expect(await procedures("worker", { kind: "TEAM" })).toEqual(["team.nameCover"]);
  expect(await procedures("coordinator", { kind: "TEAM" })).toEqual(["team.nameCover"]);
  const lead = await as("contractorSupervisor");
  const elsewhere = {
    commandId: commandId(),
    staffId: server.world.people.otherCoordinator.staffId,
    coveredBy: server.world.people.coordinator.staffId,
    from: day("2026-12-07"),
    to: day("2026-12-11"),
  };
  await lead.team.nameCover.mutate(elsewhere);
  expect(await procedures("worker", { kind: "TEAM" })).toEqual(["team.nameCover"]);
});

test(`the history is taken along as filtered, calculates nothing, and taking it is recorded${covers("X-2", "X-1")}`, async () => {
  const worker = await as("worker");
  const ask = { caseId: caseId(), filter: { kind: "HOMES" as const } };
  const file = await worker.history.export.query({ ...ask, format: "CSV" });
  const text = Buffer.from(file.base64, "base64").toString("utf8");
  expect(file.fileName).toMatch(/^history-2026-00001-\d{4}-\d{2}-\d{2}\.csv$/u);
  expect(text).toContain(`"'=12 Elm St"`);
  expect(text).toContain("Recorded where Ada");
  expect(text).not.toContain("contact");
  const { rows } = await readAs(server.services.db, system("test"), (trx) =>
    sql<{ purpose: string }>`
      SELECT purpose FROM app.access_log WHERE procedure = 'history.export'`.execute(trx as never),
  );
  expect(rows).toEqual([{ purpose: "EXPORT" }]);
  const foreign = await server.as("foreignCoordinator");
  expect((await foreign.call("history.export", { ...ask, format: "CSV" })).status).toBe(404);
});

test(`who opened a case or took it along, its supervisor and an auditor see, and no contractor${covers("X-2")}`, async () => {
  const lead = await as("supervisor");
  const ask = { caseId: caseId(), page: 1 };
  await (
    await as("otherWorker")
  ).cases.openWithReason.mutate({
    commandId: commandId(),
    caseId: caseId(),
    reason: "A neighbor called about them",
  });
  await (await as("otherWorker")).cases.overview.query({ caseId: caseId() });
  await (await as("worker")).cases.list.query({});
  const { entries, staff } = await lead.history.accesses.query(ask);
  expect(new Set(entries.map((one) => one.kind))).toEqual(new Set(["OPENED", "EXPORTED"]));
  expect(entries.find((one) => one.kind === "EXPORTED")).toMatchObject({
    by: "Test worker",
    organizationName: "Test agency",
    procedure: "history.export",
  });
  expect(entries.find((one) => one.by === "Test coordinator")).toMatchObject({
    kind: "OPENED",
    organizationName: "Test contractor",
  });
  expect(staff.map((one) => one.name)).toContain("Test otherWorker");
  const find = async (filter: AccessFilter) =>
    (await lead.history.accesses.query({ ...ask, filter })).entries;
  const { otherWorker, worker } = server.world.people;
  expect((await find({ staffId: otherWorker.staffId })).map((one) => one.by)).toEqual([
    otherWorker.name,
  ]);
  expect((await find({ kind: "LISTED" })).map((one) => [one.by, one.procedure])).toEqual([
    [worker.name, "cases.list"],
  ]);
  expect(await find({ to: day("2020-01-01") })).toEqual([]);
  // Looking at the record is a look too.
  expect((await find({ from: actedOn })).map((one) => one.by)).toContain("Test supervisor");
  const may = async (name: PersonName) =>
    (await (await server.as(name)).call("history.accesses", ask)).status;
  expect([await may("auditor"), await may("worker"), await may("contractorSupervisor")]).toEqual([
    200, 404, 404,
  ]);
  const sees = async (name: PersonName) =>
    (await (await as(name)).cases.header.query({ caseId: caseId() })).can.seeAccess;
  expect([await sees("supervisor"), await sees("auditor"), await sees("worker")]).toEqual([
    true,
    true,
    false,
  ]);
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
