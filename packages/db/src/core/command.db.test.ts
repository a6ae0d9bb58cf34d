import type { CaseId, CommandId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeAgency, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import type { PersonCaller } from "./caller.ts";
import { type CommandTools, runCommand } from "./command.ts";
import { readAs } from "./transaction.ts";
import { newId } from "./values.ts";

let opened: Opened;
let agency: TestAgency;
let worker: PersonCaller;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-23" });
  worker = { kind: "person", staffId: agency.worker };
});
afterAll(() => opened.close());

const newCase = async (): Promise<CaseId> => {
  const caseId = newId<CaseId>();
  await opened.owner
    .insertInto("caseRecord")
    .values({ caseId, number: caseId, profile: "IA_FSRP", familyName: "Moss" })
    .execute();
  return caseId;
};

const rename = (caseId: CaseId, familyName: string) => async (tools: CommandTools) => {
  await tools.trx
    .updateTable("caseRecord")
    .set({ familyName })
    .where("caseId", "=", caseId)
    .execute();
  return { done: { result: { familyName }, caseId } };
};

const request = (caseId: CaseId, input: unknown, commandId = newId<CommandId>()) => ({
  commandId,
  procedure: "cases.rename",
  caller: worker,
  input,
  cases: [{ caseId }],
});

const familyOf = async (caseId: CaseId) =>
  opened.owner
    .selectFrom("caseRecord")
    .select(["familyName", "revision", "version"])
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();

test("a command that is repeated gives its stored result and writes nothing again", async () => {
  const caseId = await newCase();
  const commandId = newId<CommandId>();
  const once = await runCommand(
    opened.db,
    request(caseId, { to: "Fern" }, commandId),
    rename(caseId, "Fern"),
  );
  expect(once).toEqual({ kind: "DONE", result: { familyName: "Fern" }, repeated: false });
  const again = await runCommand(
    opened.db,
    request(caseId, { to: "Fern" }, commandId),
    rename(caseId, "Elder"),
  );
  expect(again).toEqual({ kind: "DONE", result: { familyName: "Fern" }, repeated: true });
  expect(await familyOf(caseId)).toEqual({ familyName: "Fern", revision: 2, version: 2 });
});

test("the same command sent many times at once is done once", async () => {
  const caseId = await newCase();
  const commandId = newId<CommandId>();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () =>
      runCommand(
        opened.db,
        {
          ...request(caseId, { to: "Fern" }, commandId),
          // What the user saw: to all but the first it has changed, by the same command.
          cases: [{ caseId, revision: 1 }],
        },
        rename(caseId, "Fern"),
      ),
    ),
  );
  expect(outcomes.filter((one) => one.kind === "DONE" && !one.repeated)).toHaveLength(1);
  expect(outcomes.filter((one) => one.kind === "DONE" && one.repeated)).toHaveLength(7);
  expect((await familyOf(caseId)).revision).toBe(2);
});

test("the same id with another input, or from someone else, is refused", async () => {
  const caseId = await newCase();
  const commandId = newId<CommandId>();
  await runCommand(opened.db, request(caseId, { to: "Fern" }, commandId), rename(caseId, "Fern"));
  const other = request(caseId, { to: "Elder" }, commandId);
  expect(await runCommand(opened.db, other, rename(caseId, "Elder"))).toEqual({ kind: "REUSED" });
  const someone = {
    ...request(caseId, { to: "Fern" }, commandId),
    caller: { kind: "person", staffId: agency.colleague } as const,
  };
  expect(await runCommand(opened.db, someone, rename(caseId, "Elder"))).toEqual({ kind: "REUSED" });
  const contractor = {
    commandId,
    procedure: "x",
    caller: {
      kind: "person",
      staffId: agency.prairieCoordinator,
      organizationId: agency.prairie,
    } as const,
    input: {},
  };
  expect(await runCommand(opened.db, contractor, async () => ({ done: { result: null } }))).toEqual(
    { kind: "REUSED" },
  );
  expect((await familyOf(caseId)).familyName).toBe("Fern");
});

test("what the user saw before someone else's change is a conflict, and nothing is written", async () => {
  const caseId = await newCase();
  await runCommand(opened.db, request(caseId, 1), rename(caseId, "Fern"));
  const stale = { ...request(caseId, 2), cases: [{ caseId, revision: 1 }] };
  expect(await runCommand(opened.db, stale, rename(caseId, "Elder"))).toEqual({
    kind: "CONFLICT",
    caseId,
    revision: 2,
  });
  expect((await familyOf(caseId)).familyName).toBe("Fern");
});

test("a refusal writes nothing, and the same command may be asked again", async () => {
  const caseId = await newCase();
  const asked = request(caseId, 1);
  const refused = await runCommand(opened.db, asked, async (tools) => {
    await rename(caseId, "Elder")(tools);
    return { no: [{ code: "FIELD_REQUIRED" as const }] };
  });
  expect(refused).toEqual({ kind: "NO", no: [{ code: "FIELD_REQUIRED" }] });
  expect((await familyOf(caseId)).familyName).toBe("Moss");
  expect((await runCommand(opened.db, asked, rename(caseId, "Fern"))).kind).toBe("DONE");
});

test("former rows stay with the time in which they were known and what ended them", async () => {
  const caseId = await newCase();
  const first = request(caseId, 1);
  await runCommand(opened.db, first, rename(caseId, "Fern"));
  await runCommand(opened.db, request(caseId, 2), rename(caseId, "Fern"));
  const last = request(caseId, 3);
  await runCommand(opened.db, last, rename(caseId, "Elder"));
  const rows = await opened.owner
    .selectFrom("history")
    .selectAll()
    .where("caseId", "=", caseId)
    .orderBy("version")
    .execute();
  // Writing what is there already is no new version.
  expect(rows.map((row) => [row.version, row.row["family_name"], row.changed])).toEqual([
    [1, "Moss", { family_name: "Fern" }],
    [2, "Fern", { family_name: "Elder" }],
  ]);
  expect(rows[0]?.knownTo).toBe(rows[1]?.knownFrom);
  expect(rows.map((row) => row.commandId)).toEqual([first.commandId, last.commandId]);
});

test("acts on one case have moments of their own, in order of their locks", async () => {
  const caseId = await newCase();
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      runCommand(opened.db, request(caseId, n), rename(caseId, `Name ${n}`)),
    ),
  );
  const rows = await opened.owner
    .selectFrom("history")
    .select(["knownFrom", "knownTo"])
    .where("caseId", "=", caseId)
    .orderBy("version")
    .execute();
  expect(rows).toHaveLength(12);
  for (const row of rows) expect(row.knownFrom < row.knownTo).toBe(true);
});

test("reads write nothing, and nobody in particular sees nothing", async () => {
  const caseId = await newCase();
  await expect(
    readAs(opened.db, worker, async (trx) =>
      (trx as unknown as CommandTools["trx"])
        .updateTable("caseRecord")
        .set({ familyName: "x" })
        .where("caseId", "=", caseId)
        .execute(),
    ),
  ).rejects.toThrow("read-only");
  const seen = await opened.db.selectFrom("caseRecord").select("caseId").execute();
  expect(seen).toEqual([]);
});

test("today is the day of the agency's zone, or the fixed one", async () => {
  const fixed = await readAs(opened.db, worker, async (_, clock) => clock.today);
  expect(fixed).toBe("2026-11-23");
  await opened.owner.updateTable("agency").set({ fixedToday: null }).execute();
  const { today, now } = await readAs(opened.db, worker, async (_, clock) => clock);
  const inChicago = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" });
  expect(today).toBe(inChicago.format(new Date(now)));
  expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
