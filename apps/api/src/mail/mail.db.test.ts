import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@kinward/db";
import type { CommandId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../testing/client.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import { startSmtp, type TestSmtp } from "@kinward/testkit/smtp";
import { onAuth } from "../testing/sessions.ts";

const PASSWORD = "correct horse battery";

let smtp: TestSmtp;
let server: WorldServer;
beforeAll(async () => {
  smtp = await startSmtp();
  server = await startWorldServer({ config: { smtpUrl: smtp.url } });
});
afterAll(async () => {
  await server.stop();
  await smtp.stop();
});

const invitation = (email: string) => ({
  commandId: newId<CommandId>(),
  name: "New Worker",
  email,
  roles: ["CASEWORKER" as const],
  languages: ["en"],
  reason: "Hired",
});

async function mailTo(address: string): Promise<string> {
  for (let wait = 0; wait < 200; wait += 1) {
    const mail = smtp.mails.findLast((one) => one.to === address);
    if (mail !== undefined) return mail.data.replaceAll("=\n", "").replaceAll("=3D", "=");
    await sleep(50);
  }
  throw new Error(`no mail to ${address}`);
}
const tokenIn = (mail: string): string => /#([\w-]{20,})/.exec(mail)?.[1] ?? "";

test("an invitation is mailed, opens an account once, and no answer or table holds its link", async () => {
  const { api } = await server.as("administrator");
  const answer = await api.staff.invite.mutate(invitation("hired@kinward.test"));
  expect(Object.keys(answer)).toEqual(["staffId"]);
  const token = tokenIn(await mailTo("hired@kinward.test"));

  const find = await server.anyone.api.invitations.find.query({ token });
  expect(find).toMatchObject({ email: "hired@kinward.test", name: "New Worker" });
  await server.anyone.api.invitations.accept.mutate({ token, password: PASSWORD });
  const again = await server.anyone.call("invitations.accept", {
    token,
    password: "another password",
  });
  expect(again.failure).toMatchObject({
    kind: "REFUSED",
    refusals: [{ code: "INVITATION_INVALID" }],
  });

  const client = createClient(server.origin);
  await client.post("/api/auth/sign-in/email", { email: "hired@kinward.test", password: PASSWORD });
  expect(await client.api.session.me.query({})).toMatchObject({
    name: "New Worker",
    roles: ["CASEWORKER"],
  });
  const dump = await onAuth<{ text: string }>(
    server.database.superUrl,
    "SELECT concat((SELECT jsonb_agg(c) FROM app.command c), (SELECT jsonb_agg(m) FROM app.mail m), (SELECT jsonb_agg(i) FROM app.invitation i)) AS text",
  );
  expect(dump[0]?.text).not.toContain(token);
  expect(dump[0]?.text).not.toContain(PASSWORD);
});

test("a forgotten password is replaced through a mail, and every session ends", async () => {
  const { email, name, authUserId } = server.world.people.worker;
  await onAuth(
    server.database.authUrl,
    `INSERT INTO auth.account (id, account_id, provider_id, user_id) VALUES ($1, $1, 'credential', $1)`,
    [authUserId],
  );
  await server.services.accounts.ensureAccount({ name, email, password: PASSWORD });
  const open = await server.as("worker");
  await server.anyone.post("/api/auth/request-password-reset", { email });
  const unknown = await server.anyone.post("/api/auth/request-password-reset", {
    email: "nobody@kinward.test",
  });
  expect(unknown.status).toBe(200);
  const token = tokenIn(await mailTo(email));
  const reset = await server.anyone.post("/api/auth/reset-password", {
    token,
    newPassword: "a new horse battery",
  });
  expect(reset.status).toBe(200);
  expect((await open.call("session.me")).status).toBe(401);
  const client = createClient(server.origin);
  expect((await client.post("/api/auth/sign-in/email", { email, password: PASSWORD })).status).toBe(
    401,
  );
  expect(
    (await client.post("/api/auth/sign-in/email", { email, password: "a new horse battery" }))
      .status,
  ).toBe(200);
});

test("a mail that the server does not take stays visible with its reason, and is sent when it does", async () => {
  smtp.isRefusing = true;
  const { api } = await server.as("administrator");
  await api.staff.invite.mutate(invitation("later@kinward.test"));
  const rows = () =>
    onAuth<{ status: string; last_error: string | null; mail_id: string }>(
      server.database.superUrl,
      "SELECT mail_id, status, last_error FROM app.mail WHERE to_address = 'later@kinward.test'",
    );
  for (let wait = 0; wait < 200 && (await rows())[0]?.status === "WAITING"; wait += 1)
    await sleep(50);
  const [failed] = await rows();
  expect([failed?.status, failed?.last_error]).toEqual(["FAILED", expect.stringContaining("450")]);
  const home = await api.admin.home.query({});
  expect(home.items).toContainEqual({ kind: "MAIL_WAITING", count: 1 });
  smtp.isRefusing = false;
  await server.services.outbox.send(failed?.mail_id ?? "");
  expect((await rows())[0]?.status).toBe("SENT");
});

test("nothing above was a bug", () => {
  expect(server.bugs.filter((bug) => bug["event"] === "bug")).toEqual([]);
});
