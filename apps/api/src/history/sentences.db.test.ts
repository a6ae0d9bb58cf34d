import { newId, readAs, system } from "@kinward/db";
import { isTold } from "@kinward/db/history";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { isHistoryProcedure } from "@kinward/wording";
import { fieldWord } from "@kinward/wording/en/fields";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROUTES, type Route } from "../routes.ts";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let family: TestFamily;
beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
});
afterAll(() => server.stop());

test(`every act on a case has a sentence in its history${covers("X-2")}`, () => {
  const acts = Object.entries<Route>(ROUTES)
    .filter(([, route]) => route.does === "COMMAND" && typeof route.relation === "object")
    .map(([name]) => name);
  expect(acts.length).toBeGreaterThan(20);
  expect(acts.filter((name) => !isHistoryProcedure(name))).toEqual([]);
});

test("every column of a case that a history tells has words of its own", async () => {
  const { rows } = await readAs(server.services.db, system("test"), (trx) =>
    sql<{ table: string; field: string }>`
      SELECT c.relname::text AS table, a.attname::text AS field FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'app'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE t.tgname = 'keep_history' AND (c.relname = 'person' OR EXISTS (
        SELECT FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = 'case_id'))`.execute(
      trx as never,
    ),
  );
  expect(rows.length).toBeGreaterThan(100);
  const mute = rows.filter(
    (one) => isTold(one.field) && fieldWord(one.table, one.field) === undefined,
  );
  expect(mute.map((one) => `${one.table}.${one.field}`)).toEqual([]);
});

test("history tells what was written anew, and what was there before a change", async () => {
  const { caseId } = server.world.theCase;
  const worker = await server.as("worker");
  const { revision } = await worker.api.cases.header.query({ caseId });
  await worker.api.cases.recordMove.mutate({
    commandId: newId<CommandId>(),
    caseId,
    revision,
    personId: family.ada,
    setting: "FOSTER_FAMILY",
    state: "IA",
    address: "12 Elm St",
    from: "2026-11-12" as PlainDate,
  });
  const { entries } = await worker.api.cases.history.query({ caseId, page: 1 });
  const changes = entries[0]?.changes ?? [];
  const of = (field: string) => changes.filter((one) => one.field === field);
  expect(of("address")).toEqual([
    { table: "living_situation", field: "address", after: "12 Elm St" },
  ]);
  expect(of("to_on")).toEqual([{ table: "living_situation", field: "to_on", after: "2026-11-11" }]);
  expect(of("from_on")).toEqual([
    { table: "living_situation", field: "from_on", after: "2026-11-12" },
  ]);
  expect(changes.filter((one) => /_id$|version|known_from/u.test(one.field))).toEqual([]);
});
