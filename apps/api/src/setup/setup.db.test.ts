import { newId } from "@kinward/db";
import type { CommandId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../testing/client.ts";
import { startEmptyServer, type TestServer } from "../testing/server.ts";
import { onAuth } from "../testing/sessions.ts";
import { announceSetup } from "./announce.ts";

const PASSWORD = "correct horse battery";

let server: TestServer;
beforeAll(async () => {
  server = await startEmptyServer();
});
afterAll(() => server.stop());

const input = () => ({
  agencyName: "Prairie Department",
  timeZone: "America/Chicago",
  name: "Ada First",
  email: "Ada@Kinward.test",
  password: PASSWORD,
  token: server.services.setupToken,
});
const signedIn = async () => {
  const client = createClient(server.origin);
  await client.post("/api/auth/sign-in/email", { email: "ada@kinward.test", password: PASSWORD });
  return client;
};

test("only who has read the server's output creates the agency, once, and is its administrator", async () => {
  const said: string[] = [];
  await announceSetup(server.services, (line) => said.push(line));
  expect(said.join()).toContain(server.services.setupToken);
  expect(await server.anyone.api.setup.status.query({})).toEqual({ needed: true });

  const guessed = await server.anyone.call("setup.create", { ...input(), token: "guessed" });
  expect(guessed.failure).toMatchObject({
    refusals: [{ code: "INVITATION_INVALID", path: ["token"] }],
  });
  const nowhere = await server.anyone.call("setup.create", {
    ...input(),
    timeZone: "Mars/Olympus",
  });
  expect(nowhere.failure).toMatchObject({ refusals: [{ path: ["timeZone"] }] });

  const both = await Promise.all([
    server.anyone.call("setup.create", input()),
    server.anyone.call("setup.create", input()),
  ]);
  expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  expect(await server.anyone.api.setup.status.query({})).toEqual({ needed: false });
  said.length = 0;
  await announceSetup(server.services, (line) => said.push(line));
  expect(said).toEqual([]);

  const me = await (await signedIn()).api.session.me.query({});
  expect(me).toMatchObject({
    name: "Ada First",
    roles: ["ADMINISTRATOR"],
    agency: { name: "Prairie Department" },
  });
});

test("the ten contract areas of the policy are there", async () => {
  const { areas } = await (await signedIn()).api.areas.list.query({});
  expect(areas.flatMap((one) => one.contractAreas)).toHaveLength(10);
});

test("without a mail server the link is shown to the administrator, as long as it is open", async () => {
  const { api } = await signedIn();
  const invited = {
    commandId: newId<CommandId>(),
    name: "Ben Second",
    email: "ben@kinward.test",
    roles: ["AUDITOR" as const],
    languages: [],
    reason: "Audit",
  };
  const { staffId, link } = await api.staff.invite.mutate(invited);
  expect(link).toMatch(/^http:\/\/kinward\.test\/admin\/invitation#/);
  // A retry of the same command shows the same link, though it is not stored.
  expect((await api.staff.invite.mutate(invited)).link).toBe(link);
  expect((await api.staff.get.query({ staffId })).invitationLink).toBe(link);
  expect((await api.admin.home.query({})).items).toContainEqual({ kind: "MAIL_WAITING", count: 1 });

  const { link: second } = await api.staff.resendInvitation.mutate({
    commandId: newId<CommandId>(),
    staffId,
  });
  const token = (one: string | undefined) => one?.split("#")[1] ?? "";
  expect((await server.anyone.call("invitations.find", { token: token(link) })).failure?.kind).toBe(
    "REFUSED",
  );
  await server.anyone.api.invitations.accept.mutate({ token: token(second), password: PASSWORD });

  const auditor = createClient(server.origin);
  await auditor.post("/api/auth/sign-in/email", { email: "ben@kinward.test", password: PASSWORD });
  const seen = await auditor.api.staff.get.query({ staffId });
  expect(seen).toMatchObject({ status: "ACTIVE", roles: [{ role: "AUDITOR" }] });
  expect(seen.invitationLink).toBeUndefined();
});

test("an invitation is over after seven days", async () => {
  const { api } = await signedIn();
  const { link } = await api.staff.invite.mutate({
    commandId: newId<CommandId>(),
    name: "Cy Third",
    email: "cy@kinward.test",
    roles: ["CASEWORKER"],
    languages: [],
    reason: "Hired",
  });
  await onAuth(
    server.database.superUrl,
    "UPDATE app.invitation SET expires_at = expires_at - interval '7 days 1 minute' WHERE accepted_at IS NULL",
  );
  const answer = await server.anyone.call("invitations.find", { token: link?.split("#")[1] ?? "" });
  expect(answer.failure).toMatchObject({ refusals: [{ code: "INVITATION_INVALID" }] });
});

test("roles change and access ends from that day, and the last administrator stays", async () => {
  const { api } = await signedIn();
  const { staff } = await api.staff.list.query({ text: "ben", page: 1 });
  const staffId = staff[0]?.staffId as NonNullable<(typeof staff)[0]>["staffId"];
  await api.staff.change.mutate({
    commandId: newId<CommandId>(),
    staffId,
    roles: ["CASEWORKER"],
    languages: [],
    reason: "Moves",
  });
  const auditor = createClient(server.origin);
  await auditor.post("/api/auth/sign-in/email", { email: "ben@kinward.test", password: PASSWORD });
  const me = await auditor.api.session.me.query({});
  expect(me.roles).toEqual(["CASEWORKER"]);
  await api.staff.end.mutate({
    commandId: newId<CommandId>(),
    staffId,
    on: me.today,
    reason: "Leaves",
  });
  expect((await auditor.call("session.me")).status).toBe(401);
  const { entries } = await api.changes.of.query({ kind: "STAFF", id: staffId });
  expect(entries.map((one) => [one.procedure, one.by, one.reason])).toEqual([
    ["staff.end", "Ada First", "Leaves"],
    ["staff.change", "Ada First", "Moves"],
    ["invitations.accept", expect.any(String), undefined],
    ["staff.resendInvitation", "Ada First", undefined],
    ["staff.invite", "Ada First", "Audit"],
  ]);
  const ada = (await api.staff.list.query({ text: "ada", page: 1 })).staff[0];
  const last = await (
    await signedIn()
  ).call("staff.end", { commandId: newId(), staffId: ada?.staffId, on: me.today, reason: "None" });
  expect(last.failure).toMatchObject({ refusals: [{ code: "LAST_ADMINISTRATOR" }] });
});

test("nothing above was a bug", () => {
  expect(server.bugs).toEqual([]);
});
