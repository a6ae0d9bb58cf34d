import { newId, readAs, system } from "@kinward/db";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let family: TestFamily;
beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
});
afterAll(() => server.stop());

const caseId = () => server.world.theCase.caseId;
const move = async (more: object = {}) => ({
  commandId: newId<CommandId>(),
  caseId: caseId(),
  revision: (await (await server.as("worker")).api.cases.header.query({ caseId: caseId() }))
    .revision,
  personId: family.ada,
  setting: "FOSTER_FAMILY" as const,
  state: "IL",
  from: "2026-11-12" as PlainDate,
  ...more,
});

test(`a contractor's move takes effect at once and waits for the Department${covers("CASE-6", "EXP-6")}`, async () => {
  const coordinator = await server.as("coordinator");
  await coordinator.api.cases.recordMove.mutate(await move({ address: "12 Elm St" }));
  const { people } = await coordinator.api.cases.overview.query({ caseId: caseId() });
  const ada = people.find((one) => one.personId === family.ada);
  expect(ada).toMatchObject({
    living: {
      setting: "FOSTER_FAMILY",
      state: "IL",
      address: "12 Elm St",
      from: "2026-11-12",
      confirmed: false,
    },
    livingHistory: [{ setting: "PARENTAL_HOME", to: "2026-11-11" }, { from: "2026-11-12" }],
  });
  const { entries } = await coordinator.api.cases.history.query({ caseId: caseId(), page: 1 });
  expect(entries[0]).toMatchObject({
    procedure: "cases.recordMove",
    params: { person: "Ada Testfamily", setting: "FOSTER_FAMILY", from: "2026-11-12" },
  });
});

test("refusals stand at the date; an old view of the case is a conflict", async () => {
  const worker = await server.as("worker");
  const refusal = async (more: object) =>
    (await worker.call("cases.recordMove", await move(more))).failure;
  expect(await refusal({ from: "2026-11-21" })).toMatchObject({
    refusals: [{ code: "DATE_IN_FUTURE", path: ["from"] }],
  });
  expect(await refusal({ from: "2026-11-05" })).toMatchObject({
    refusals: [{ code: "PERIOD_OVERLAP", path: ["from"], params: { from: "2026-11-12" } }],
  });
  expect(await refusal({ from: "2018-05-03" })).toMatchObject({
    refusals: [{ code: "DATE_BEFORE_BIRTH", path: ["from"] }, { code: "PERIOD_OVERLAP" }],
  });
  expect(await refusal({ revision: 1 })).toMatchObject({ kind: "CONFLICT" });
  expect(await refusal({ personId: newId() })).toEqual({ kind: "NOT_FOUND" });
  expect(await refusal({ state: "ZZ" })).toMatchObject({ kind: "INVALID" });
});

test(`a placement outside Iowa opens the Interstate Compact task, which the worker settles${covers("CON-12")}`, async () => {
  const icpc = (more: object = {}) => ({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    episodeId: server.world.theCase.episodeId,
    personId: family.ada,
    on: "2026-11-19" as PlainDate,
    note: "Asked the administrator",
    ...more,
  });
  const coordinator = await server.as("coordinator");
  expect((await coordinator.call("cases.recordIcpc", icpc())).failure).toMatchObject({
    kind: "FORBIDDEN",
  });
  const worker = await server.as("worker");
  expect(
    (await worker.call("cases.recordIcpc", icpc({ on: "2026-11-21", note: "" }))).failure,
  ).toMatchObject({
    refusals: [
      { code: "DATE_IN_FUTURE", path: ["on"] },
      { code: "FIELD_REQUIRED", path: ["note"] },
    ],
  });
  expect((await worker.call("cases.recordIcpc", icpc({ episodeId: newId() }))).status).toBe(404);
  await worker.api.cases.recordIcpc.mutate(icpc());
  const { duties } = await worker.api.cases.overview.query({ caseId: caseId() });
  expect(duties.find((duty) => duty.rule === "CON-12")).toMatchObject({
    settledOn: "2026-11-19",
    status: "SATISFIED",
  });
  expect((await worker.call("cases.recordIcpc", icpc())).failure).toMatchObject({
    refusals: [{ code: "INVALID_TRANSITION", path: ["personId"] }],
  });
});

test(`who enters or leaves the parental home is written down${covers("EXP-6")}`, async () => {
  const worker = await server.as("worker");
  await worker.api.cases.recordMove.mutate(
    await move({ setting: "PARENTAL_HOME", state: "IA", from: "2026-11-18" }),
  );
  const changes = await readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("householdChange")
      .select(["kind", "onDate", "notifiedDepartmentOn"])
      .orderBy("onDate")
      .execute(),
  );
  expect(changes).toEqual([
    { kind: "EXITED", onDate: "2026-11-12", notifiedDepartmentOn: "2026-11-20" },
    { kind: "ENTERED", onDate: "2026-11-18", notifiedDepartmentOn: "2026-11-20" },
  ]);
  const foreign = await server.as("foreignCoordinator");
  const given = await move();
  const [there, nowhere] = [
    await foreign.call("cases.recordMove", given),
    await foreign.call("cases.recordMove", { ...given, caseId: newId() }),
  ];
  expect(there.status).toBe(404);
  expect(there.text).toBe(nowhere.text);
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
