import { newId } from "@kinward/db";
import { type CommandId, plainDate } from "@kinward/domain/kernel";
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
const november = { from: plainDate("2026-11-01"), to: plainDate("2026-11-30") };
const fetchFeed = (address: string) => fetch(address.replace(/^https?:\/\/[^/]+/u, server.origin));

test("a calendar has the due dates of its days, one's own or of someone below", async () => {
  const coordinator = await server.as("coordinator");
  const view = await coordinator.api.calendar.view.query(november);
  expect(view.dues.map((row) => row.dueOn)).toContain("2026-11-09");
  expect(view.dues.every(({ dueOn = "" }) => dueOn.startsWith("2026-11-"))).toBe(true);
  const none = { from: plainDate("2026-08-01"), to: plainDate("2026-08-31") };
  expect((await coordinator.api.calendar.view.query(none)).dues).toEqual([]);
  const lead = await server.as("contractorSupervisor");
  const { staffId } = server.world.people.coordinator;
  const below = await lead.api.calendar.view.query({ ...november, staffId });
  expect(below.dues).toHaveLength(view.dues.length);
  expect(await coordinator.call("calendar.view", { ...november, staffId: newId() })).toMatchObject({
    status: 404,
  });
  expect(
    await coordinator.call("calendar.view", { from: "2026-01-01", to: "2026-12-31" }),
  ).toMatchObject({ status: 400 });
});

test("the feed names nobody, and its address is renewed and revoked", async () => {
  const { api } = await server.as("coordinator");
  expect(await api.calendar.feed.query({})).toEqual({});
  const { address } = await api.calendar.renewFeed.mutate({ commandId: commandId() });
  expect(address).toMatch(/\/feeds\/[\w-]{43}\.ics$/u);
  expect(await api.calendar.feed.query({})).toHaveProperty("madeAt");
  const answer = await fetchFeed(address);
  const ics = await answer.text();
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(ics).toContain("DTSTART;VALUE=DATE:20261109\r\n");
  expect(ics).toContain("SUMMARY:Due: First face-to-face contact");
  expect(ics).not.toMatch(/Testfamily|Ada|Dana|2026-0|[0-9a-f]{8}-[0-9a-f]{4}/u);
  // Read again, each event is the same one.
  const uids = (text: string) => text.match(/^UID:.*$/gmu);
  expect(uids(await (await fetchFeed(address)).text())).toEqual(uids(ics));

  const renewed = await api.calendar.renewFeed.mutate({ commandId: commandId() });
  expect((await fetchFeed(address)).status).toBe(404);
  expect((await fetchFeed(renewed.address)).status).toBe(200);
  await api.calendar.revokeFeed.mutate({ commandId: commandId() });
  expect((await fetchFeed(renewed.address)).status).toBe(404);
  expect(await api.calendar.feed.query({})).toEqual({});
});

test("whoever has left has no feed any more", async () => {
  const { api } = await server.as("otherCoordinator");
  const { address } = await api.calendar.renewFeed.mutate({ commandId: commandId() });
  expect((await fetchFeed(address)).status).toBe(200);
  const admin = await server.as("administrator");
  const { staffId } = server.world.people.otherCoordinator;
  expect(
    (
      await admin.call("staff.end", {
        commandId: commandId(),
        staffId,
        on: "2026-11-20",
        reason: "Left",
      })
    ).status,
  ).toBe(200);
  expect((await fetchFeed(address)).status).toBe(404);
});

test("addresses cannot be guessed for long", async () => {
  const answers: number[] = [];
  for (let at = 0; at < 25; at += 1)
    answers.push((await fetchFeed(`${server.origin}/feeds/${"x".repeat(43)}.ics`)).status);
  expect(answers[0] === 404 || answers[0] === 429).toBe(true);
  expect(answers.at(-1)).toBe(429);
});

test("the state counts by area and contractor, for those who lead or account for it", async () => {
  const { contractAreaId, organizations } = server.world;
  for (const person of ["supervisor", "otherSupervisor", "auditor", "administrator"] as const) {
    const { rows } = await (await server.as(person)).api.state.view.query({});
    expect(rows).toEqual([
      expect.objectContaining({
        contractAreaId,
        organizationId: organizations.contractor,
        open: 1,
        late: 2,
        seenOnTime: 0,
        fellDue: 2,
      }),
    ]);
    expect(JSON.stringify(rows)).not.toContain("Testfamily");
  }
  for (const person of ["worker", "coordinator", "contractorSupervisor"] as const)
    expect((await (await server.as(person)).call("state.view", {})).status).toBe(403);
});

test("nothing above was a bug", () => {
  expect(server.bugs).toEqual([]);
});
