import { newId } from "@kinward/db";
import type { CommandId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
});
afterAll(() => server.stop());

const input = (name: string) => ({
  commandId: newId<CommandId>(),
  name,
  kinds: ["COMMUNITY_PARTNER" as const],
  reason: "New partner",
});

test("an administrator adds an organization, and the same command again adds nothing", async () => {
  const { api } = await server.as("administrator");
  const given = input("Prairie Family Partners");
  const first = await api.organizations.save.mutate(given);
  const again = await api.organizations.save.mutate(given);
  expect(again).toEqual(first);
  const { organizations } = await api.organizations.list.query({});
  expect(organizations.filter((one) => one.name === given.name)).toEqual([
    { organizationId: first.organizationId, name: given.name, kinds: given.kinds, staff: 0 },
  ]);
});

test("a name that is taken is refused at its field; the same id for another act is the client's mistake", async () => {
  const admin = await server.as("administrator");
  const taken = await admin.call("organizations.save", input("Test contractor"));
  expect([taken.status, taken.failure]).toEqual([
    422,
    {
      kind: "REFUSED",
      refusals: [{ code: "DUPLICATE_NAME", path: ["name"], params: { of: "Test contractor" } }],
    },
  ]);
  const given = input("One name");
  await admin.call("organizations.save", given);
  const reused = await admin.call("organizations.save", { ...given, name: "Another name" });
  expect([reused.status, reused.failure?.kind]).toEqual([400, "INVALID"]);
});

test("an organization with a contract that goes on cannot end", async () => {
  const admin = await server.as("administrator");
  const answer = await admin.call("organizations.end", {
    commandId: newId(),
    organizationId: server.world.organizations.contractor,
    on: "2026-12-31",
    reason: "Closing",
  });
  expect(answer.failure).toMatchObject({ kind: "REFUSED", refusals: [{ code: "PERIOD_OVERLAP" }] });
});
