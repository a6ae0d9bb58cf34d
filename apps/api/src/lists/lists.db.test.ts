import { newId, readAs, system } from "@kinward/db";
import type { CommandId, SavedViewId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
  await addFamily(server);
});
afterAll(() => server.stop());

const commandId = () => newId<CommandId>();
const view = (name: string, isDefault = false, viewId = newId<SavedViewId>()) => ({
  viewId,
  list: "CASES" as const,
  name,
  search: { late: "true", columns: "family,nextDue" },
  isDefault,
});

test("views are saved, renamed, made the default and removed, by their owner alone", async () => {
  const { api } = await server.as("worker");
  const late = view("Late", true);
  const other = view("Other");
  await api.views.save.mutate({ ...late, commandId: commandId() });
  await api.views.save.mutate({ ...other, commandId: commandId() });
  const listed = async () => (await api.views.list.query({ list: "CASES" })).views;
  expect(await listed()).toEqual([late, other]);
  // The default moves; saved again, nothing changes.
  const renamed = { ...other, name: "Asked for", isDefault: true };
  await api.views.save.mutate({ ...renamed, commandId: commandId() });
  await api.views.save.mutate({ ...renamed, commandId: commandId() });
  expect(await listed()).toEqual([renamed, { ...late, isDefault: false }]);
  expect((await api.views.list.query({ list: "WORK" })).views).toEqual([]);

  const mate = await server.as("teammate");
  expect((await mate.api.views.list.query({ list: "CASES" })).views).toEqual([]);
  expect(await mate.call("views.save", { ...late, commandId: commandId() })).toMatchObject({
    status: 404,
  });
  await mate.api.views.remove.mutate({ viewId: late.viewId, commandId: commandId() });
  expect(await listed()).toHaveLength(2);

  const me = await server.as("worker");
  expect(
    (await me.call("views.save", { ...view("ASKED for "), commandId: commandId() })).failure,
  ).toMatchObject({ kind: "REFUSED", refusals: [{ code: "DUPLICATE_NAME", path: ["name"] }] });
  await api.views.remove.mutate({ viewId: late.viewId, commandId: commandId() });
  expect(await listed()).toEqual([renamed]);
});

test("two defaults at once leave one", async () => {
  const { api } = await server.as("supervisor");
  await Promise.all(
    ["A", "B", "C"].map((name) =>
      api.views.save.mutate({ ...view(name, true), commandId: commandId() }),
    ),
  );
  const { views } = await api.views.list.query({ list: "CASES" });
  expect(views.filter((one) => one.isDefault)).toHaveLength(1);
});

test("there are no more views than a menu holds", async () => {
  const client = await server.as("auditor");
  for (let at = 0; at < 30; at += 1)
    await client.api.views.save.mutate({ ...view(`View ${at}`), commandId: commandId() });
  expect(
    (await client.call("views.save", { ...view("One more"), commandId: commandId() })).failure,
  ).toMatchObject({ refusals: [{ code: "TOO_MANY_VIEWS" }] });
});

test("the list of cases is narrowed by people, contractor, next due and last seen", async () => {
  const { people, organizations, contractAreaId } = server.world;
  const { api } = await server.as("worker");
  const count = async (filter: Parameters<typeof api.cases.list.query>[0]["filter"]) =>
    (await api.cases.list.query({ ...(filter && { filter }) })).total;
  expect(await count({})).toBe(1);
  expect(await count({ workerId: people.worker.staffId })).toBe(1);
  expect(await count({ workerId: people.teammate.staffId })).toBe(0);
  expect(await count({ coordinatorId: people.coordinator.staffId })).toBe(1);
  expect(await count({ coordinatorId: people.otherCoordinator.staffId })).toBe(0);
  expect(await count({ organizationId: organizations.contractor, contractAreaId })).toBe(1);
  expect(await count({ organizationId: organizations.foreignContractor })).toBe(0);
  expect(await count({ seen: "NEVER" })).toBe(1);
  expect(await count({ seen: "30" })).toBe(0);
  expect(await count({ due: "NOTHING" })).toBe(0);
  const options = await api.cases.options.query({});
  expect(options).toMatchObject({
    contractors: [{ id: organizations.contractor }],
    workers: [{ id: people.worker.staffId }],
    coordinators: [{ id: people.coordinator.staffId }],
  });
});

test("a file has what the list shows, and its reading is on record", async () => {
  const { people, theCase } = server.world;
  const client = await server.as("coordinator");
  const file = await client.api.cases.export.query({
    format: "CSV",
    columns: ["number", "family", "nextDue"],
  });
  const csv = Buffer.from(file.base64, "base64").toString("utf8");
  expect(csv).toMatch(/^\uFEFF"Number","Family","Next due","Late"\r\n"[^"]+","Testfamily",/u);
  expect(file).toMatchObject({ rows: 1, left: 0 });
  const sheet = await client.api.work.export.query({ format: "XLSX", bucket: "LATE" });
  expect(sheet.fileName).toMatch(/^my-work-2026-11-20\.xlsx$/u);
  expect(Buffer.from(sheet.base64, "base64").subarray(0, 2).toString()).toBe("PK");
  // A due list says of every date why it is so, as the page of the case does.
  const due = await client.api.work.export.query({ format: "CSV" });
  const lines = Buffer.from(due.base64, "base64").toString("utf8").trim().split("\r\n").slice(1);
  expect(lines[0]).toContain("CON-4; Iowa, Topic 6, lines 59-63");
  expect(lines[0]).toContain("First contact within 5 business days (in force from the beginning");
  expect(lines[0]).toContain("Nov 2, Nov 3 = 1,");
  expect(lines[0]).toContain("Nov 7 (weekend), Nov 8 (weekend), Nov 9 = 5");
  expect(lines.every((line) => /"(?:CON|REP)-\d+; Iowa, Topic 6/u.test(line))).toBe(true);
  const foreign = await server.as("foreignCoordinator");
  expect((await foreign.api.cases.export.query({ format: "CSV", columns: ["family"] })).rows).toBe(
    0,
  );
  const log = await readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("accessLog")
      .select(["procedure", "caseIds"])
      .where("purpose", "=", "EXPORT")
      .where("staffId", "=", people.coordinator.staffId)
      .orderBy("procedure")
      .execute(),
  );
  // Both files within ten minutes: one row that counts.
  expect(log[0]).toEqual({ procedure: "cases.export", caseIds: [theCase.caseId] });
});

test("nothing above was a bug", () => {
  expect(server.bugs).toEqual([]);
});
