import { runStatement } from "@kinward/testkit/postgres";
import type {} from "@kinward/testkit/postgres-global";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
beforeAll(async () => void (server = await startWorldServer()));
afterAll(() => server?.stop());

/** PostgreSQL lets nobody of the app in, as while it restarts, and ends who is inside. */
async function close(name: string, isClosed: boolean): Promise<void> {
  const superuser = inject("kinwardPostgres");
  await runStatement(superuser, `ALTER DATABASE "${name}" CONNECTION LIMIT ${isClosed ? 0 : -1}`);
  if (isClosed)
    await runStatement(
      superuser,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [name],
    );
}

test("while the database is away every call answers 503 and logs no bug; afterwards all goes on", async () => {
  const { api } = await server.as("supervisor");
  await api.cases.list.query({});
  const [at] = await runStatement<{ name: string }>(
    server.database.ownerUrl,
    "SELECT current_database() AS name",
  );
  const name = at?.name ?? "";
  await close(name, true);
  await expect(api.cases.list.query({})).rejects.toMatchObject({
    data: { httpStatus: 503, kinward: { kind: "UNAVAILABLE" } },
  });
  const signIn = await fetch(`${server.origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.origin },
    body: JSON.stringify({ email: "nobody@agency.test", password: "four plain words here" }),
  });
  expect([signIn.status, await signIn.json()]).toEqual([503, { code: "UNAVAILABLE" }]);
  const ready = await fetch(`${server.origin}/readyz`);
  expect(ready.status).toBe(503);
  await close(name, false);
  await api.cases.list.query({});
  expect(server.bugs).toEqual([]);
});
