import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { AUTH_ROUTES } from "./auth/auth-routes.ts";
import { appRouter } from "./router.ts";
import { HTTP_ROUTES } from "./routes/http.ts";
import { type RouteName, ROUTES } from "./routes.ts";
import { matrixComplaints } from "./testing/matrix.ts";
import { startWorldServer, type WorldServer } from "./testing/server.ts";
import { guards } from "./trpc/guards.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
});
afterAll(() => server.stop());

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { readonly _def: { readonly meta?: { readonly route: string }; readonly type: string } }
>;
const mounted = Object.keys(procedures) as readonly RouteName[];

test("every row of the table is mounted, and nothing is mounted without a row", () => {
  expect(mounted.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

test("every procedure stands under the name of its own row and does what the row says", () => {
  for (const name of mounted) {
    const { meta, type } = procedures[name]?._def ?? { type: "" };
    expect([name, meta?.route, type]).toEqual([
      name,
      name,
      ROUTES[name].does === "QUERY" ? "query" : "mutation",
    ]);
  }
});

test("beside the procedures only the table of paths is mounted", () => {
  const app = createApp({ services: server.services, auth: {} as never, state: () => "READY" });
  // Request ids and headers in front; not-found and errors behind. The apps' folders are not set here.
  const served = HTTP_ROUTES.filter(({ path }) => path !== "/" && path !== "/admin");
  const handlers = { "/api": 3 } as Record<string, number>;
  const count = served.reduce((sum, { path }) => sum + (handlers[path] ?? 1), 0);
  expect(app.router.stack).toHaveLength(count + 4);
});

test("of the accounts' paths only those of their table answer", async () => {
  for (const path of [
    "/sign-up/email",
    "/get-session",
    "/list-sessions",
    "/update-user",
    "/delete-user",
    "/ok",
  ]) {
    expect(Object.keys(AUTH_ROUTES)).not.toContain(path);
    const answer = await server.anyone.post(`/api/auth${path}`, {});
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test("everyone gets from every route what the access table says, and no one learns which cases exist", async () => {
  // Signing out everywhere ends the sessions that the other routes need.
  const last: RouteName = "session.signOutEverywhere";
  const names = [...mounted.filter((name) => name !== last), last];
  expect(await matrixComplaints(server, names)).toEqual([]);
  expect(server.bugs).toEqual([]);
}, 180_000);

test.each([
  ["role", { ...guards, role: () => undefined }, ["staff.list", "holidays.publish"]],
  [
    "relation",
    {
      ...guards,
      relation: (_route, _who, found) => found ?? { caseId: "none" as never, relation: {} },
    },
    ["cases.header"],
  ],
] as const satisfies readonly (readonly [string, typeof guards, readonly RouteName[]])[])(
  "without the guard of the %s the matrix complains",
  async (_, broken, names) => {
    const open = await startWorldServer({ guards: broken });
    const complaints = await matrixComplaints(
      open,
      names.filter((name) => (mounted as readonly string[]).includes(name)),
    );
    await open.stop();
    expect(complaints).not.toEqual([]);
  },
);
