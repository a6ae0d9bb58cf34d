import { newId, system, writeAs } from "@kinward/db";
import { totp } from "@kinward/testkit/totp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../testing/client.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import { onAuth, sessionCookie } from "../testing/sessions.ts";
import type { PersonName } from "../testing/world.ts";

const PASSWORD = "correct horse battery";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
});
afterAll(() => server.stop());

/** Gives someone of the world a password and signs in with it, as a browser does. */
async function signIn(name: PersonName, password = PASSWORD) {
  const { authUserId, email, name: fullName } = server.world.people[name];
  const known = await onAuth(
    server.database.authUrl,
    "SELECT FROM auth.account WHERE user_id = $1",
    [authUserId],
  );
  if (known.length === 0) {
    await onAuth(
      server.database.authUrl,
      `INSERT INTO auth.account (id, account_id, provider_id, user_id) VALUES ($1, $1, 'credential', $1)`,
      [authUserId],
    );
    await server.services.accounts.ensureAccount({ name: fullName, email, password: PASSWORD });
  }
  const client = createClient(server.origin);
  const answer = await client.post("/api/auth/sign-in/email", { email, password });
  return { client, answer };
}

test("e-mail and password open a session; its cookie is for this server's eyes only", async () => {
  const { client, answer } = await signIn("worker");
  expect(answer.status).toBe(200);
  const cookie = answer.headers
    .getSetCookie()
    .find((one) => one.startsWith("kinward.session_token="));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const me = await client.api.session.me.query({});
  expect(me.name).toBe("Test worker");
  await client.post("/api/auth/sign-out", {});
  expect((await client.call("session.me")).status).toBe(401);
});

test("an unknown address and a wrong password are answered alike, and the tenth wrong one closes the door for a while", async () => {
  const { email } = server.world.people.teammate;
  await signIn("teammate");
  const unknown = await server.anyone.post("/api/auth/sign-in/email", {
    email: "nobody@kinward.test",
    password: PASSWORD,
  });
  const wrong = await server.anyone.post("/api/auth/sign-in/email", {
    email,
    password: "wrong horse battery",
  });
  expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
  for (let guess = 1; guess < 10; guess += 1)
    await server.anyone.post("/api/auth/sign-in/email", {
      email,
      password: `guess number ${guess}`,
    });
  expect(
    (await server.anyone.post("/api/auth/sign-in/email", { email, password: PASSWORD })).status,
  ).toBe(429);
});

test("nobody opens an account for themselves, and a short password is none", async () => {
  const open = await server.anyone.post("/api/auth/sign-up/email", {
    email: "new@kinward.test",
    password: PASSWORD,
    name: "New",
  });
  expect(open.status).toBe(404);
  const { client } = await signIn("otherWorker");
  const short = await client.post("/api/auth/change-password", {
    currentPassword: PASSWORD,
    newPassword: "too short",
  });
  expect(short.status).toBe(400);
});

test("asking to be remembered does not lengthen a session", async () => {
  await signIn("supervisor");
  const { email } = server.world.people.supervisor;
  const client = createClient(server.origin);
  await client.post("/api/auth/sign-in/email", { email, password: PASSWORD, rememberMe: false });
  const [row] = await onAuth<{ minutes: number }>(
    server.database.authUrl,
    "SELECT extract(epoch FROM expires_at - now()) / 60 AS minutes FROM auth.session ORDER BY created_at DESC LIMIT 1",
  );
  expect(Number(row?.minutes)).toBeLessThan(32);
  expect(Number(row?.minutes)).toBeGreaterThan(29);
});

test("half an hour without a request ends the session; a request before moves its end on", async () => {
  const cookie = await sessionCookie(server, server.world.people.auditor.authUserId);
  const client = createClient(server.origin, cookie);
  const shift = (minutes: number) =>
    onAuth(
      server.database.authUrl,
      `UPDATE auth.session SET expires_at = expires_at - $2 * interval '1 minute', updated_at = updated_at - $2 * interval '1 minute'
      WHERE user_id = $1`,
      [server.world.people.auditor.authUserId, minutes],
    );
  await shift(25);
  expect((await client.call("session.me")).status).toBe(200);
  await shift(25);
  expect((await client.call("session.me")).status).toBe(200);
  await shift(32);
  expect((await client.call("session.me")).failure).toEqual({ kind: "SIGNED_OUT" });
});

test("after twelve hours the session is over however busy it was, for the accounts' own paths too", async () => {
  const { authUserId } = server.world.people.administrator;
  const almost = createClient(server.origin, await sessionCookie(server, authUserId, 12 * 60 - 1));
  const me = await almost.api.session.me.query({});
  expect(Date.parse(me.session.endsAt) - Date.now()).toBeLessThan(61_000);
  const over = createClient(server.origin, await sessionCookie(server, authUserId, 12 * 60 + 1));
  const change = await over.post("/api/auth/change-password", {
    currentPassword: PASSWORD,
    newPassword: `${PASSWORD} 2`,
  });
  expect(change.status).toBe(401);
  expect((await over.call("session.me")).status).toBe(401);
});

test("signing out everywhere ends every session of this person and no one else's", async () => {
  const one = createClient(
    server.origin,
    await sessionCookie(server, server.world.people.coordinator.authUserId),
  );
  const two = createClient(
    server.origin,
    await sessionCookie(server, server.world.people.coordinator.authUserId),
  );
  const other = await server.as("contractorSupervisor");
  await one.api.session.signOutEverywhere.mutate({ commandId: newId() as never });
  expect([(await one.call("session.me")).status, (await two.call("session.me")).status]).toEqual([
    401, 401,
  ]);
  expect((await other.call("session.me")).status).toBe(200);
});

test("with a second factor the password alone opens nothing", async () => {
  const { client } = await signIn("intake");
  const enabled = await client.post("/api/auth/two-factor/enable", { password: PASSWORD });
  const { totpURI, backupCodes } = JSON.parse(enabled.text) as {
    totpURI: string;
    backupCodes: string[];
  };
  const code = () => totp(new URL(totpURI).searchParams.get("secret") ?? "");
  expect((await client.post("/api/auth/two-factor/verify-totp", { code: code() })).status).toBe(
    200,
  );
  expect((await client.api.session.me.query({})).twoFactorEnabled).toBe(true);

  const again = await signIn("intake");
  expect(JSON.parse(again.answer.text)).toMatchObject({ twoFactorRedirect: true });
  expect((await again.client.call("session.me")).status).toBe(401);
  expect(
    (await again.client.post("/api/auth/two-factor/verify-totp", { code: "000000" })).status,
  ).toBe(401);
  expect(
    (await again.client.post("/api/auth/two-factor/verify-totp", { code: code() })).status,
  ).toBe(200);
  expect((await again.client.call("session.me")).status).toBe(200);

  const third = await signIn("intake");
  const [backup = ""] = backupCodes;
  expect(
    (await third.client.post("/api/auth/two-factor/verify-backup-code", { code: backup })).status,
  ).toBe(200);
  expect((await third.client.call("session.me")).status).toBe(200);
});

test("whoever is no longer staff is out that day: with an open session, and at the door", async () => {
  const { staffId } = server.world.people.foreignCoordinator;
  const { client } = await signIn("foreignCoordinator");
  expect((await client.call("session.me")).status).toBe(200);
  await writeAs(server.services.db, system("test"), (trx) =>
    trx
      .updateTable("staff")
      .set({ endedOn: server.world.today })
      .where("staffId", "=", staffId)
      .execute(),
  );
  expect((await client.call("session.me")).failure).toEqual({ kind: "SIGNED_OUT" });
  expect((await signIn("foreignCoordinator")).answer.status).toBe(401);
});

test("whoever has no role left is out as well", async () => {
  const { staffId } = server.world.people.foreignIntake;
  const client = await server.as("foreignIntake");
  await writeAs(server.services.db, system("test"), (trx) =>
    trx
      .updateTable("staffRole")
      .set({ toOn: server.world.today })
      .where("staffId", "=", staffId)
      .execute(),
  );
  expect((await client.call("session.me")).failure).toEqual({ kind: "SIGNED_OUT" });
});

test("nothing above was a bug", () => {
  expect(server.bugs).toEqual([]);
});
