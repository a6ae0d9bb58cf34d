import { newId } from "@kinward/db";
import type { CommandId } from "@kinward/domain/kernel";
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

test(`a coordinator's list has one row for what one visit can meet, late in business days${covers("CON-4", "DEC-02")}`, async () => {
  const coordinator = await server.as("coordinator");
  const list = await coordinator.api.work.list.query({});
  const row = list.rows.find((one) => one.rule === "CON-4");
  // Effective November 2, due November 9; Veterans Day does not count.
  expect(row).toMatchObject({
    bucket: "LATE",
    dueOn: "2026-11-09",
    late: { count: 8, unit: "businessDays" },
    familyName: "Testfamily",
    verb: "LOG_CONTACT",
  });
  expect(row?.people.map((one) => one.id).toSorted()).toEqual([family.ada, family.dana].toSorted());
  expect(row?.keys.toSorted()).toEqual(
    [`INITIAL:${family.ada}`, `INITIAL:${family.dana}`].toSorted(),
  );
  expect(list.counts.LATE).toBe(1);
  expect(list.oldestLate).toBe("2026-11-09");
  const only = await coordinator.api.work.list.query({ bucket: "LATE" });
  expect(only.rows.map((one) => one.id)).toEqual([row?.id]);
  expect(only.counts).toEqual(list.counts);
});

test("the list is narrowed by kind, family, contractor, worker and days, counts and file with it", async () => {
  const { api } = await server.as("coordinator");
  const all = await api.work.list.query({});
  const { rules, families, contractors, workers } = await api.work.options.query({});
  expect(rules).toContain("CON-4");
  expect(families).toEqual([
    { id: server.world.theCase.caseId, name: expect.stringMatching(/^Testfamily, /u) },
  ]);
  const [contractor] = contractors;
  const [worker] = workers;
  if (contractor === undefined || worker === undefined) throw new Error("nothing to choose");
  const listed = async (filter: Parameters<typeof api.work.list.query>[0]) =>
    (await api.work.list.query(filter)).rows.map((row) => row.id);
  const ids = all.rows.map((row) => row.id);
  expect(await listed({ contractorId: contractor.id })).toEqual(ids);
  expect(await listed({ workerId: worker.id })).toEqual(ids);
  expect(await listed({ caseId: server.world.theCase.caseId })).toEqual(ids);
  for (const other of [
    { contractorId: newId() as never },
    { workerId: newId() as never },
    { caseId: newId() as never },
    { rule: "NONE" },
  ])
    expect(await listed(other)).toEqual([]);
  const initial = await api.work.list.query({ rule: "CON-4" });
  expect(initial.rows.map((row) => row.rule)).toEqual(["CON-4"]);
  expect(initial.counts).toMatchObject({ LATE: 1, TODAY: 0, WEEK: 0, LATER: 0 });
  const soon = await api.work.list.query({ within: 3 });
  expect(soon.rows.length).toBeGreaterThan(0);
  expect(soon.rows.every((row) => row.dueOn !== undefined && row.dueOn <= "2026-11-23")).toBe(true);
  const file = await api.work.export.query({ rule: "CON-4", format: "CSV" });
  expect(file.rows).toBe(1);
});

test("the Department waits for what the contractor owes; other teams and contractors see nothing", async () => {
  for (const who of ["worker", "supervisor"] as const) {
    const { rows } = await (await server.as(who)).api.work.list.query({});
    expect(rows.find((one) => one.rule === "CON-4")).toMatchObject({
      bucket: "WAITING",
      verb: "OPEN_CASE",
    });
  }
  for (const who of ["otherWorker", "otherSupervisor", "foreignCoordinator", "auditor"] as const)
    expect((await (await server.as(who)).api.work.list.query({})).rows).toEqual([]);
});

test("a supervisor looks at the list of the people below, and of nobody else", async () => {
  const supervisor = await server.as("supervisor");
  const { worker, teammate, otherWorker } = server.world.people;
  const { people } = await supervisor.api.work.people.query({});
  expect(people.map((one) => one.staffId).toSorted()).toEqual(
    [worker.staffId, teammate.staffId].toSorted(),
  );
  const own = await supervisor.api.work.list.query({ staffId: worker.staffId });
  expect(own.rows.some((one) => one.rule === "CON-4")).toBe(true);
  const mates = await supervisor.api.work.list.query({ staffId: teammate.staffId });
  expect(mates.rows).toEqual([]);
  expect(await supervisor.call("work.list", { staffId: otherWorker.staffId })).toMatchObject({
    status: 404,
  });
  expect(
    await (await server.as("worker")).call("work.list", { staffId: teammate.staffId }),
  ).toMatchObject({ status: 404 });
});

test(`why something is late is recorded for what is late only, and stays with the duty${covers("REP-9", "DEC-25")}`, async () => {
  const coordinator = await server.as("coordinator");
  const { caseId, episodeId } = server.world.theCase;
  const why = (keys: string[], note = "The family was in hospital") => ({
    commandId: newId<CommandId>(),
    caseId,
    episodeId,
    keys,
    note,
  });
  await coordinator.api.work.recordWhy.mutate(why([`INITIAL:${family.ada}`]));
  const { duties } = await coordinator.api.cases.overview.query({ caseId });
  expect(duties.find((one) => one.key === `INITIAL:${family.ada}`)).toMatchObject({
    status: "OVERDUE",
    note: "The family was in hospital",
  });
  expect(await coordinator.call("work.recordWhy", why(["TASK:JOINT_MEETING"]))).toMatchObject({
    status: 422,
  });
  expect(
    await coordinator.call("work.recordWhy", why([`INITIAL:${family.ada}`], " ")),
  ).toMatchObject({ status: 422 });
  const foreign = await server.as("foreignCoordinator");
  expect(await foreign.call("work.recordWhy", why([`INITIAL:${family.ada}`]))).toMatchObject({
    status: 404,
  });
});
