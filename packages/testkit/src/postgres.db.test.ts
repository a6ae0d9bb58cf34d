import { runStatements } from "@kinward/postgres";
import { expect, test } from "vitest";
import { createTestDatabase } from "./postgres.ts";

let migrations = 0;
const options = {
  template: "testkit's own",
  migrate: async ({ ownerUrl }: { ownerUrl: string }) => {
    migrations += 1;
    await runStatements(ownerUrl, [
      "CREATE TABLE app.note (id int PRIMARY KEY)",
      "GRANT USAGE ON SCHEMA app TO kinward_app",
      "GRANT SELECT, INSERT ON app.note TO kinward_app",
    ]);
  },
};

test("databases are copies of one template, migrated once even when several are asked for at once", async () => {
  const databases = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase(options)));
  expect(migrations).toBe(1);
  const [first, second] = databases;
  if (first === undefined || second === undefined) throw new Error("no database");
  await runStatements(first.appUrl, ["INSERT INTO app.note VALUES (1)"]);
  expect(await runStatements(first.appUrl, ["SELECT count(*)::int AS n FROM app.note"])).toEqual([
    { n: 1 },
  ]);
  expect(await runStatements(second.appUrl, ["SELECT count(*)::int AS n FROM app.note"])).toEqual([
    { n: 0 },
  ]);
  await Promise.all(databases.map((database) => database.drop()));
  await expect(runStatements(first.appUrl, ["SELECT 1"])).rejects.toThrow("does not exist");
});

test("the app and auth roles are neither owners nor superusers and cannot bypass row-level security", async () => {
  const database = await createTestDatabase(options);
  for (const url of [database.appUrl, database.authUrl]) {
    const [role] = await runStatements(url, [
      "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user",
    ]);
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    await expect(runStatements(url, ["CREATE TABLE public.x ()"])).rejects.toThrow(
      "permission denied",
    );
    await expect(runStatements(url, ["CREATE TABLE app.x ()"])).rejects.toThrow(
      "permission denied",
    );
    await expect(runStatements(url, ["CREATE TEMP TABLE x ()"])).rejects.toThrow(
      "permission denied",
    );
  }
  await expect(runStatements(database.authUrl, ["SELECT FROM app.note"])).rejects.toThrow(
    "permission denied",
  );
  await database.drop();
});

test("a migration that fails leaves no template behind", async () => {
  const failing = {
    template: "failing",
    migrate: async () => {
      throw new Error("no such table");
    },
  };
  await expect(createTestDatabase(failing)).rejects.toThrow("no such table");
  const working = await createTestDatabase({ ...failing, migrate: async () => undefined });
  await working.drop();
});
