import { createDatabase, type Database, newId } from "@kinward/db";
import type { CommandId, EpisodeId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let family: TestFamily;
let owner: Database;
const day = (text: string) => text as PlainDate;
const caseId = () => server.world.theCase.caseId;

beforeAll(async () => {
  server = await startWorldServer();
  owner = createDatabase({ url: server.database.ownerUrl, purpose: "test owner", max: 1 });
  family = await addFamily(server);
  await pastUntilNow();
});
afterAll(async () => {
  await owner.destroy();
  await server.stop();
});

/** What has been recorded so far was recorded on November 3. */
async function pastUntilNow(): Promise<void> {
  const at = "2026-11-03T18:00:00Z";
  for (const table of [
    "case_record",
    "member",
    "living_situation",
    "member_basis",
    "episode",
    "referral",
    "case_team",
    "coordinator",
    "episode_contractor",
    "person",
  ])
    await sql`ALTER TABLE ${sql.id("app", table)} DISABLE TRIGGER keep_history`
      .execute(owner)
      .then(() => sql`UPDATE ${sql.id("app", table)} SET known_from = ${at}`.execute(owner))
      .then(() =>
        sql`ALTER TABLE ${sql.id("app", table)} ENABLE TRIGGER keep_history`.execute(owner),
      );
}

test(`an earlier day is shown as it was known, with the act behind what differs${covers("X-2", "X-4")}`, async () => {
  const worker = await server.as("worker");
  const { revision } = await worker.api.cases.header.query({ caseId: caseId() });
  const commandId = newId<CommandId>();
  await worker.api.cases.recordMove.mutate({
    commandId,
    caseId: caseId(),
    revision,
    personId: family.ada,
    setting: "FOSTER_FAMILY",
    state: "IA",
    address: "12 Elm St",
    from: day("2026-11-12"),
  });
  const view = await worker.api.history.asKnown.query({ caseId: caseId(), on: day("2026-11-05") });
  expect(view).toMatchObject({
    on: "2026-11-05",
    comparedOn: "2026-11-20",
    firstKnownOn: "2026-11-03",
  });
  const living = (state: typeof view.now | undefined) =>
    state?.people.find((one) => one.personId === family.ada)?.living?.setting;
  expect([living(view.before), living(view.now)]).toEqual(["PARENTAL_HOME", "FOSTER_FAMILY"]);
  expect(view.acts[0]).toMatchObject({ commandId, procedure: "cases.recordMove" });
  expect(view.differences).toContainEqual({
    part: "PERSON",
    id: family.ada,
    field: "living",
    byTime: false,
    acts: [commandId],
    elsewhere: false,
  });
  const status = view.differences.filter((one) => one.part === "DUTY" && one.field === "status");
  expect(status.map((one) => one.byTime)).toContain(true);
});

test(`a duty and what is expected are explained as they were known then${covers("X-2", "X-5", "EXP-3", "EXP-6")}`, async () => {
  const worker = await server.as("worker");
  const ask = { caseId: caseId(), on: day("2026-11-05") };
  const { before, now } = await worker.api.history.asKnown.query(ask);
  const stands = (state: typeof now | undefined) =>
    state?.expectations.map(({ asOf, expectation }) => [asOf, expectation.rule]);
  expect(stands(before)).toEqual([["2026-11-05", "EXP-3"]]);
  expect(stands(now)?.[0]).toEqual(["2026-11-20", "EXP-3"]);
  expect(before?.expectations[0]?.steps.length).toBeGreaterThan(1);

  const first = before?.duties.find((one) => one.key === `INITIAL:${family.ada}`);
  const { episodeId, key } = first ?? { episodeId: "", key: "" };
  const why = { ...ask, episodeId: episodeId as EpisodeId, key };
  const then = await worker.api.history.explain.query(why);
  const today = await worker.api.history.explain.query({ ...why, on: day("2026-11-20") });
  const livesIn = (steps: typeof then.steps) =>
    steps.flatMap((step) =>
      step.step === "PERSON" && step.person === family.ada ? [step.setting] : [],
    );
  expect([then.asOf, today.asOf]).toEqual(["2026-11-05", "2026-11-20"]);
  expect(livesIn(then.steps)).toEqual(["PARENTAL_HOME"]);
  const { names: _, ...shown } = await worker.api.cases.explain.query({
    caseId: caseId(),
    episodeId: why.episodeId,
    key,
  });
  expect(today).toEqual(shown);
  expect((await worker.call("history.explain", { ...why, key: "none" })).status).toBe(404);
  // Before anything of the case was known there is nothing to explain.
  expect((await worker.call("history.explain", { ...why, on: "2026-11-02" })).status).toBe(404);
  const foreign = await server.as("foreignCoordinator");
  expect((await foreign.call("history.explain", why)).status).toBe(404);
});

test("at a time of the day it is known what was recorded by then, and nothing later", async () => {
  const worker = await server.as("worker");
  const at = async (time: string) => {
    const ask = { caseId: caseId(), on: day("2026-11-03"), at: time };
    const { before, knownAt } = await worker.api.history.asKnown.query(ask);
    return [before?.people.length, knownAt];
  };
  // Everything was recorded at noon in the agency's zone.
  expect(await at("11:59")).toEqual([undefined, "2026-11-03T17:59:59.999Z"]);
  expect(await at("12:00")).toEqual([2, "2026-11-03T18:00:59.999Z"]);
  const wrong = { caseId: caseId(), on: "2026-11-03", at: "24:00" };
  expect((await worker.call("history.asKnown", wrong)).status).toBe(400);
});

test("a contractor sees people as they were, an earlier day than the case has nothing, and others have no case", async () => {
  await owner
    .updateTable("person")
    .set({ given: "Adela" })
    .where("personId", "=", family.ada)
    .execute();
  const coordinator = await server.as("coordinator");
  const ask = { caseId: caseId(), on: day("2026-11-05") };
  const { before, now, differences } = await coordinator.api.history.asKnown.query(ask);
  const name = (state: typeof now | undefined) =>
    state?.people.find((one) => one.personId === family.ada)?.name;
  expect([name(before), name(now)]).toEqual(["Ada Testfamily", "Adela Testfamily"]);
  expect(differences).toContainEqual(
    expect.objectContaining({ id: family.ada, field: "name", acts: [], elsewhere: true }),
  );
  const early = await coordinator.api.history.asKnown.query({ ...ask, on: day("2026-11-02") });
  expect(early).toMatchObject({ firstKnownOn: "2026-11-03", on: "2026-11-02" });
  expect(early.before).toBeUndefined();
  const foreign = await server.as("foreignCoordinator");
  const [there, nowhere] = [
    await foreign.call("history.asKnown", ask),
    await foreign.call("history.asKnown", { ...ask, caseId: newId() }),
  ];
  expect(there.status).toBe(404);
  expect(there.text).toBe(nowhere.text);
});

test("a former contractor looks no further than its last service day", async () => {
  await owner
    .updateTable("caseOrg")
    .set({ lastServiceDay: day("2026-11-10") })
    .where("caseId", "=", caseId())
    .execute();
  const coordinator = await server.as("coordinator");
  const view = await coordinator.api.history.asKnown.query({
    caseId: caseId(),
    on: day("2026-11-18"),
  });
  expect(view).toMatchObject({ on: "2026-11-10", comparedOn: "2026-11-10" });
  const ada = view.now.people.find((one) => one.personId === family.ada);
  expect(ada?.living?.setting).toBe("PARENTAL_HOME");
  expect(ada?.livingHistory.length).toBe(1);
  expect(view.acts).toEqual([]);
});

test(`the case page of a former contractor ends on its last service day, as the earlier day does${covers("X-1")}`, async () => {
  const [coordinator, worker] = [await server.as("coordinator"), await server.as("worker")];
  const ask = { caseId: caseId() };
  const until = day("2026-11-10");
  // The first meeting lets weeks begin, of which some begin after that day.
  await coordinator.api.contacts.record.mutate({
    commandId: newId<CommandId>(),
    ...ask,
    date: day("2026-11-05"),
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [family.ada, family.dana],
  });
  const mine = await coordinator.api.cases.overview.query(ask);
  const theirs = await worker.api.cases.overview.query(ask);
  const { now } = await coordinator.api.history.asKnown.query({ ...ask, on: until });
  expect(mine.header).toMatchObject({ on: until, day: 9 });
  expect(theirs.header).toMatchObject({ on: "2026-11-20", day: 19 });
  expect(mine.header.nextReportOn).toBeUndefined();
  expect([mine.duties, mine.statement]).toEqual([now.duties, now.statement]);
  expect(mine.duties.length).toBeGreaterThan(0);
  expect(mine.duties.filter((duty) => duty.opensOn > until)).toEqual([]);
  expect(mine.coverage.columns.filter((column) => (column.from ?? "") > until)).toEqual([]);
  expect(theirs.statement.total.LATE + theirs.statement.total.MISSED).toBeGreaterThan(
    mine.statement.total.LATE + mine.statement.total.MISSED,
  );
  const ada = mine.people.find((one) => one.personId === family.ada);
  expect([ada?.living?.setting, ada?.livingHistory.length]).toEqual(["PARENTAL_HOME", 1]);
  expect(JSON.stringify(mine)).not.toContain("Elm");
  const later = theirs.duties.find((duty) => duty.opensOn > until);
  const why = await coordinator.call("cases.explain", {
    ...ask,
    episodeId: later?.episodeId,
    key: later?.key,
  });
  expect([later === undefined, why.status]).toEqual([false, 404]);
  const then = await coordinator.call("history.explain", {
    ...ask,
    on: "2026-11-20",
    episodeId: later?.episodeId,
    key: later?.key,
  });
  expect(then.status).toBe(404);
});

test("what was recorded later about an earlier day is no reason of how that day was known", async () => {
  const worker = await server.as("worker");
  const { now } = await worker.api.history.asKnown.query({
    caseId: caseId(),
    on: day("2026-11-06"),
  });
  const duty = now.duties.find((one) => one.key === `INITIAL:${family.ada}`);
  const contacts = async (on: string) => {
    const { steps } = await worker.api.history.explain.query({
      caseId: caseId(),
      on: day(on),
      episodeId: duty?.episodeId as EpisodeId,
      key: duty?.key ?? "",
    });
    return steps.flatMap((step) => (step.step === "CONTACT" ? [step.on] : []));
  };
  // The contact of November 5 was recorded on November 20.
  expect([await contacts("2026-11-06"), await contacts("2026-11-20")]).toEqual([
    [],
    ["2026-11-05"],
  ]);
});

test(`the lists of a former contractor know nothing that began after its last service day${covers("X-1")}`, async () => {
  const until = "2026-11-10";
  const listed = async (name: "coordinator" | "contractorSupervisor" | "worker") => {
    const { api } = await server.as(name);
    const { rows } = await api.cases.list.query({});
    return rows.find((row) => row.caseId === caseId());
  };
  const opened = async (name: "coordinator" | "contractorSupervisor" | "worker") => {
    const { api } = await server.as(name);
    const { rows } = await api.work.list.query({});
    return rows.filter((row) => row.caseId === caseId()).map((row) => row.opensOn);
  };
  const worker = await server.as("worker");
  await worker.api.contacts.record.mutate({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    date: day("2026-11-18"),
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [family.ada],
  });
  expect((await listed("worker"))?.lastSeenOn).toBe("2026-11-18");
  expect((await opened("worker")).some((on) => on > until)).toBe(true);
  for (const name of ["coordinator", "contractorSupervisor"] as const) {
    expect((await listed(name))?.lastSeenOn).toBeUndefined();
    expect((await opened(name)).filter((on) => on > until)).toEqual([]);
  }
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
