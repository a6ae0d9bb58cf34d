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
  // The timeline of homes shows each from the day on which it counts.
  const { caseId } = server.world.theCase;
  expect((await worker.api.family.show.query({ caseId })).levels).toEqual([
    { subject: "FAMILY", times: 2, per: "WEEK", source: "COURT", from: "2026-11-08" },
    { subject: "FAMILY", times: 3, per: "WEEK", source: "CASE_PLAN", from: "2026-11-19" },
  ]);
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
  expect(can).toEqual({
    marks: false,
    levels: false,
    effectiveDate: false,
    effectiveDateBySupervisor: false,
    endServices: false,
    furtherForm: false,
    people: true,
  });
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

test(`a further form stands beside the initial one, is corrected with a reason, and moves no date${covers("REF-2", "REF-3")}`, async () => {
  const { episodeId } = server.world.theCase;
  const worker = await server.as("worker");
  const owed = async () =>
    (
      await worker.api.episodes.previewEffectiveDate.query({
        episodeId,
        effectiveDate: day("2026-11-09"),
      })
    ).moves.map((one) => [one.key, one.before]);
  const before = await owed();
  const record = async (more: object) => ({
    commandId: newId<CommandId>(),
    episodeId,
    revision: (await list()).revision,
    effectiveDate: day("2026-11-18"),
    signedOn: day("2026-11-17"),
    ...more,
  });
  await worker.api.episodes.recordFurtherForm.mutate(await record({}));
  expect((await worker.call("episodes.recordFurtherForm", await record({}))).failure).toMatchObject(
    { refusals: [{ code: "ALREADY_RECORDED", path: ["effectiveDate"] }] },
  );
  const further = async () => (await list()).forms[0]?.further ?? [];
  const [recorded] = await further();
  expect(recorded).toMatchObject({
    effectiveDate: "2026-11-18",
    signedOn: "2026-11-17",
    source: { by: server.world.people.worker.name },
  });
  const corrects = recorded?.formId;
  await worker.api.episodes.recordFurtherForm.mutate(
    await record({ corrects, effectiveDate: "2026-11-19", reason: "Wrong day" }),
  );
  expect(await further()).toMatchObject([
    { formId: corrects, effectiveDate: "2026-11-19", source: { reason: "Wrong day" } },
  ]);
  expect(
    (
      await worker.call(
        "episodes.recordFurtherForm",
        await record({ corrects: newId(), reason: "Wrong day" }),
      )
    ).status,
  ).toBe(404);
  expect((await list()).forms[0]?.former).toHaveLength(2);
  expect(await owed()).toEqual(before);
});

test(`what another effective date would move is said before, and to a worker that it is the supervisor's${covers("REF-1", "CON-14")}`, async () => {
  const { episodeId } = server.world.theCase;
  const worker = await server.as("worker");
  const asked = await worker.api.episodes.previewEffectiveDate.query({
    episodeId,
    effectiveDate: day("2026-11-09"),
  });
  expect(asked).toMatchObject({ refusals: [], warnings: [] });
  expect(asked.moves.find((one) => one.key === `INITIAL:${family.dana}`)).toMatchObject({
    before: { dueOn: "2026-11-12", status: "SATISFIED_LATE" },
    after: { dueOn: "2026-11-17", status: "SATISFIED_LATE" },
    movedDays: 5,
  });
  // Asked, and nothing done.
  expect((await list()).forms[0]?.effectiveDate).toBe("2026-11-04");
  expect((await list()).can).toMatchObject({
    effectiveDate: false,
    effectiveDateBySupervisor: true,
    endServices: true,
  });
  expect((await list("supervisor")).can).toMatchObject({
    effectiveDate: true,
    effectiveDateBySupervisor: false,
  });
  expect((await list("coordinator")).can).toMatchObject({
    effectiveDateBySupervisor: false,
    endServices: false,
  });
  expect(
    await worker.api.episodes.previewEffectiveDate.query({
      episodeId,
      effectiveDate: day("2026-11-04"),
    }),
  ).toEqual({
    refusals: [{ code: "VALUE_UNCHANGED", path: ["effectiveDate"] }],
    warnings: [],
    moves: [],
  });
});

test(`services end on a day, which is corrected or taken back; what was open is no longer owed${covers("DEC-14", "CON-14", "X-2")}`, async () => {
  const { episodeId } = server.world.theCase;
  const worker = await server.as("worker");
  const end = async (lastServiceDay: string | undefined, reason = "Goals reached") => ({
    commandId: newId<CommandId>(),
    episodeId,
    revision: (await list()).revision,
    ...(lastServiceDay !== undefined && { lastServiceDay: day(lastServiceDay) }),
    reason,
  });
  const joint = async () =>
    (await overview()).duties.find((one) => one.key === "TASK:JOINT_MEETING")?.cancelledOn;
  const unseen = async () => {
    const key = `INITIAL:${family.ada}`;
    const { duties, statement } = await overview();
    const { rows } = await (await server.as("coordinator")).api.work.list.query({});
    const { rows: cases } = await worker.api.cases.list.query({
      page: 1,
      sort: "family",
      direction: "ascending",
      filter: {},
    });
    const late = cases.find((row) => row.caseId === caseId())?.late;
    expect(late).toBe(statement.total.LATE);
    return {
      bucket: rows.find((row) => row.keys.includes(key))?.bucket,
      status: duties.find((one) => one.key === key)?.status,
      late,
      missed: statement.total.MISSED,
    };
  };
  const access = async () =>
    readAs(server.services.db, system("test"), (trx) =>
      trx
        .selectFrom("caseOrg")
        .innerJoin("caseRecord", "caseRecord.caseId", "caseOrg.caseId")
        .select(["caseOrg.lastServiceDay", "caseRecord.closedOn"])
        .where("caseOrg.caseId", "=", caseId())
        .executeTakeFirstOrThrow(),
    );
  const asked = await worker.api.episodes.previewEnd.query({
    episodeId,
    lastServiceDay: day("2026-11-19"),
  });
  expect(asked.moves.find((one) => one.key === "TASK:JOINT_MEETING")).toMatchObject({
    before: { status: "OPEN" },
    after: { status: "CANCELLED" },
  });
  const coordinator = await server.as("coordinator");
  expect((await coordinator.call("cases.endServices", await end("2026-11-19"))).status).toBe(404);
  expect((await worker.call("cases.endServices", await end("2099-01-01"))).failure).toMatchObject({
    refusals: [{ code: "DATE_IN_FUTURE", path: ["lastServiceDay"] }],
  });
  expect(await joint()).toBeUndefined();
  expect(await unseen()).toEqual({ bucket: "LATE", status: "OVERDUE", late: 1, missed: 1 });

  await worker.api.cases.endServices.mutate(await end("2026-11-19"));
  expect(await joint()).toBe("2026-11-19");
  // Who was not seen in time can no longer be: it waits for the reason, and is nobody's work.
  expect(await unseen()).toEqual({ bucket: "MISSED", status: "MISSED", late: 0, missed: 2 });
  expect(await access()).toMatchObject({ lastServiceDay: "2026-11-19" });
  expect((await list()).forms[0]?.lastServiceDay).toBe("2026-11-19");

  await worker.api.cases.endServices.mutate(await end("2026-11-18", "It was Wednesday"));
  expect(await joint()).toBe("2026-11-18");
  expect(await access()).toMatchObject({ lastServiceDay: "2026-11-18" });

  await worker.api.cases.endServices.mutate(await end(undefined, "Another family was meant"));
  expect(await joint()).toBeUndefined();
  expect(await unseen()).toEqual({ bucket: "LATE", status: "OVERDUE", late: 1, missed: 1 });
  expect(await access()).toEqual({ lastServiceDay: null, closedOn: null });
  const { entries } = await worker.api.cases.history.query({
    caseId: caseId(),
    page: 1,
  });
  expect(
    entries.filter(({ procedure }) => procedure === "cases.endServices").map((one) => one.reason),
  ).toEqual(["Another family was meant", "It was Wednesday", "Goals reached"]);
});

test(`the contractor is told of each of it, and its care coordinator still sends what is owed in writing${covers("EXP-3", "EXP-4", "DEC-14", "DEC-45")}`, async () => {
  const { theCase, people } = server.world;
  const { api: lead } = await server.as("contractorSupervisor");
  await lead.team.nameCover.mutate({
    commandId: newId<CommandId>(),
    staffId: people.coordinator.staffId,
    coveredBy: people.otherCoordinator.staffId,
    from: day("2026-11-20"),
    to: day("2026-11-27"),
  });
  const told = async (who: Parameters<WorldServer["as"]>[0], kind = "SERVICES_ENDED") =>
    (await (await server.as(who)).api.inbox.list.query({ page: 1 })).rows
      .filter((row) => row.kind === kind)
      .map((row) => row.case?.caseId);
  const before = await told("coordinator");
  const end = async (more: object) => ({
    commandId: newId<CommandId>(),
    episodeId: theCase.episodeId,
    revision: (await list()).revision,
    reason: "Goals reached",
    ...more,
  });
  const { api: worker } = await server.as("worker");
  await worker.cases.endServices.mutate(await end({ lastServiceDay: day("2026-11-19") }));
  const { api: coordinator } = await server.as("coordinator");
  const { can } = await coordinator.cases.header.query({ caseId: theCase.caseId });
  expect(can.sendNotice).toBe(true);
  // What happens in the family after it is not the contractor's to know.
  const households = await told("coordinator", "HOUSEHOLD_CHANGE");
  const move = async () => ({
    commandId: newId<CommandId>(),
    caseId: theCase.caseId,
    revision: (await list()).revision,
    personId: family.ada,
    setting: "KINSHIP" as const,
    state: "IA",
    from: day("2026-11-20"),
  });
  await worker.cases.recordMove.mutate(await move());
  expect(await told("coordinator", "HOUSEHOLD_CHANGE")).toEqual(households);
  await worker.cases.endServices.mutate(await end({}));
  const both = [theCase.caseId, theCase.caseId];
  expect(await told("coordinator")).toEqual([...both, ...before]);
  expect(await told("contractorSupervisor")).toEqual([...both, ...before]);
  // Who stands in is told from the first day of that.
  expect(await told("otherCoordinator")).toEqual(both);
  for (const other of ["worker", "supervisor", "foreignCoordinator", "intake"] as const)
    expect(await told(other)).toEqual([]);

  // When the care coordinator leaves before it is sent, another one takes over.
  await worker.cases.endServices.mutate(await end({ lastServiceDay: day("2026-11-19") }));
  await lead.team.reassignCoordinator.mutate({
    commandId: newId<CommandId>(),
    episodeId: theCase.episodeId,
    revision: (await list()).revision,
    staffId: people.otherCoordinator.staffId,
    from: day("2026-11-20"),
  });
  const { api: next } = await server.as("otherCoordinator");
  const sees = await next.cases.header.query({ caseId: theCase.caseId });
  expect(sees.can.sendNotice).toBe(true);
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
