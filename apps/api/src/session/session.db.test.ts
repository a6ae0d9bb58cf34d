import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
});
afterAll(() => server.stop());

test("someone signed in learns who they are, whom to ask, and the server's day", async () => {
  const me = await (await server.as("worker")).api.session.me.query({});
  expect(me).toMatchObject({
    name: "Test worker",
    roles: ["CASEWORKER"],
    today: server.world.today,
    supervisor: { email: "supervisor@kinward.test" },
    agency: { name: "Test agency", timeZone: "America/Chicago" },
    session: { idleMinutes: 30 },
    twoFactorEnabled: false,
  });
  expect(me.organization).toBeUndefined();
  expect(Buffer.from(me.draftKey, "base64")).toHaveLength(32);
});

test("nobody is no one", async () => {
  const answer = await server.anyone.call("session.me");
  expect([answer.status, answer.failure]).toEqual([401, { kind: "SIGNED_OUT" }]);
});
