import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { newId, readAs, runCommand, system } from "@kinward/db";
import { CaseFileSchema } from "@kinward/domain/casefile/schema";
import type { EvaluationResult } from "@kinward/domain/contacts";
import { EvaluationResultSchema } from "@kinward/domain/contacts/result-schema";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

const KINWARD = fileURLToPath(new URL("../../../cli/src/main.ts", import.meta.url));

let server: WorldServer;
let family: TestFamily;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinward-case-file-"));
  server = await startWorldServer();
  family = await addFamily(server);
  const { caseId } = server.world.theCase;
  await runCommand(
    server.services.db,
    {
      commandId: newId<CommandId>(),
      procedure: "test",
      caller: system("test relationship"),
      input: {},
      cases: [{ caseId }],
    },
    async ({ trx }) => {
      await trx
        .insertInto("relationship")
        .values({
          relationshipId: newId(),
          caseId,
          personId: family.dana,
          kind: "PARENT",
          parentKind: "BIOLOGICAL",
          otherPersonId: family.ada,
        })
        .execute();
      return { done: { result: null, caseId } };
    },
  );
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const caseId = () => server.world.theCase.caseId;

test("the family comes with its relationships and stays, and no address", async () => {
  const worker = await server.as("worker");
  const { revision } = await worker.api.cases.header.query({ caseId: caseId() });
  await worker.api.cases.recordMove.mutate({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    revision,
    personId: family.ada,
    setting: "KINSHIP",
    state: "IA",
    address: "12 Elm St",
    from: "2026-11-12" as PlainDate,
  });
  const shown = await worker.api.family.show.query({ caseId: caseId() });
  expect(shown.relationships).toEqual([
    { personId: family.dana, kind: "PARENT", otherPersonId: family.ada },
  ]);
  expect(shown.people.find((one) => one.personId === family.ada)).toMatchObject({
    name: "Ada Testfamily",
    role: "CHILD",
    stays: [
      { setting: "PARENTAL_HOME", to: "2026-11-11" },
      { setting: "KINSHIP", from: "2026-11-12", place: 1, confirmed: true },
    ],
  });
  expect(JSON.stringify(shown)).not.toContain("Elm");
});

test("what is expected is explained with what it assumes", async () => {
  const worker = await server.as("worker");
  const { coverage } = await worker.api.cases.overview.query({ caseId: caseId() });
  const cells = coverage.rows.flatMap((row) => row.cells).filter((cell) => cell.projected);
  expect(cells.length).toBeGreaterThan(0);
  for (const { episodeId, dutyKey } of cells) {
    if (episodeId === undefined || dutyKey === undefined) continue;
    const why = await worker.api.family.explainProjected.query({
      caseId: caseId(),
      episodeId,
      key: dutyKey,
    });
    expect(why.steps[0]).toMatchObject({ step: "ASSUMES" });
  }
});

test(`the case file, evaluated on the command line, owes what the case page shows${covers("X-5")}`, async () => {
  const worker = await server.as("worker");
  const { api } = worker;
  const file = await api.family.caseFile.query({ caseId: caseId() });
  expect(CaseFileSchema.safeParse(JSON.parse(file.text)).error?.issues ?? []).toEqual([]);
  const path = join(folder, file.fileName);
  await writeFile(path, file.text);
  const { today } = await api.session.me.query({});
  const { stdout } = await promisify(execFile)(process.execPath, [
    KINWARD,
    "evaluate",
    path,
    "--as-of",
    today,
    "--json",
  ]);
  const result = JSON.parse(stdout) as EvaluationResult;
  expect(EvaluationResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
  const { duties } = await api.cases.overview.query({ caseId: caseId() });
  expect(duties.length).toBeGreaterThan(3);
  expect(result.duties).toEqual(duties);
});

test("taking the file along is recorded as such", async () => {
  const rows = await readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("accessLog")
      .select("purpose")
      .where("procedure", "=", "family.caseFile")
      .execute(),
  );
  expect(rows.map((row) => row.purpose)).toContain("EXPORT");
});
