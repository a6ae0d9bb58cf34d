import { newId } from "@kinward/db";
import type { CommandId, PlainDate, ProposalId } from "@kinward/domain/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addArea, type NewArea, secondAdministrator, submitReferralTo } from "../testing/area.ts";
import type { TestClient } from "../testing/client.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let first: TestClient;
let second: TestClient;
let area: NewArea;
beforeAll(async () => {
  server = await startWorldServer();
  first = await server.as("administrator");
  second = await secondAdministrator(server);
  area = await addArea(server);
});
afterAll(() => server.stop());

const change = (reason = "Because") => ({ commandId: newId<CommandId>(), reason });
const answer = (
  who: TestClient,
  proposalId: ProposalId,
  decision: "APPROVED" | "REJECTED" | "WITHDRAWN",
  note?: string,
) =>
  who.call("proposals.answer", {
    commandId: newId(),
    proposalId,
    decision,
    ...(note === undefined ? {} : { note }),
  });
const refusalsOf = (failed: Awaited<ReturnType<typeof answer>>) =>
  failed.failure?.kind === "REFUSED"
    ? failed.failure.refusals.map((refusal) => refusal.code)
    : failed.failure?.kind;

describe("a new version of settings", () => {
  const validFrom = "2026-12-01" as PlainDate;
  const input = (values: object, more: object = {}) => ({
    ...change("Amendment 3 was signed"),
    profile: "IA_FSRP" as const,
    validFrom,
    values,
    source: "Contract amendment 3",
    ...more,
  });

  test("is proposed by one, previewed, and published by the approval of another", async () => {
    const { proposalId } = await first.api.settings.propose.mutate(
      input({ allowSingleContractor: true, rotationScope: "PER_SERVICE_TYPE" }),
    );
    const mine = await first.api.proposals.list.query({});
    expect(mine.waiting).toEqual([]);
    expect(mine.mine[0]).toMatchObject({ proposalId, own: true, mayAnswer: false });
    const { waiting } = await second.api.proposals.list.query({});
    expect(waiting).toMatchObject([
      {
        proposalId,
        kind: "SETTING",
        mayAnswer: true,
        source: "Contract amendment 3",
        refusals: [],
        steps: [
          { key: "rotationScope", before: "COMBINED", after: "PER_SERVICE_TYPE", clock: "EPOCH" },
          { key: "allowSingleContractor", before: false, after: true, clock: "SUBMISSION" },
        ],
      },
    ]);
    expect((await second.api.admin.home.query({})).items).toContainEqual({
      kind: "PROPOSALS_WAITING",
      count: 1,
    });
    expect((await first.api.admin.home.query({})).items).not.toContainEqual(
      expect.objectContaining({ kind: "PROPOSALS_WAITING" }),
    );

    expect(refusalsOf(await answer(first, proposalId, "APPROVED"))).toEqual([
      "APPROVER_IS_REQUESTER",
    ]);
    expect((await answer(second, proposalId, "APPROVED")).data).toMatchObject({
      decision: "APPROVED",
      done: { bookNumber: 1 },
    });
    expect(refusalsOf(await answer(second, proposalId, "REJECTED", "No"))).toEqual([
      "INVALID_TRANSITION",
    ]);

    const { settings, bookNumber } = await first.api.settings.list.query({ profile: "IA_FSRP" });
    expect(bookNumber).toBe(1);
    expect(settings.find((one) => one.key === "allowSingleContractor")?.versions).toMatchObject([
      { value: false, inForce: true },
      {
        value: true,
        validFrom,
        source: "Contract amendment 3",
        publishedBy: "Test administrator, Second Administrator",
        inForce: false,
      },
    ]);
    expect((await first.api.admin.home.query({})).items).toContainEqual(
      expect.objectContaining({ kind: "SETTING_COMING", on: validFrom, count: 2 }),
    );
    const { decided } = await first.api.proposals.list.query({});
    expect(decided[0]).toMatchObject({
      proposalId,
      answer: { decision: "APPROVED", by: "Second Administrator" },
    });
  });

  test("is refused for the same value, a past day, a value that does not fit, and twice at once", async () => {
    const refused = async (values: object, more: object = {}) =>
      refusalsOf(await first.call("settings.propose", input(values, more)));
    expect(await refused({ tieBreak: "ALTERNATE_FROM_LAST" })).toEqual(["VALUE_UNCHANGED"]);
    expect(await refused({ tieBreak: "STARTER_FIRST" }, { validFrom: "2026-11-19" })).toEqual([
      "DATE_IN_PAST",
    ]);
    expect(await refused({ resubmissionWindowDays: 400 })).toEqual(["VALUE_NOT_ALLOWED"]);
    expect(await refused({ tieBreak: "STARTER_FIRST" }, { source: " " })).toBe("INVALID");
    const { proposalId } = await first.api.settings.propose.mutate(
      input({ tieBreak: "STARTER_FIRST" }),
    );
    expect(await refused({ tieBreak: "STARTER_FIRST", transferCounts: false })).toEqual([
      "PROPOSAL_OPEN",
    ]);
    expect(refusalsOf(await answer(second, proposalId, "REJECTED"))).toEqual(["REASON_REQUIRED"]);
    expect((await answer(second, proposalId, "REJECTED", "No source")).status).toBe(200);
    expect((await first.api.settings.list.query({ profile: "IA_FSRP" })).bookNumber).toBe(1);
  });

  test("that meanwhile says nothing new cannot be approved, and says why", async () => {
    const values = { resubmissionWindowDays: 60 };
    const one = await first.api.settings.propose.mutate(input(values));
    await answer(second, one.proposalId, "APPROVED");
    const again = await first.api.settings.propose.mutate(
      input(values, { validFrom: "2026-11-25" }),
    );
    // Another change takes its place first.
    await answer(first, again.proposalId, "WITHDRAWN");
    const { proposalId } = await first.api.settings.propose.mutate(
      input({ resubmissionWindowDays: 45 }),
    );
    const overtaken = await second.api.proposals.list.query({});
    expect(overtaken.waiting).toMatchObject([
      { proposalId, refusals: [], steps: [{ before: 60, after: 45 }] },
    ]);
    expect((await answer(second, proposalId, "APPROVED")).status).toBe(200);
  });
});

describe("a correction of the ledger", () => {
  test("says what becomes of the balance, and is a new line once a second person agrees", async () => {
    for (let n = 0; n < 3; n += 1) expect((await submitReferralTo(server, area)).status).toBe(200);
    const { contractAreaId } = area;
    const { foreignContractor } = server.world.organizations;
    const content = { contractAreaId, seq: 3, contractor: foreignContractor, counted: true };
    expect(await first.api.rotation.previewCorrection.query(content)).toMatchObject({
      before: 1,
      after: -1,
      pair: ["Test contractor", "Test foreignContractor"],
      standingName: "Test contractor",
    });
    const { proposalId } = await first.api.rotation.proposeCorrection.mutate({
      ...change("Given to the wrong contractor by a typing error"),
      ...content,
    });
    const before = await first.api.rotation.area.query({ contractAreaId, page: 1 });
    expect(before.lines.map((line) => [line.seq, line.correctionOpen])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(before.lines.every((line) => line.case === undefined)).toBe(true);
    const { waiting } = await second.api.proposals.list.query({});
    expect(waiting).toMatchObject([
      { kind: "LEDGER_CORRECTION", seq: 3, preview: { before: 1, after: -1 } },
    ]);
    expect((await answer(second, proposalId, "APPROVED")).data).toMatchObject({
      done: { seq: 4, before: 1, after: -1 },
    });
    const after = await first.api.rotation.area.query({ contractAreaId, page: 1 });
    expect(after.lines[0]).toMatchObject({ seq: 4, kind: "CORRECTION", refersToSeq: 3 });
    expect(after.area.lanes).toMatchObject([
      {
        balance: -1,
        debt: { to: server.world.organizations.contractor, turns: 1, causes: [{ seq: 4 }] },
      },
    ]);
    const { areas } = await first.api.rotation.check.query({ contractAreaId });
    expect(areas).toMatchObject([{ verdict: { ok: true, lines: 4 } }]);
  });
});

describe("a pause", () => {
  test("refuses referrals until they are taken again, and stands on the administrator's home", async () => {
    const { contractAreaId } = area;
    const { today } = server.world;
    await first.api.rotation.pause.mutate({
      ...change("Bids are opened again"),
      contractAreaId,
      from: today,
    });
    expect(refusalsOf(await submitReferralTo(server, area))).toEqual(["AREA_PAUSED"]);
    // Whoever writes a referral is told where the area is chosen, not only at the end.
    const worker = await server.as("worker");
    const paused = async () => (await worker.api.referrals.options.query({})).paused;
    expect(await paused()).toEqual([{ contractAreaId }]);
    expect((await first.api.admin.home.query({})).items).toContainEqual({
      kind: "AREA_PAUSED",
      name: "Ames",
      id: contractAreaId,
    });
    const list = await first.api.rotation.list.query({});
    expect(list.areas.find((one) => one.contractAreaId === contractAreaId)).toMatchObject({
      refusals: [{ code: "AREA_PAUSED" }],
      pauses: [{ from: today, reason: "Bids are opened again" }],
    });
    await first.api.rotation.resume.mutate({
      ...change("Bids stand"),
      contractAreaId,
      from: today,
      resumesOn: today,
    });
    expect(await paused()).toEqual([]);
    expect((await submitReferralTo(server, area)).status).toBe(200);
    const { entries } = await first.api.changes.of.query({
      kind: "CONTRACT_AREA",
      id: contractAreaId,
    });
    expect(entries.map((entry) => entry.procedure)).toEqual(
      expect.arrayContaining(["rotation.pause", "rotation.resume", "proposals.answer"]),
    );
  });
});

describe("open cases at the end of a contract", () => {
  test("move to the successor that two people name; numbers are shown, no names", async () => {
    const { contracts, contractAreaId } = area;
    await server.services.db.transaction().execute(async (trx) => {
      const { sql } = await import("kysely");
      await sql`SELECT set_config('app.user', 'system:test', true)`.execute(trx);
      await trx
        .updateTable("contract")
        .set({ toOn: "2026-12-10" as PlainDate })
        .where("contractId", "=", contracts[0])
        .execute();
    });
    const { contracts: ending } = await first.api.rotation.endingContracts.query({});
    expect(ending).toMatchObject([
      {
        contractId: contracts[0],
        organizationName: "Test contractor",
        successors: [{ contractId: contracts[1], servesFrom: "2026-12-11" }],
        moveOpen: false,
      },
    ]);
    expect(JSON.stringify(ending)).not.toContain("Thornfield");
    const count = ending[0]?.cases.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect((await first.api.admin.home.query({})).items).toContainEqual(
      expect.objectContaining({ kind: "CASES_TO_MOVE", count }),
    );
    const { proposalId } = await first.api.rotation.proposeCaseMove.mutate({
      ...change("The contract was not renewed"),
      contractId: contracts[0],
      successorId: contracts[1],
    });
    const { waiting } = await second.api.proposals.list.query({});
    expect(waiting).toMatchObject([{ kind: "CASE_MOVE", proposed: count, refusals: [] }]);
    expect((await answer(second, proposalId, "APPROVED")).data).toMatchObject({
      done: { moved: count, leftOut: 0 },
    });
    expect((await first.api.rotation.endingContracts.query({})).contracts).toEqual([]);
    const { areas } = await first.api.rotation.check.query({ contractAreaId });
    expect(areas).toMatchObject([{ verdict: { ok: true } }]);
  });
});

test("an auditor reads all of it and answers nothing; nothing went wrong inside", async () => {
  const auditor = await server.as("auditor");
  const { decided } = await auditor.api.proposals.list.query({});
  expect(decided.length).toBeGreaterThan(3);
  expect(decided.every((one) => !one.mayAnswer)).toBe(true);
  const [one] = decided;
  expect((await answer(auditor, one?.proposalId as ProposalId, "APPROVED")).status).toBe(403);
  expect(server.bugs).toEqual([]);
});
