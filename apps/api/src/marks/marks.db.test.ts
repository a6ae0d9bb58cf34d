import { newId, readAs, system, writeAs } from "@kinward/db";
import type { CommandId, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { FrequencyMark, MemberMark } from "@kinward/domain/people";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let family: TestFamily;
beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
});
afterAll(() => server.stop());

const day = (date: string) => date as PlainDate;
const caseId = () => server.world.theCase.caseId;
const list = async (who: Parameters<WorldServer["as"]>[0] = "worker") =>
  (await server.as(who)).api.marks.list.query({ caseId: caseId() });
const envelope = async () => ({
  commandId: newId<CommandId>(),
  caseId: caseId(),
  revision: (await list()).revision,
});
const recordMark = async (mark: MemberMark) =>
  (await server.as("worker")).api.marks.record.mutate({ ...(await envelope()), mark });
const recordLevel = async (mark: FrequencyMark) =>
  (await server.as("worker")).api.frequencies.record.mutate({ ...(await envelope()), mark });
const overview = async () =>
  (await server.as("worker")).api.cases.overview.query({ caseId: caseId() });

test(`an order is recorded, dismissed and corrected; who, when and what it said before stay${covers("CASE-2", "X-2")}`, async () => {
  const mark = {
    kind: "BASIS",
    personId: family.ada,
    basis: "CINA",
    from: day("2026-11-16"),
  } as const;
  await recordMark(mark);
  const worker = await server.as("worker");
  const found = (await list()).facts.find(
    (one) => one.fact.kind === "BASIS" && one.fact.basis === "CINA",
  );
  expect(found).toMatchObject({
    fact: mark,
    source: { by: server.world.people.worker.name },
    former: [],
  });
  const id = found?.id as string;
  await worker.api.marks.end.mutate({
    ...(await envelope()),
    kind: "BASIS",
    id,
    to: day("2026-11-19"),
  });
  await worker.api.marks.correct.mutate({
    ...(await envelope()),
    kind: "BASIS",
    id,
    mark: { ...mark, from: day("2026-11-17") },
    reason: "The order is of the day after",
  });
  const corrected = (await list()).facts.find((one) => one.id === id);
  expect(corrected?.fact).toEqual({ ...mark, from: "2026-11-17" });
  expect(corrected?.source.reason).toBe("The order is of the day after");
  expect(corrected?.former.map((one) => one.fact)).toEqual([{ ...mark, to: "2026-11-19" }, mark]);
  const { entries } = await worker.api.cases.history.query({ caseId: caseId(), page: 1 });
  expect(entries[0]).toMatchObject({
    procedure: "marks.correct",
    params: { kind: "BASIS", basis: "CINA", person: "Ada Testfamily" },
    reason: "The order is of the day after",
  });
  await worker.api.marks.correct.mutate({
    ...(await envelope()),
    kind: "BASIS",
    id,
    reason: "Another child's order",
  });
  expect((await list()).facts.some((one) => one.id === id)).toBe(false);
  const kept = await readAs(server.services.db, system("test"), (trx) =>
    trx
      .selectFrom("history")
      .select("version")
      .where("rowId", "=", id)
      .orderBy("version")
      .execute(),
  );
  expect(kept.map((row) => row.version)).toEqual([1, 2, 3]);
});

test(`a purpose that changes keeps both with their dates${covers("SCP-4")}`, async () => {
  const purpose = { kind: "PURPOSE", personId: family.ada } as const;
  await recordMark({ ...purpose, purpose: "PRESERVE", from: day("2026-11-02") });
  await recordMark({ ...purpose, purpose: "REUNIFY", from: day("2026-11-12") });
  const facts = (await list()).facts.flatMap(({ fact }) => (fact.kind === "PURPOSE" ? fact : []));
  expect(facts).toEqual([
    { ...purpose, purpose: "PRESERVE", from: "2026-11-02", to: "2026-11-11" },
    { ...purpose, purpose: "REUNIFY", from: "2026-11-12" },
  ]);
  expect((await overview()).people.find((one) => one.personId === family.ada)?.purpose).toBe(
    "REUNIFY",
  );
});

test(`rights, relationships and coming of age stand in the case file${covers("REP-4", "CASE-5", "DEC-15")}`, async () => {
  const worker = await server.as("worker");
  const parent = { kind: "RELATIONSHIP", personId: family.dana, relation: "PARENT" } as const;
  await recordMark({ ...parent, otherPersonId: family.ada, parentKind: "LEGAL" });
  await recordMark({
    kind: "RIGHTS",
    personId: family.dana,
    childId: family.ada,
    on: day("2026-11-18"),
  });
  await worker.api.marks.setMajority.mutate({
    ...(await envelope()),
    personId: family.ada,
    continues: true,
    reason: "Placement goes on",
  });
  expect((await list()).facts.map(({ fact }) => fact)).toEqual(
    expect.arrayContaining([
      { ...parent, otherPersonId: family.ada, parentKind: "LEGAL" },
      { kind: "RIGHTS", personId: family.dana, childId: family.ada, on: "2026-11-18" },
      expect.objectContaining({ kind: "MEMBER", continuesPastMajority: true }),
    ]),
  );
  const again = await worker.call("marks.record", {
    ...(await envelope()),
    mark: { kind: "RIGHTS", personId: family.dana, childId: family.ada, on: day("2026-11-19") },
  });
  expect(again.failure).toMatchObject({
    refusals: [{ code: "ALREADY_RECORDED", path: ["mark", "childId"] }],
  });
});

test(`a level raises what is due, and both minimum and level are told${covers("CON-1", "CON-3", "DEC-20", "DEC-71")}`, async () => {
  const level = {
    kind: "FREQUENCY",
    times: 2,
    per: "WEEK",
    source: "COURT",
    from: day("2026-11-08"),
  } as const;
  await recordLevel(level);
  await recordLevel({ ...level, source: "CASE_PLAN", times: 3, approvedOn: day("2026-11-19") });
  const levelsOf = async () => (await list()).levels.find((one) => one.subject === "FAMILY");
  // The plan's version was approved inside this week: it has no effect on it yet.
  expect((await levelsOf())?.windows).toMatchObject([
    { per: "WEEK", from: "2026-11-15", minimum: 0, effective: 2 },
  ]);
  expect((await overview()).duties.filter((one) => one.key.startsWith("PLAN:"))).toMatchObject([
    { key: "PLAN:2026-11-08:FAMILY", level: { minimum: 0, effective: 2 } },
    { key: "PLAN:2026-11-15:FAMILY", level: { minimum: 0, effective: 2 } },
  ]);
  const court = (await list()).facts.find(
    ({ fact }) => fact.kind === "FREQUENCY" && fact.source === "COURT",
  );
  const worker = await server.as("worker");
  await worker.api.frequencies.correct.mutate({
    ...(await envelope()),
    kind: "FREQUENCY",
    id: court?.id as string,
    mark: { ...level, times: 1 },
    reason: "Heard wrongly",
  });
  expect((await levelsOf())?.windows).toMatchObject([{ effective: 1 }]);
  await worker.api.frequencies.end.mutate({
    ...(await envelope()),
    kind: "FREQUENCY",
    id: court?.id as string,
    to: day("2026-11-14"),
  });
  expect((await levelsOf())?.windows).toEqual([]);
  expect((await levelsOf())?.records.map((one) => one.state).toSorted()).toEqual([
    "ENDED",
    "IN_FORCE",
  ]);
});

test("the contractor reads who set what and writes none of it; others find nothing", async () => {
  const { can, facts } = await list("coordinator");
  expect(can).toEqual({ marks: false, levels: false, effectiveDate: false, people: true });
  expect(facts.length).toBeGreaterThan(0);
  const coordinator = await server.as("coordinator");
  const given = {
    ...(await envelope()),
    mark: { kind: "PURPOSE", personId: family.ada, purpose: "REUNIFY", from: day("2026-11-19") },
  };
  expect((await coordinator.call("marks.record", given)).failure).toMatchObject({
    kind: "FORBIDDEN",
  });
  const foreign = await server.as("foreignCoordinator");
  expect((await foreign.call("marks.list", { caseId: caseId() })).status).toBe(404);
  const worker = await server.as("worker");
  expect((await worker.call("marks.record", { ...given, revision: 1 })).failure).toMatchObject({
    kind: "CONFLICT",
  });
  const gone = { ...(await envelope()), kind: "BASIS", id: newId(), to: day("2026-11-19") };
  expect((await worker.call("marks.end", gone)).status).toBe(404);
  const stranger = newId<PersonId>();
  expect(
    (
      await worker.call("marks.record", {
        ...given,
        ...(await envelope()),
        mark: { ...given.mark, personId: stranger },
      })
    ).failure,
  ).toMatchObject({ refusals: [{ code: "VALUE_NOT_ALLOWED", path: ["mark", "personId"] }] });
});

test(`the effective date moves all clocks: the worker's before a contact, then the supervisor's${covers("REF-1")}`, async () => {
  const { episodeId, referralId } = server.world.theCase;
  await writeAs(server.services.db, system("test"), (trx) =>
    trx
      .insertInto("referralForm")
      .values({
        referralFormId: newId(),
        caseId: caseId(),
        referralId,
        kind: "INITIAL",
        effectiveDate: day("2026-11-02"),
        enteredOn: day("2026-11-02"),
      })
      .execute(),
  );
  const correction = async (effectiveDate: string, reason = "Wrong day on the form") => ({
    commandId: newId<CommandId>(),
    episodeId,
    revision: (await list()).revision,
    effectiveDate: day(effectiveDate),
    reason,
  });
  const firstDue = async () =>
    (await overview()).duties.find((one) => one.key === `INITIAL:${family.dana}`)?.dueOn;
  const worker = await server.as("worker");
  expect(await firstDue()).toBe("2026-11-09");
  expect(
    (await worker.call("episodes.correctEffectiveDate", await correction("2026-11-02", " ")))
      .failure,
  ).toMatchObject({
    refusals: [{ code: "VALUE_UNCHANGED" }, { code: "REASON_REQUIRED", path: ["reason"] }],
  });
  const done = await worker.api.episodes.correctEffectiveDate.mutate(
    await correction("2026-11-09"),
  );
  expect(done.warnings).toEqual([]);
  // Five business days; Veterans Day does not count.
  expect(await firstDue()).toBe("2026-11-17");
  const coordinator = await server.as("coordinator");
  await coordinator.api.contacts.record.mutate({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    date: day("2026-11-18"),
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [family.dana],
  });
  expect((await list()).can.effectiveDate).toBe(false);
  expect(
    (await worker.call("episodes.correctEffectiveDate", await correction("2026-11-04"))).failure,
  ).toMatchObject({ kind: "FORBIDDEN" });
  const supervisor = await server.as("supervisor");
  await supervisor.api.episodes.correctEffectiveDate.mutate(await correction("2026-11-04"));
  const [form] = (await list()).forms;
  expect(form).toMatchObject({
    effectiveDate: "2026-11-04",
    source: { by: server.world.people.supervisor.name, reason: "Wrong day on the form" },
    former: [{ effectiveDate: "2026-11-09" }, { effectiveDate: "2026-11-02" }],
  });
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
