import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "./router.ts";
import type { Route, RouteName } from "./routes.ts";
import { ROUTES } from "./routes.ts";
import { inputsFor } from "./testing/fuzz.ts";
import { INPUTS } from "./testing/inputs/all.ts";
import { startWorldServer, type WorldServer } from "./testing/server.ts";
import { guards } from "./trpc/guards.ts";
import type { PersonName } from "./testing/world.ts";

const SEED = 20_261_120;
const RUNS = Number(process.env["KINWARD_FUZZ_RUNS"] ?? 8);

let server: WorldServer;
beforeAll(async () => {
  // Limits would let nothing through after a while.
  server = await startWorldServer({ guards: { ...guards, rate: async () => undefined } });
});
afterAll(() => server.stop());

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { readonly _def: { readonly inputs: readonly z.ZodType[] } }
>;
const names = (Object.keys(procedures) as RouteName[]).filter(
  (name) => name !== "session.signOutEverywhere",
);

/** Those whom the guards of most routes let in, so that inputs reach what is behind them. */
function callersOf(route: Route): readonly PersonName[] {
  return route.relation === "NONE"
    ? ["administrator"]
    : ["worker", "contractorSupervisor", "coordinator"];
}

test.each(names)("whatever is sent to %s, the server answers", async (name) => {
  const schema = procedures[name]?._def.inputs[0];
  if (schema === undefined) throw new Error("no schema");
  const clients = await Promise.all(callersOf(ROUTES[name]).map((one) => server.as(one)));
  const good = INPUTS[name](server.world) as Record<string, unknown>;
  // Half of the inputs keep the ids of a fitting one, so that they find the world's records.
  const ids = Object.fromEntries(
    Object.entries(good).filter(([key]) => key.endsWith("Id") && key !== "commandId"),
  );
  const generated = inputsFor(schema, (one) =>
    z.toJSONSchema(one, { io: "input", unrepresentable: "any" }),
  );
  const inputs = fc.tuple(generated, fc.boolean(), fc.nat()).map(([input, keepsIds, who]) => ({
    who,
    input:
      keepsIds && typeof input === "object" && input !== null && !Array.isArray(input)
        ? { ...input, ...ids }
        : input,
  }));
  for (const { input, who } of fc.sample(inputs, { seed: SEED, numRuns: RUNS })) {
    const client = clients[who % clients.length];
    const answer = await client?.call(name, input);
    if (answer === undefined || answer.status >= 500)
      throw new Error(
        `${answer?.status} for ${JSON.stringify(input).slice(0, 2_000)}: ${JSON.stringify(server.bugs.at(-1))}`,
      );
  }
});

test("paths of accounts answer whatever is sent", async () => {
  for (const path of [
    "/sign-in/email",
    "/change-password",
    "/request-password-reset",
    "/reset-password",
    "/two-factor/enable",
    "/two-factor/verify-totp",
  ])
    for (const body of [
      "",
      "null",
      "[]",
      '"x"',
      "{",
      '{"email":{}}',
      '{"email":"a@b.test","password":1}',
      '{"token":"\\u0000","newPassword":"long enough password"}',
      `{"email":"${"x".repeat(900)}"}`,
      '{"code":"1"}',
    ]) {
      const answer = await server.anyone.post(`/api/auth${path}`, body);
      expect([path, body, answer.status < 500]).toEqual([path, body, true]);
    }
  expect(server.bugs).toEqual([]);
});
