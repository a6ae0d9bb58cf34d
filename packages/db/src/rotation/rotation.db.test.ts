import { decidePauseArea } from "@kinward/domain/agency";
import type {
  CommandId,
  ContractId,
  OrganizationId,
  PlainDate,
  Refusal,
} from "@kinward/domain/kernel";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../core/caller.ts";
import { type CommandAnswer, type CommandTools, runCommand } from "../core/command.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { listCaseHistory } from "../history/index.ts";
import { listIntake } from "../intake/index.ts";
import { replayLedger } from "../order/index.ts";
import { makeAgency, type TestAgency, type TestArea } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer, saveDraft, submit } from "../testing/referral.ts";
import {
  correctLine,
  insertPause,
  listOpenServices,
  listRotations,
  loadLedger,
  loadTails,
  moveCases,
  resumeArea,
} from "./index.ts";

const TODAY = "2026-11-23" as PlainDate;
let opened: Opened;
let agency: TestAgency;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { areas: 3, today: TODAY });
});
afterAll(() => opened.close());

const areaAt = (index: number): TestArea => agency.areas[index] as TestArea;
const referTo = async (area: TestArea) =>
  refer(opened.db, agency.worker, await familyDraft(opened.db, area));
const act = <R>(run: (tools: CommandTools) => Promise<CommandAnswer<R, readonly Refusal[]>>) =>
  runCommand<R, readonly Refusal[]>(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure: "rotation.test",
      caller: { kind: "person", staffId: agency.administrator },
      input: {},
    },
    run,
  );
const check = ({ areaId }: TestArea) =>
  readAs(opened.db, system("test"), (trx) => replayLedger(trx, areaId));

describe("a correction", () => {
  test("is a new line; the old one stays, the balance follows and replay agrees", async () => {
    const area = areaAt(0);
    for (let n = 0; n < 3; n += 1) await referTo(area);
    const before = await readAs(opened.db, system("test"), (trx) => loadLedger(trx, area.areaId));
    expect(before.stored?.head.lanes.COMBINED?.balance).toBe(1);
    const outcome = await act((tools) =>
      correctLine(tools, {
        contractAreaId: area.areaId,
        seq: 3,
        contractor: agency.riverBend,
        counted: true,
      }),
    );
    expect(outcome).toMatchObject({ kind: "DONE", result: { seq: 4, before: 1, after: -1 } });
    const after = await readAs(opened.db, system("test"), (trx) => loadLedger(trx, area.areaId));
    expect(after.lines.slice(0, 3)).toEqual(before.lines);
    expect(after.lines[3]).toMatchObject({ kind: "CORRECTION", refersToSeq: 3 });
    expect(await check(area)).toMatchObject({ ok: true, lines: 4 });
    const [rotation] = await readAs(opened.db, system("test"), (trx) =>
      listRotations(trx, area.areaId),
    );
    expect(rotation?.head.lanes.COMBINED?.balance).toBe(-1);
    const tails = await readAs(opened.db, system("test"), (trx) => loadTails(trx));
    expect(tails.get(area.areaId)?.map((line) => line.seq)).toEqual([2, 4]);
    // The next two ordinary referrals repay the corrected lead.
    await referTo(area);
    const last = await readAs(opened.db, system("test"), (trx) => loadLedger(trx, area.areaId));
    expect(last.lines.at(-1)?.contractor).toBe(agency.prairie);
  });

  test("that changes nothing, or is of no such line, is refused", async () => {
    const area = areaAt(0);
    const correct = (seq: number, contractor: OrganizationId, counted = true) =>
      act((tools) => correctLine(tools, { contractAreaId: area.areaId, seq, contractor, counted }));
    for (const [seq, contractor] of [
      [1, agency.prairie],
      [3, agency.riverBend],
      [4, agency.prairie],
      [99, agency.prairie],
    ] as const)
      expect(await correct(seq, contractor)).toMatchObject({
        kind: "NO",
        no: [{ code: "INVALID_TRANSITION" }],
      });
    expect(await correct(1, newId<OrganizationId>())).toMatchObject({
      no: [{ code: "VALUE_NOT_ALLOWED" }],
    });
    expect(await correct(1, agency.prairie, false)).toMatchObject({ kind: "DONE" });
    expect(await check(area)).toMatchObject({ ok: true });
  });

  test("a ledger edited by hand is named by its first line", async () => {
    const area = areaAt(0);
    await sql`ALTER TABLE app.ledger_line DISABLE TRIGGER USER`.execute(opened.owner);
    await sql`UPDATE app.ledger_line SET line = jsonb_set(line, '{contractor}', to_jsonb(${agency.riverBend}::text))
      WHERE contract_area_id = ${area.areaId} AND seq = 1`.execute(opened.owner);
    expect(await check(area)).toMatchObject({ ok: false, check: "RULE", seq: 1 });
  });
});

describe("a pause", () => {
  test("refuses every referral on its days, until referrals are taken again", async () => {
    const area = areaAt(1);
    const input = { from: TODAY };
    expect(decidePauseArea(input, [], TODAY).ok).toBe(true);
    await writeAs(opened.db, system("test"), (trx) =>
      insertPause(trx, area.areaId, input, "Bids are opened again"),
    );
    const draftId = await saveDraft(opened.db, agency.worker, await familyDraft(opened.db, area));
    const attempt = () =>
      submit(opened.db, {
        worker: agency.worker,
        draftId,
        expectedVersion: 1,
        acceptWarnings: ["PERSON_IN_TWO_OPEN_CASES"],
      });
    expect(await attempt()).toMatchObject({
      kind: "NO",
      no: { refusals: [{ code: "AREA_PAUSED" }] },
    });
    await writeAs(opened.db, system("test"), (trx) =>
      resumeArea(trx, area.areaId, { from: TODAY, resumesOn: TODAY }),
    );
    expect(await attempt()).toMatchObject({ kind: "DONE" });
  });

  test("shares no day with another one of the area", async () => {
    const area = areaAt(1);
    const pause = (from: string, resumesOn?: string) =>
      writeAs(opened.db, system("test"), (trx) =>
        insertPause(
          trx,
          area.areaId,
          {
            from: from as PlainDate,
            ...(resumesOn === undefined ? {} : { resumesOn: resumesOn as PlainDate }),
          },
          "x",
        ),
      );
    await pause("2027-01-01", "2027-01-10");
    await expect(pause("2027-01-05")).rejects.toThrow("area_pause");
    await pause("2027-01-10", "2027-01-20");
    await expect(pause("2027-02-01", "2027-01-31")).rejects.toThrow("area_pause");
  });
});

test("open cases move to the successor: a line each, dated, let in, duties derived", async () => {
  const area = areaAt(2);
  const first = await referTo(area);
  await referTo(area);
  const third = await referTo(area);
  const [ending] = area.contracts;
  const kirkwood = newId<OrganizationId>();
  const successorId = newId<ContractId>();
  await opened.owner
    .insertInto("organization")
    .values({ organizationId: kirkwood, name: "Kirkwood Family Care", kinds: ["CONTRACTOR"] })
    .execute();
  await opened.owner
    .updateTable("contract")
    .set({ toOn: "2026-12-15" as PlainDate })
    .where("contractId", "=", ending)
    .execute();
  await opened.owner
    .insertInto("contract")
    .values({
      contractId: successorId,
      contractAreaId: area.areaId,
      organizationId: kirkwood,
      position: 1,
      fromOn: "2026-12-16" as PlainDate,
      toOn: "2029-12-31" as PlainDate,
      procurementRef: "RFP-9",
      activatedAt: "2026-11-01T12:00:00.000Z" as never,
    })
    .execute();
  await opened.owner
    .insertInto("coordinator")
    .values({
      coordinatorId: newId(),
      caseId: first.caseId,
      episodeId: first.episodeId,
      staffId: agency.prairieCoordinator,
      fromOn: TODAY,
    })
    .execute();
  const open = await readAs(opened.db, system("test"), (trx) =>
    listOpenServices(trx, ending, "2026-12-15" as PlainDate),
  );
  expect(open.map((one) => one.episodeId).toSorted()).toEqual(
    [first.episodeId, third.episodeId].toSorted(),
  );
  // One more that ended between proposal and approval.
  const content = {
    contractId: ending,
    successorId,
    episodes: [...open.map((one) => one.episodeId), newId<typeof first.episodeId>()],
  };
  const balance = async () =>
    (await readAs(opened.db, system("test"), (trx) => loadLedger(trx, area.areaId))).stored?.head
      .lanes.COMBINED?.balance;
  expect(await balance()).toBe(1);
  const revisionOf = () =>
    opened.owner
      .selectFrom("caseRecord")
      .select(["revision", "derivedRevision"])
      .where("caseId", "=", first.caseId)
      .executeTakeFirstOrThrow();
  const { revision } = await revisionOf();
  expect(
    await act((tools) => moveCases(tools, content, "The contract was not renewed")),
  ).toMatchObject({
    kind: "DONE",
    result: { moved: 2, leftOut: 1 },
  });
  expect(await revisionOf()).toEqual({ revision: revision + 1, derivedRevision: revision + 1 });
  expect(await balance()).toBe(1);
  expect(await check(area)).toMatchObject({ ok: true, lines: 5 });
  const terms = await opened.owner
    .selectFrom("episodeContractor")
    .select(["organizationId", "fromOn", "toOn", "seq"])
    .where("episodeId", "=", first.episodeId)
    .orderBy("fromOn")
    .execute();
  expect(terms).toEqual([
    { organizationId: agency.prairie, fromOn: TODAY, toOn: "2026-12-15", seq: 1 },
    { organizationId: kirkwood, fromOn: "2026-12-16", toOn: null, seq: expect.any(Number) },
  ]);
  const orgs = await opened.owner
    .selectFrom("caseOrg")
    .select(["organizationId", "fromOn", "lastServiceDay"])
    .where("caseId", "=", first.caseId)
    .execute();
  expect(orgs).toHaveLength(2);
  expect(orgs).toContainEqual({
    organizationId: kirkwood,
    fromOn: "2026-12-16",
    lastServiceDay: null,
  });
  expect(orgs).toContainEqual({
    organizationId: agency.prairie,
    fromOn: TODAY,
    lastServiceDay: "2026-12-15",
  });
  const coordinators = await opened.owner
    .selectFrom("coordinator")
    .select("toOn")
    .where("episodeId", "=", first.episodeId)
    .execute();
  expect(coordinators).toEqual([{ toOn: "2026-12-15" }]);
  // The successor finds the cases among those that wait for a care coordinator; the former contractor's is not its own.
  const intakeOf = (organizationId: OrganizationId) =>
    readAs(opened.db, system("test"), (trx) => listIntake(trx, organizationId, TODAY));
  const received = await intakeOf(kirkwood);
  expect(received.map((row) => row.caseId).toSorted()).toEqual(
    [first.caseId, third.caseId].toSorted(),
  );
  expect(received.every((row) => row.coordinator === undefined)).toBe(true);
  expect((await intakeOf(agency.prairie)).find((row) => row.caseId === first.caseId)).toMatchObject(
    {
      coordinator: { name: "Cora Prairie" },
    },
  );
  // The history of each case tells of its move.
  const { entries } = await readAs(opened.db, system("test"), (trx) =>
    listCaseHistory(trx, first.caseId, { page: 1 }),
  );
  expect(entries[0]).toMatchObject({
    procedure: "cases.moveToSuccessor",
    by: "Ada Admin",
    reason: "The contract was not renewed",
    params: { contractorName: "Kirkwood Family Care", from: "2026-12-16" },
    changes: expect.arrayContaining([
      expect.objectContaining({ table: "episode_contractor", field: "to_on", after: "2026-12-15" }),
    ]),
  });
  // Nothing is left to move.
  expect(
    await act((tools) => moveCases(tools, content, "The contract was not renewed")),
  ).toMatchObject({
    no: [{ code: "INVALID_TRANSITION", path: ["episodes"] }],
  });
});
