import { newId, system, writeAs } from "@kinward/db";
import type { CommandId, DraftId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeEach, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let family: TestFamily;
const servers: WorldServer[] = [];
beforeEach(async () => {
  server = await startWorldServer();
  servers.push(server);
  family = await addFamily(server);
});
afterAll(async () => {
  for (const one of servers) await one.stop();
});

const day = (text: string) => text as PlainDate;
const visit = (more: object = {}) => ({
  commandId: newId<CommandId>(),
  caseId: server.world.theCase.caseId,
  date: day("2026-11-19"),
  mode: "FACE_TO_FACE" as const,
  place: "FAMILY_HOME" as const,
  with: [family.ada, family.dana],
  ...more,
});

test(`a visit is recorded, says what it met, and takes its draft with it${covers("CON-2", "CON-5")}`, async () => {
  const coordinator = await server.as("coordinator");
  const { caseId } = server.world.theCase;
  const draftId = newId<DraftId>();
  await coordinator.api.drafts.save.mutate({
    commandId: newId<CommandId>(),
    draftId,
    kind: "CONTACT",
    caseId,
    title: "Visit",
    content: {},
    expectedVersion: 0,
  });
  const context = await coordinator.api.contacts.formContext.query({ caseId });
  expect(context).toMatchObject({
    cases: [{ caseId, familyName: "Testfamily", caseNumber: "2026-00001" }],
    case: {
      header: { caseId, can: { recordContact: true } },
      people: [{ name: "Ada Testfamily" }, { name: "Dana Testfamily" }],
      jointMeetingOpen: true,
      earliestOn: "2026-11-02",
      latestOn: "2026-11-20",
      reasonUpTo: "2026-10-20",
    },
    today: "2026-11-20",
  });
  const given = visit({ draftId, jointMeeting: { workerPresent: true }, notes: "All well" });
  const receipt = await coordinator.api.contacts.record.mutate(given);
  expect(receipt).toMatchObject({ caseId, noticeReady: true, reopened: [] });
  expect(receipt.settled.map((duty) => [duty.rule, duty.subjectName, duty.late])).toEqual(
    expect.arrayContaining([
      ["CON-4", "Ada Testfamily", true],
      ["CON-4", "Dana Testfamily", true],
      ["CON-5", "", false],
    ]),
  );
  expect(await coordinator.api.contacts.record.mutate(given)).toEqual(receipt);
  expect((await coordinator.api.drafts.list.query({})).drafts).toEqual([]);
  const { contacts } = await coordinator.api.contacts.list.query({ caseId });
  expect(contacts).toHaveLength(1);
  expect(contacts[0]?.satisfied).toEqual(
    expect.arrayContaining([`INITIAL:${family.ada}`, `INITIAL:${family.dana}`]),
  );
  const after = await coordinator.api.contacts.formContext.query({ caseId });
  expect(after.case?.jointMeetingOpen).toBe(false);
  const { entries } = await coordinator.api.cases.history.query({ caseId, page: 1 });
  expect(entries[0]).toMatchObject({
    procedure: "contacts.record",
    params: {
      mode: "FACE_TO_FACE",
      on: "2026-11-19",
      people: ["Ada Testfamily", "Dana Testfamily"],
    },
  });
});

test(`refusals stand at their fields; a twin asks for a yes${covers("CON-2", "X-4")}`, async () => {
  const coordinator = await server.as("coordinator");
  const record = async (more: object) =>
    (await coordinator.call("contacts.record", visit(more))).failure;
  expect(await record({ date: day("2026-11-21") })).toMatchObject({
    refusals: [{ code: "DATE_IN_FUTURE", path: ["date"] }],
  });
  expect(await record({ date: day("2026-11-01") })).toMatchObject({
    refusals: [{ code: "DATE_OUTSIDE_SERVICE", path: ["date"] }],
  });
  expect(await record({ with: [newId()] })).toMatchObject({
    refusals: [{ code: "CONTACT_NOT_IN_CASE", path: ["with", 0] }],
  });
  await coordinator.api.contacts.record.mutate(visit());
  expect(await record({})).toMatchObject({
    refusals: [{ code: "WARNING_NOT_ACCEPTED", params: { of: "CONTACT_DUPLICATE" } }],
  });
  expect(await record({ acceptWarnings: ["CONTACT_DUPLICATE"] })).toBeUndefined();
});

test(`a correction keeps the former text in the history and may reopen a duty${covers("CON-2")}`, async () => {
  const coordinator = await server.as("coordinator");
  const { caseId } = server.world.theCase;
  const { contactId } = await coordinator.api.contacts.record.mutate(visit({ notes: "Both seen" }));
  const correct = (more: object) =>
    coordinator.call("contacts.correct", { ...visit({ contactId }), ...more });
  expect((await correct({})).failure).toMatchObject({
    refusals: [{ code: "REASON_REQUIRED", path: ["reason"] }],
  });
  const change = { with: [family.dana], notes: "Only Dana seen", reason: "Ada was at school" };
  expect((await correct(change)).data).toMatchObject({
    reopened: [{ key: `INITIAL:${family.ada}`, subjectName: "Ada Testfamily" }],
  });
  const { timeline } = await coordinator.api.cases.overview.query({ caseId });
  expect(timeline.filter((entry) => entry.corrected)).toMatchObject([{ contactId }]);
  const { contacts } = await coordinator.api.contacts.list.query({ caseId });
  expect(contacts).toMatchObject([
    {
      notes: "Only Dana seen",
      version: 2,
      corrections: [
        {
          by: "Test coordinator",
          reason: "Ada was at school",
          changed: [
            { field: "notes", before: "Both seen", after: "Only Dana seen" },
            {
              field: "people",
              before: "Ada Testfamily, Dana Testfamily",
              after: "Dana Testfamily",
            },
          ],
        },
      ],
    },
  ]);
  // Entered in error: no contact any more, told by the history.
  expect((await correct({ withdrawn: true, reason: "Other family" })).failure).toBeUndefined();
  expect(await coordinator.api.contacts.list.query({ caseId })).toEqual({ contacts: [] });
  const { entries } = await coordinator.api.cases.history.query({ caseId, page: 1 });
  expect(entries[0]).toMatchObject({
    procedure: "contacts.correct",
    reason: "Other family",
    changes: [{ table: "contact", field: "withdrawn", before: "false", after: "true" }],
  });
});

test(`to another contractor the case is not there, byte for byte${covers("X-1")}`, async () => {
  const { caseId } = server.world.theCase;
  const missing = newId();
  for (const name of ["foreignCoordinator", "foreignContractorSupervisor"] as const) {
    const foreign = await server.as(name);
    const calls = [
      (id: string) => foreign.call("contacts.list", { caseId: id }),
      (id: string) => foreign.call("contacts.formContext", { caseId: id }),
      (id: string) => foreign.call("contacts.record", visit({ caseId: id })),
      (id: string) =>
        foreign.call("contacts.correct", visit({ caseId: id, contactId: newId(), reason: "x" })),
    ];
    for (const call of calls) {
      const [there, nowhere] = [await call(caseId), await call(missing)];
      expect(there.status).toBe(404);
      expect(there.text).toBe(nowhere.text);
    }
    expect((await foreign.api.contacts.formContext.query({})).cases).toEqual([]);
  }
});

test(`the Department's visit never counts and is its own to correct; a colleague's case is not one's own${covers("DEC-18")}`, async () => {
  const worker = await server.as("worker");
  const { contactId, settled } = await worker.api.contacts.record.mutate(visit());
  expect(settled).toEqual([]);
  const coordinator = await server.as("coordinator");
  const theirs = visit({ contactId, reason: "Wrong day" });
  expect((await coordinator.call("contacts.correct", theirs)).failure).toMatchObject({
    refusals: [{ code: "INVALID_TRANSITION", path: ["contactId"] }],
  });
  const again = { ...theirs, commandId: newId(), date: day("2026-11-18") };
  expect((await worker.call("contacts.correct", again)).failure).toBeUndefined();
  expect((await (await server.as("teammate")).call("contacts.record", visit())).status).toBe(404);
});

test(`a contractor writes for 60 days after its last service day, and only what lies before it${covers("X-1")}`, async () => {
  const coordinator = await server.as("coordinator");
  const { caseId, episodeId } = server.world.theCase;
  const end = (last: string, today: string) =>
    writeAs(server.services.db, system("test"), async (trx) => {
      const lastServiceDay = day(last);
      await trx.updateTable("caseOrg").set({ lastServiceDay }).execute();
      await trx
        .updateTable("episode")
        .set({ lastServiceDay })
        .where("episodeId", "=", episodeId)
        .execute();
      await trx
        .updateTable("agency")
        .set({ fixedToday: day(today) })
        .execute();
    });
  await end("2026-11-18", "2026-11-20");
  expect((await coordinator.call("contacts.record", visit())).failure).toMatchObject({
    refusals: [{ code: "DATE_OUTSIDE_SERVICE", path: ["date"] }],
  });
  await end("2026-11-18", "2027-01-17");
  const late = { date: day("2026-11-17"), reason: "Found in the field notes" };
  expect((await coordinator.call("contacts.record", visit(late))).failure).toBeUndefined();
  await end("2026-11-18", "2027-01-18");
  for (const call of [
    await coordinator.call("contacts.record", visit(late)),
    await coordinator.call("contacts.formContext", { caseId }),
  ])
    expect(call.failure).toEqual({ kind: "FORBIDDEN", because: "SERVICE_ENDED" });
  // Reading goes on, up to that day.
  const { contacts } = await coordinator.api.contacts.list.query({ caseId });
  expect(contacts).toMatchObject([{ on: "2026-11-17", enteredLate: true }]);
});

test("nothing of it was a bug", () => {
  expect(servers.flatMap((one) => one.bugs)).toEqual([]);
});
