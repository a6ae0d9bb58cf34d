import { newId, readAs, system, writeAs } from "@kinward/db";
import { listHouseholdChanges } from "@kinward/db/cases";
import type { CaseId, CommandId, PersonId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
let family: TestFamily;
beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
});
afterAll(() => server.stop());

const day = (on: string) => on as PlainDate;
const caseId = () => server.world.theCase.caseId;
const api = async (name: PersonName) => (await server.as(name)).api;
const envelope = async () => ({
  commandId: newId<CommandId>(),
  caseId: caseId(),
  revision: (await (await api("worker")).cases.header.query({ caseId: caseId() })).revision,
});
const adding = async (more: object = {}) => ({
  ...(await envelope()),
  given: "Iris",
  family: "Testfamily",
  birthDate: day("2019-03-04"),
  role: "CHILD" as const,
  joined: day("2026-11-17"),
  living: { setting: "PARENTAL_HOME" as const, state: "IA", since: day("2026-11-17") },
  ...more,
});
const overview = async (name: PersonName = "worker") =>
  (await api(name)).cases.overview.query({ caseId: caseId() });
const personOf = async (personId: PersonId) =>
  (await overview()).people.find((one) => one.personId === personId);
const refusalsOf = async (name: PersonName, procedure: string, input: object) => {
  const { failure } = await (await server.as(name)).call(procedure, input);
  return failure?.kind === "REFUSED" ? failure.refusals.map((one) => one.code) : failure;
};
const lettersTo = (email: string) =>
  readAs(server.services.db, system("test"), (trx) =>
    trx.selectFrom("mail").select("params").where("toAddress", "=", email).execute(),
  );
const ledger = () =>
  readAs(server.services.db, system("test"), (trx) =>
    trx.selectFrom("ledgerLine").select(["seq", "hash"]).execute(),
  );

let iris: PersonId;

test(`a contractor adds a sister who moved in: a member at once, no turn, and the worker is told without a name${covers("CASE-3", "EXP-6", "CON-14")}`, async () => {
  const before = await ledger();
  const coordinator = await api("coordinator");
  ({ personId: iris } = await coordinator.people.add.mutate(await adding()));
  expect(await ledger()).toEqual(before);
  expect(await personOf(iris)).toMatchObject({
    name: "Iris Testfamily",
    bases: [],
    memberships: [{ from: "2026-11-17", confirmed: false }],
    living: { setting: "PARENTAL_HOME", confirmed: false },
  });
  const { email } = server.world.people.worker;
  const [letter, ...more] = await lettersTo(email);
  expect(more).toEqual([]);
  expect(JSON.stringify(letter)).toContain(`/cases/${caseId()}/people`);
  expect(JSON.stringify(letter)).not.toMatch(/Iris|Testfamily|entered|sister/u);
  const { changes } = await coordinator.people.household.query({ caseId: caseId() });
  expect(changes).toMatchObject([
    {
      name: "Iris Testfamily",
      type: "ENTERED",
      on: "2026-11-17",
      toldOn: "2026-11-20",
      businessDays: 3,
      flag: "SLOW",
      byDepartment: false,
      canReceive: false,
    },
  ]);
  const why = await coordinator.cases.explainExpectation.query({
    caseId: caseId(),
    key: `HOUSEHOLD:${changes[0]?.id}`,
  });
  expect(why).toMatchObject({
    expectation: { rule: "EXP-6", standing: "SLOW", dueOn: "2026-11-18", doneOn: "2026-11-20" },
    rule: { cites: [{ lines: "48" }], decisions: ["DEC-43"] },
  });
  expect(why.steps).toContainEqual({ step: "NOTICE", on: "2026-11-20", businessDays: 3 });
  // Whose service ended before does not learn of it, nor, on the day itself, that it was told later.
  const until = (last: string) =>
    readAs(server.services.db, system("test"), (trx) =>
      listHouseholdChanges(trx, caseId(), last as PlainDate),
    );
  expect(await until("2026-11-16")).toEqual([]);
  const [known] = await until("2026-11-17");
  expect(known?.type).toBe("ENTERED");
  expect(known).not.toHaveProperty("notifiedDepartmentOn");
});

test(`the worker receives the notice, confirms the child and says why it is in the case${covers("EXP-6", "CASE-3")}`, async () => {
  const worker = await api("worker");
  const [change] = (await worker.people.household.query({ caseId: caseId() })).changes;
  expect(change?.canReceive).toBe(true);
  await worker.people.receiveNotice.mutate({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    householdChangeId: change?.id ?? "",
  });
  expect((await worker.people.household.query({ caseId: caseId() })).changes).toMatchObject([
    { receivedOn: "2026-11-20", receivedBy: "Test worker", canReceive: false },
  ]);
  const confirm = { ...(await envelope()), personId: iris };
  expect(await refusalsOf("worker", "people.confirm", confirm)).toEqual(["FIELD_REQUIRED"]);
  expect(await refusalsOf("coordinator", "people.confirm", confirm)).toMatchObject({
    kind: "FORBIDDEN",
  });
  await worker.people.confirm.mutate({
    ...confirm,
    commandId: newId<CommandId>(),
    basis: { basis: "SIBLING", siblingKind: "HALF" },
  });
  expect(await personOf(iris)).toMatchObject({
    bases: [{ basis: "SIBLING", siblingKind: "HALF", from: "2026-11-17" }],
    memberships: [{ confirmed: true }],
    living: { confirmed: true },
  });
});

test(`who leaves is owed nothing, and may come back${covers("DEC-13", "CASE-5")}`, async () => {
  const worker = await api("worker");
  await worker.people.endMembership.mutate({
    ...(await envelope()),
    personId: family.dana,
    on: day("2026-11-10"),
    because: "SEPARATED",
  });
  const key = `INITIAL:${family.dana}`;
  const dutyOf = async () => (await overview()).duties.find((duty) => duty.key === key);
  // Due on the 9th: who left the day after cannot be seen any more, so it was missed; a correction to the 5th ends it.
  expect(await dutyOf()).toMatchObject({ status: "MISSED" });
  const [gone] = (await personOf(family.dana))?.memberships ?? [];
  await worker.people.correctMembership.mutate({
    ...(await envelope()),
    memberId: gone?.memberId as never,
    to: day("2026-11-05"),
    because: "SEPARATED",
    reason: "The decree says so",
  });
  expect(await dutyOf()).toMatchObject({ status: "CANCELLED", cancelReason: "MEMBER_LEFT" });
  await worker.people.add.mutate({
    ...(await envelope()),
    personId: family.dana,
    role: "PARENT",
    joined: day("2026-11-16"),
    living: { setting: "PARENTAL_HOME", state: "IA", since: day("2026-11-16") },
  });
  const people = (await overview()).people.filter((one) => one.personId === family.dana);
  expect(people).toMatchObject([
    { memberships: [{ to: "2026-11-05", because: "SEPARATED" }, { from: "2026-11-16" }] },
  ]);
  expect(people[0]).not.toHaveProperty("memberTo");
  expect(await dutyOf()).toMatchObject({ status: "CANCELLED" });
});

test(`a wrong stay is corrected or taken back with its household change; the history says what it said${covers("CASE-6", "EXP-6", "X-4")}`, async () => {
  const worker = await api("worker");
  await worker.cases.recordMove.mutate({
    ...(await envelope()),
    personId: iris,
    setting: "KINSHIP",
    state: "IA",
    from: day("2026-11-19"),
  });
  const stayId = async () => (await personOf(iris))?.livingHistory.at(-1)?.stayId ?? "";
  const changes = async () =>
    (await worker.people.household.query({ caseId: caseId() })).changes.map(
      (one) => `${one.type} ${one.on}`,
    );
  expect(await changes()).toEqual(["EXITED 2026-11-19", "ENTERED 2026-11-17"]);
  const moved = async () =>
    (await overview()).timeline
      .filter((one) => one.kind === "MOVE" && one.setting === "KINSHIP")
      .map((one) => [one.on, one.corrected]);
  const before = await moved();
  expect(before).toContainEqual(["2026-11-19", undefined]);
  await worker.people.correctStay.mutate({
    ...(await envelope()),
    stayId: await stayId(),
    setting: "KINSHIP",
    state: "IA",
    from: day("2026-11-18"),
    reason: "It was a day earlier",
  });
  expect(await changes()).toEqual(["EXITED 2026-11-18", "ENTERED 2026-11-17"]);
  expect(await moved()).toContainEqual(["2026-11-18", true]);
  expect((await personOf(iris))?.livingHistory).toMatchObject([
    { setting: "PARENTAL_HOME", to: "2026-11-17" },
    { setting: "KINSHIP", from: "2026-11-18" },
  ]);
  const withdraw = { ...(await envelope()), stayId: await stayId(), reason: "Another child" };
  expect(await refusalsOf("coordinator", "people.withdrawStay", withdraw)).toEqual([
    "INVALID_TRANSITION",
  ]);
  await worker.people.withdrawStay.mutate({ ...withdraw, commandId: newId<CommandId>() });
  expect(await changes()).toEqual(["ENTERED 2026-11-17"]);
  const { entries } = await worker.cases.history.query({ caseId: caseId(), page: 1 });
  expect(entries.slice(0, 2)).toMatchObject([
    { procedure: "people.withdrawStay", reason: "Another child" },
    { procedure: "people.correctStay", reason: "It was a day earlier" },
  ]);
});

test(`someone who is no member is told to the Department and changes nothing else${covers("EXP-6")}`, async () => {
  const coordinator = await api("coordinator");
  const count = (await overview()).people.length;
  await coordinator.people.recordHouseholdChange.mutate({
    ...(await envelope()),
    kind: "ENTERED",
    on: day("2026-11-20"),
    who: "Ray, a cousin of the mother",
  });
  expect((await coordinator.people.household.query({ caseId: caseId() })).changes[0]).toMatchObject(
    { name: "Ray, a cousin of the mother", flag: "PROMPT", businessDays: 0, toldOn: "2026-11-20" },
  );
  expect((await overview()).people.length).toBe(count);
});

test("who was added by mistake is taken out again while nothing names them", async () => {
  const coordinator = await api("coordinator");
  const { personId } = await coordinator.people.add.mutate(
    await adding({ given: "Nobody", role: "CARETAKER" }),
  );
  await coordinator.contacts.record.mutate({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    date: day("2026-11-20"),
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [iris],
  } as never);
  const remove = async (of: PersonId) => ({
    ...(await envelope()),
    personId: of,
    reason: "Of another family",
  });
  expect(await refusalsOf("worker", "people.remove", await remove(iris))).toEqual([
    "MEMBER_IN_USE",
  ]);
  await coordinator.people.remove.mutate(await remove(personId));
  expect(await personOf(personId)).toBeUndefined();
  // A contractor sees nothing of the person any more.
  const found = await coordinator.referrals.findPeople.query({ given: "Nobody" });
  expect(found.people).toEqual([]);
});

test(`the same person in two open cases: a yes is asked, and both cases say it${covers("X-8", "DEC-41")}`, async () => {
  const other = newId<CaseId>();
  const shared = newId<PersonId>();
  await writeAs(server.services.db, system("test"), async (trx) => {
    await trx
      .insertInto("caseRecord")
      .values({
        caseId: other,
        number: "2026-00002",
        profile: "IA_FSRP",
        familyName: "Otherfamily",
        openedOn: day("2026-11-02"),
      })
      .execute();
    await trx
      .insertInto("person")
      .values({
        personId: shared,
        given: "Sam",
        otherNames: sql<never>`'[]'::jsonb`,
        languages: [],
      })
      .execute();
    await trx
      .insertInto("member")
      .values({ memberId: newId(), caseId: other, personId: shared, role: "CARETAKER" })
      .execute();
  });
  const join = async (more: object = {}) => ({
    ...(await envelope()),
    personId: shared,
    role: "CARETAKER" as const,
    joined: day("2026-11-19"),
    living: { setting: "OTHER_HOME" as const, state: "IA" },
    ...more,
  });
  const { failure } = await (await server.as("worker")).call("people.add", await join());
  expect(failure).toMatchObject({
    refusals: [
      {
        code: "WARNING_NOT_ACCEPTED",
        params: { of: "PERSON_IN_TWO_OPEN_CASES", caseNumber: "2026-00002" },
      },
    ],
  });
  // To a contractor who never met this person, there is no such person.
  expect((await (await server.as("coordinator")).call("people.add", await join())).status).toBe(
    404,
  );
  const worker = await api("worker");
  await worker.people.add.mutate(await join({ acceptWarnings: ["PERSON_IN_TWO_OPEN_CASES"] }));
  const warningsOf = async (name: PersonName) =>
    (await (await api(name)).cases.header.query({ caseId: caseId() })).warnings.filter(
      (one) => one.code === "PERSON_IN_TWO_OPEN_CASES",
    );
  expect(await warningsOf("worker")).toMatchObject([
    { params: { of: [shared, "2026-00001,2026-00002"], caseNumber: "2026-00002", name: "Sam" } },
  ]);
  // The contractor learns that it is so, and nothing of the other case.
  const told = await warningsOf("coordinator");
  expect(told).toMatchObject([{ params: { name: "Sam" } }]);
  expect(JSON.stringify(told)).not.toContain("2026-00002");
  expect(
    (await overview("coordinator")).people.find((one) => one.personId === shared),
  ).toMatchObject({ otherOpenCases: [{}] });
  const there = await (
    await api("supervisor")
  ).cases.header
    .query({ caseId: other })
    .catch(() => undefined);
  expect(there).toBeUndefined();
});

test(`a death ends what is owed, and a wrong record of it is taken back with a reason${covers("DEC-13")}`, async () => {
  const worker = await api("worker");
  const die = async (more: object) => ({ ...(await envelope()), personId: family.ada, ...more });
  await worker.people.recordDeath.mutate(await die({ on: day("2026-11-05") }));
  const ada = async () =>
    (await overview()).duties.find((duty) => duty.key === `INITIAL:${family.ada}`);
  expect(await ada()).toMatchObject({ status: "CANCELLED", cancelReason: "DECEASED" });
  expect(await refusalsOf("worker", "people.recordDeath", await die({}))).toEqual([
    "REASON_REQUIRED",
  ]);
  await worker.people.recordDeath.mutate(await die({ reason: "Another child" }));
  expect(await ada()).toMatchObject({ status: "OVERDUE" });
  expect(
    await refusalsOf("coordinator", "people.recordDeath", await die({ on: day("2026-11-05") })),
  ).toMatchObject({ kind: "FORBIDDEN" });
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
