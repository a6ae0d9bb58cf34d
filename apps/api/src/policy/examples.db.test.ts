import { newId } from "@kinward/db";
import type { CommandId } from "@kinward/domain/kernel";
import { openBenchCase } from "@kinward/domain/worked-cases";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestClient } from "../testing/client.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let administrator: TestClient;
beforeAll(async () => {
  server = await startWorldServer();
  administrator = await server.as("administrator");
});
afterAll(() => server.stop());

const given = (effectiveDate: string) => ({
  given: { effectiveDate, members: [], contacts: [] },
});
const save = (more: object) =>
  administrator.call("policy.saveExample", {
    commandId: newId<CommandId>(),
    expectedVersion: 0,
    title: "Weeks over New Year",
    document: given("2026-12-28"),
    ...more,
  });

test("an example is saved, opened by its id, and keeps every version", async () => {
  const first = (await save({})).data as { exampleId: string; version: number };
  expect(first.version).toBe(1);
  const { exampleId } = first;
  const second = await save({ exampleId, expectedVersion: 1, document: given("2026-12-29") });
  expect(second.data).toEqual({ exampleId, version: 2 });
  const id = exampleId as never;
  const newest = await administrator.api.policy.example.query({ exampleId: id });
  expect(openBenchCase(newest.document as never)?.file.effectiveDate).toBe("2026-12-29");
  expect(newest.versions.map((one) => one.version)).toEqual([2, 1]);
  const former = await administrator.api.policy.example.query({ exampleId: id, version: 1 });
  expect(openBenchCase(former.document as never)?.file.effectiveDate).toBe("2026-12-28");
  expect(await administrator.api.policy.examples.query({})).toMatchObject([
    { exampleId, version: 2, title: "Weeks over New Year" },
  ]);
  // Somebody else was faster.
  const late = await save({ exampleId, expectedVersion: 1, document: given("2026-12-30") });
  expect(late.failure).toMatchObject({ kind: "CONFLICT", revision: 2 });
});

test("what is no case of contacts, too long, or cannot be kept is refused", async () => {
  for (const document of [
    {},
    given("2026-02-30"),
    { ...given("2026-12-28"), narrative: "\u0000" },
    { ...given("2026-12-28"), narrative: "\ud800" },
    { ...given("2026-12-28"), narrative: "x".repeat(200_001) },
  ])
    expect((await save({ document })).failure?.kind).toBe("INVALID");
  expect((await save({ exampleId: newId() })).failure?.kind).toBe("NOT_FOUND");
});

test("the workbench gets the book that is in force", async () => {
  expect(await administrator.api.policy.book.query({ profile: "IA_FSRP" })).toMatchObject({
    profile: "IA_FSRP",
    number: 0,
  });
});

test("a worker counts with the book in force and opens examples, and saves none", async () => {
  const worker = await server.as("worker");
  expect((await worker.api.policy.book.query({ profile: "IA_FSRP" })).profile).toBe("IA_FSRP");
  expect(await worker.api.policy.examples.query({})).toEqual(
    await administrator.api.policy.examples.query({}),
  );
  const refused = await worker.call("policy.saveExample", {
    commandId: newId<CommandId>(),
    expectedVersion: 0,
    title: "Mine",
    document: given("2026-12-28"),
  });
  expect(refused.failure?.kind).toBe("FORBIDDEN");
});
