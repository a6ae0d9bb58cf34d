import { readAs, system } from "@kinward/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
});
afterAll(() => server.stop());

const rows = () =>
  readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("accessLog")
      .select(["staffId", "purpose", "procedure", "caseIds", "count", "address", "organizationId"])
      .orderBy("firstAt")
      .execute(),
  );

test("whoever reads a case stands in the record of access; the same again within ten minutes is counted", async () => {
  const { people, theCase, organizations } = server.world;
  const input = { caseId: theCase.caseId };
  for (const name of [
    "worker",
    "worker",
    "coordinator",
    "foreignCoordinator",
    "administrator",
  ] as const)
    await (await server.as(name)).call("cases.header", input);
  expect(await rows()).toEqual([
    {
      staffId: people.worker.staffId,
      purpose: "OPEN",
      procedure: "cases.header",
      caseIds: [theCase.caseId],
      count: 2,
      address: "127.0.0.1",
      organizationId: null,
    },
    expect.objectContaining({
      staffId: people.coordinator.staffId,
      organizationId: organizations.contractor,
      count: 1,
    }),
  ]);
});

test("several calls about one case in one request are one row", async () => {
  const before = (await rows()).length;
  const { caseId } = server.world.theCase;
  const supervisor = await server.as("supervisor");
  await supervisor.post("/api/trpc/cases.header,cases.history?batch=1", {
    0: { caseId },
    1: { caseId, page: 1 },
  });
  const all = await rows();
  expect(all).toHaveLength(before + 1);
  expect(all.at(-1)).toMatchObject({ staffId: server.world.people.supervisor.staffId, count: 2 });
});

test("a list names the cases it showed", async () => {
  await (await server.as("teammate")).call("cases.list", {});
  expect((await rows()).at(-1)).toMatchObject({
    staffId: server.world.people.teammate.staffId,
    purpose: "LIST",
    caseIds: [server.world.theCase.caseId],
  });
});
