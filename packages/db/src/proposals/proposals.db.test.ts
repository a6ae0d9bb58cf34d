import type { CommandId, ProposalId, StaffId } from "@kinward/domain/kernel";
import { sql } from "kysely";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import { type CommandTools, runCommand } from "../core/command.ts";
import { readAs, writeAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { makeAgency, person, type TestAgency } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { answerProposal, countWaiting, findProposal, listProposals, propose } from "./index.ts";

let opened: Opened;
let agency: TestAgency;
let second: StaffId;
beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today: "2026-11-23" });
  second = await person(opened.owner, "Bea Admin", "ADMINISTRATOR");
});
afterAll(() => opened.close());

const KINDS = ["LEDGER_CORRECTION"] as const;
const caller = (staffId: StaffId): PersonCaller => ({ kind: "person", staffId });

const run = <R, N>(
  staffId: StaffId,
  act: (tools: CommandTools) => Promise<{ done: { result: R } } | { no: N }>,
) =>
  runCommand<R, N>(
    opened.db,
    {
      commandId: newId<CommandId>(),
      procedure: "proposals.test",
      caller: caller(staffId),
      input: {},
    },
    act,
  );

const ask = (subject: string, by = agency.administrator) =>
  run(by, async (tools) => {
    const made = await propose(tools, {
      kind: "LEDGER_CORRECTION",
      subject: { kind: "LEDGER_LINE", id: subject },
      content: { seq: 3 },
      reason: "Wrong contractor",
      by,
    });
    return made.ok ? { done: { result: made.value } } : { no: made.refusals };
  });
const asked = async (subject: string): Promise<ProposalId> => {
  const outcome = await ask(subject);
  if (outcome.kind !== "DONE") throw new Error(JSON.stringify(outcome));
  return outcome.result.proposalId;
};

const answer = (
  proposalId: ProposalId,
  by: StaffId,
  decision: "APPROVED" | "REJECTED" | "WITHDRAWN",
  approve: () => Promise<
    { done: { result: string } } | { no: readonly { code: "BOOK_CHANGED" }[] }
  > = async () => ({ done: { result: "done" } }),
  note?: string,
) =>
  run(by, (tools) =>
    answerProposal(
      tools,
      { proposalId, kinds: KINDS, by, decision, ...(note === undefined ? {} : { note }) },
      approve,
    ),
  );

test("a second person approves, the act is done, and both stand on record", async () => {
  const proposalId = await asked("a:1");
  expect(await answer(proposalId, second, "APPROVED")).toMatchObject({
    kind: "DONE",
    result: { decision: "APPROVED", done: "done" },
  });
  const stored = await readAs(opened.db, caller(second), (trx) =>
    findProposal(trx, proposalId, KINDS),
  );
  expect(stored).toMatchObject({
    proposedByName: "Ada Admin",
    decidedByName: "Bea Admin",
    decision: "APPROVED",
    content: { seq: 3 },
  });
  const [former] = await opened.owner
    .selectFrom("history")
    .select(["row", "changed"])
    .where("tableName", "=", "proposal")
    .where("rowId", "=", proposalId)
    .execute();
  expect(former).toMatchObject({ row: { decision: null }, changed: { decision: "APPROVED" } });
});

test("nobody answers the own proposal; nobody answers twice", async () => {
  const proposalId = await asked("b:1");
  let acts = 0;
  const count = async () => {
    acts += 1;
    // Long enough for the other answer to come in.
    await sleep(200);
    return { done: { result: "done" } };
  };
  expect(await answer(proposalId, agency.administrator, "APPROVED", count)).toMatchObject({
    kind: "NO",
    no: { kind: "REFUSED", refusals: [{ code: "APPROVER_IS_REQUESTER" }] },
  });
  const both = await Promise.all([
    answer(proposalId, second, "APPROVED", count),
    answer(proposalId, second, "APPROVED", count),
  ]);
  expect(both.map((one) => one.kind).toSorted()).toEqual(["DONE", "NO"]);
  expect(acts).toBe(1);
  expect(await answer(proposalId, second, "REJECTED", count, "Too late")).toMatchObject({
    no: { refusals: [{ code: "INVALID_TRANSITION" }] },
  });
});

test("an act that is refused leaves the proposal waiting, and other kinds are not there", async () => {
  const proposalId = await asked("c:1");
  const outcome = await answer(proposalId, second, "APPROVED", async () => ({
    no: [{ code: "BOOK_CHANGED" }],
  }));
  expect(outcome).toMatchObject({ no: { refusals: [{ code: "BOOK_CHANGED" }] } });
  const open = await readAs(opened.db, caller(second), (trx) =>
    listProposals(trx, { kinds: KINDS, state: "OPEN" }),
  );
  expect(open.map((one) => one.proposalId)).toContain(proposalId);
  const other = await run(second, (tools) =>
    answerProposal(
      tools,
      { proposalId, kinds: ["SETTING"], by: second, decision: "APPROVED" },
      async () => ({ done: { result: 1 } }),
    ),
  );
  expect(other).toMatchObject({ no: { kind: "NOT_FOUND" } });
});

test("one proposal about a subject waits at a time; a withdrawn one makes room", async () => {
  const proposalId = await asked("d:1");
  expect(await ask("d:1", second)).toMatchObject({ no: [{ code: "PROPOSAL_OPEN" }] });
  await expect(
    opened.owner
      .insertInto("proposal")
      .columns([
        "proposalId",
        "kind",
        "subjectKind",
        "subjectId",
        "content",
        "reason",
        "proposedBy",
        "proposedAt",
      ])
      .expression((eb) =>
        eb
          .selectFrom("proposal")
          .select([
            sql<ProposalId>`gen_random_uuid()`.as("id"),
            "kind",
            "subjectKind",
            "subjectId",
            "content",
            "reason",
            "proposedBy",
            "proposedAt",
          ])
          .where("proposalId", "=", proposalId),
      )
      .execute(),
  ).rejects.toThrow("proposal_open_once");
  const waiting = () =>
    readAs(opened.db, caller(second), (trx) => countWaiting(trx, KINDS, second));
  const before = await waiting();
  await answer(proposalId, agency.administrator, "WITHDRAWN");
  expect(await waiting()).toBe(before - 1);
  expect((await ask("d:1", second)).kind).toBe("DONE");
});

test("the database itself keeps what was asked, who may answer and that it is answered once", async () => {
  const proposalId = await asked("e:1");
  const as = (statement: ReturnType<typeof sql>) =>
    writeAs(opened.db, caller(second), (trx) => statement.execute(trx));
  await expect(
    as(sql`UPDATE app.proposal SET content = '{"seq":4}' WHERE proposal_id = ${proposalId}`),
  ).rejects.toThrow("permission denied");
  await expect(
    as(sql`UPDATE app.proposal SET reason = 'other' WHERE proposal_id = ${proposalId}`),
  ).rejects.toThrow("permission denied");
  await expect(as(sql`DELETE FROM app.proposal WHERE proposal_id = ${proposalId}`)).rejects.toThrow(
    "permission denied",
  );
  const decide = (by: StaffId, decision: string) =>
    as(sql`UPDATE app.proposal SET decision = ${decision}, decided_by = ${by}, decided_at = now(), note = 'x'
      WHERE proposal_id = ${proposalId}`);
  await expect(decide(agency.administrator, "APPROVED")).rejects.toThrow("proposal_second_person");
  await expect(decide(second, "WITHDRAWN")).rejects.toThrow("proposal_second_person");
  await decide(second, "REJECTED");
  await expect(decide(second, "APPROVED")).rejects.toThrow("answered already");
});

test("a contractor sees no proposal and makes none", async () => {
  await asked("f:1");
  const contractor: PersonCaller = {
    kind: "person",
    staffId: agency.prairieCoordinator,
    organizationId: agency.prairie,
  };
  const seen = await readAs(opened.db, contractor, (trx) =>
    trx.selectFrom("proposal").select("proposalId").execute(),
  );
  expect(seen).toEqual([]);
  await expect(
    writeAs(opened.db, contractor, (trx, { now }) =>
      propose(
        { trx, at: now },
        {
          kind: "SETTING",
          subject: { kind: "SETTING", id: "tieBreak" },
          content: {},
          reason: "x",
          by: agency.prairieCoordinator,
        },
      ),
    ),
  ).rejects.toThrow("row-level security");
});
