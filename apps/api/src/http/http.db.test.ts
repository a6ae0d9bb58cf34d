import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get as httpGet, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@kinward/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import { MAX_BATCH, MAX_BODY_BYTES } from "./trpc-handler.ts";

const folder = mkdtempSync(join(tmpdir(), "kinward-apps-"));
const SCRIPT = `console.log("${"x".repeat(2_000)}");`;

let server: WorldServer;
beforeAll(async () => {
  for (const app of ["web", "admin"]) {
    mkdirSync(join(folder, app, "assets"), { recursive: true });
    writeFileSync(join(folder, app, "index.html"), `<!doctype html><title>${app}</title>`);
    writeFileSync(join(folder, app, "assets", "index-3f2a.js"), SCRIPT);
    writeFileSync(join(folder, app, "assets", "index-3f2a.js.map"), "{}");
  }
  server = await startWorldServer({
    config: { webDist: join(folder, "web"), adminDist: join(folder, "admin") },
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const organization = () => ({
  commandId: newId(),
  name: `Forged ${newId()}`,
  kinds: ["CONTRACTOR"],
  reason: "None",
});
const countOrganizations = async (): Promise<number> =>
  (await (await server.as("administrator")).api.organizations.list.query({})).organizations.length;

test("another site cannot act in someone's name, whatever it posts", async () => {
  const admin = await server.as("administrator");
  const before = await countOrganizations();
  const cookie = admin.cookies();
  const url = `${server.origin}/api/trpc/organizations.save`;
  const json = JSON.stringify(organization());
  const form = new FormData();
  form.set("name", "Forged");
  const tries: readonly [number, RequestInit][] = [
    [415, { body: form }],
    [415, { body: json, headers: { "content-type": "text/plain" } }],
    [415, { body: json, headers: { "content-type": "text/plain;application/json" } }],
    [415, { body: json, headers: { "content-type": "application/json, text/plain" } }],
    [415, { body: json, headers: { "content-type": "application/jsonp" } }],
    [415, { body: new URLSearchParams({ a: "1" }) }],
    [
      403,
      { body: json, headers: { "content-type": "application/json", origin: "https://evil.test" } },
    ],
    [403, { body: json, headers: { "content-type": "application/json", origin: "null" } }],
    [
      403,
      {
        body: json,
        headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" },
      },
    ],
    [
      403,
      {
        body: json,
        headers: { "content-type": "application/json", "sec-fetch-site": "same-site" },
      },
    ],
  ];
  for (const [status, init] of tries) {
    const headers = new Headers(init.headers);
    headers.set("cookie", cookie);
    const answer = await fetch(url, { method: "POST", ...init, headers });
    expect([answer.status, init.headers]).toEqual([status, init.headers]);
  }
  for (const method of ["PUT", "DELETE", "PATCH"])
    expect(
      (await fetch(url, { method, headers: { cookie, "content-type": "application/json" } }))
        .status,
    ).toBe(405);
  expect(await countOrganizations()).toBe(before);
});

test("a command cannot be asked for by a link", async () => {
  const admin = await server.as("administrator");
  const input = encodeURIComponent(JSON.stringify(organization()));
  expect((await admin.get(`/api/trpc/organizations.save?input=${input}`)).status).toBe(405);
});

test("sign-in is closed to other sites as well", async () => {
  const answer = await server.anyone.post(
    "/api/auth/sign-in/email",
    {},
    { origin: "https://evil.test" },
  );
  expect(answer.status).toBe(403);
});

test("batches and bodies have a limit", async () => {
  const admin = await server.as("administrator");
  const names = (count: number) => Array<string>(count).fill("organizations.list").join(",");
  const inputs = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [index, {}]));
  expect(
    (await admin.post(`/api/trpc/${names(MAX_BATCH)}?batch=1`, inputs(MAX_BATCH))).status,
  ).toBe(200);
  const tooMany = await admin.post(
    `/api/trpc/${names(MAX_BATCH + 1)}?batch=1`,
    inputs(MAX_BATCH + 1),
  );
  expect(tooMany.status).toBe(400);
  const large = await admin.call("organizations.save", {
    ...organization(),
    name: "x".repeat(MAX_BODY_BYTES),
  });
  expect(large.status).toBe(413);
  expect(
    (await server.anyone.post("/api/auth/sign-in/email", { email: "x".repeat(20_000) })).status,
  ).toBe(413);
});

test("text that PostgreSQL or Unicode does not know is the client's mistake", async () => {
  const admin = await server.as("administrator");
  for (const name of ["a\u0000b", "a\ud800b"]) {
    const answer = await admin.call("organizations.save", { ...organization(), name });
    expect([answer.status, answer.failure]).toMatchObject([
      400,
      { kind: "INVALID", issues: [{ path: ["name"], message: "TEXT_INVALID" }] },
    ]);
  }
  expect(
    (
      await server.anyone.post("/api/auth/sign-in/email", {
        email: "a\u0000@b.test",
        password: "x",
      })
    ).status,
  ).toBe(400);
});

test.each([
  "/api/trpc/",
  "/api/trpc/%E0%A4%A",
  "/api/trpc/no.such",
  "/api/trpc/__proto__.x",
  "/api/trpc/constructor.prototype",
  "/api/trpc/session.me,?batch=1",
  "/api/trpc/session.me?batch=1&input=%7B",
  "/api/trpc/session.me?connectionParams=%7B",
  "/api/nothing",
  "/api/auth/../trpc/session.me",
  "//api/trpc/session.me",
  "/admin/%ZZ",
  "/assets/none.js",
])("a crooked address is answered, not stumbled over: %s", async (path) => {
  const admin = await server.as("administrator");
  for (const answer of [
    await admin.get(path),
    await admin.post(path, "{"),
    await admin.post(path, "[]"),
  ])
    expect(answer.status).toBeLessThan(500);
});

test("an unknown name of an input is refused", async () => {
  const admin = await server.as("administrator");
  expect((await admin.call("organizations.list", { extra: 1 })).failure).toMatchObject({
    kind: "INVALID",
  });
});

test("every answer carries the headers that keep it here", async () => {
  for (const path of ["/", "/admin/", "/healthz", "/api/trpc/session.me", "/nothing.txt"]) {
    const { headers } = await server.anyone.get(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-powered-by")).toBeNull();
  }
  expect((await server.anyone.get("/api/trpc/session.me")).headers.get("cache-control")).toBe(
    "no-store",
  );
});

test("both apps come from this origin: pages for screens, long life for hashed files, nothing for missing ones", async () => {
  const get = (path: string, headers = {}) => server.anyone.get(path, headers);
  expect((await get("/cases/1234")).text).toContain("<title>web</title>");
  expect((await get("/admin/contracts/1")).text).toContain("<title>admin</title>");
  expect((await get("/admin")).headers.get("location")).toBe("/admin/");
  const script = await get("/assets/index-3f2a.js");
  expect(script.text).toBe(SCRIPT);
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(script.headers.get("content-encoding")).toBe("gzip");
  expect((await get("/")).headers.get("cache-control")).toBe("no-cache");
  const etag = (await get("/")).headers.get("etag") ?? "";
  // The test's own fetch would ask for a fresh copy beside the tag.
  const [again] = (await once(
    httpGet(`${server.origin}/`, { headers: { "if-none-match": etag } }),
    "response",
  )) as [IncomingMessage];
  again.resume();
  expect(again.statusCode).toBe(304);
  for (const path of [
    "/assets/index-0000.js",
    "/assets/index-3f2a.js.map",
    "/../package.json",
    "/%2e%2e/package.json",
  ])
    expect((await get(path)).text).not.toContain("name");
});

test("health is told without signing in", async () => {
  expect((await server.anyone.get("/healthz")).text).toBe('{"ok":true}');
  expect((await server.anyone.get("/readyz")).text).toBe('{"ok":true}');
});

test("calls have a limit that all processes count together", async () => {
  for (let call = 0; call < 30; call += 1)
    await server.anyone.call("invitations.find", { token: "none" });
  const answer = await server.anyone.call("invitations.find", { token: "none" });
  expect([answer.status, answer.failure?.kind]).toEqual([429, "RATE_LIMITED"]);
});

test("nothing above was a bug", () => {
  expect(server.bugs).toEqual([]);
});
