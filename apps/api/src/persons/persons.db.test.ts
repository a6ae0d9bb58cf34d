import { newId } from "@kinward/db";
import type { PersonId } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily, type TestFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import { addTwin } from "../testing/twin.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
let family: TestFamily;
/** Ada again, in a case of the same team and in one of another team. */
let twin: PersonId;
let distant: PersonId;
beforeAll(async () => {
  server = await startWorldServer();
  family = await addFamily(server);
  twin = await addTwin(server, "teammate", "2026-00002", "Aida");
  distant = await addTwin(server, "otherWorker", "2026-00003", "Ada");
});
afterAll(() => server.stop());

const api = async (name: PersonName) => (await server.as(name)).api.persons;
const versions = { kept: 1, merged: 1 };
const merge = async (name: PersonName, keptId: PersonId, mergedId: PersonId, more: object = {}) =>
  (await server.as(name)).call("persons.merge", {
    commandId: newId(),
    keptId,
    mergedId,
    versions,
    choices: { given: "KEPT" },
    reason: "One girl, entered twice",
    ...more,
  });

test(`a supervisor compares two records of the team, joins them, and takes it back${covers("X-8")}`, async () => {
  const supervisor = await api("supervisor");
  const compared = await supervisor.compare.query({ personId: family.ada, otherId: twin });
  expect(compared).toMatchObject({ mayMerge: true, differing: ["given"], conflicts: [] });
  expect((await merge("supervisor", family.ada, twin, { choices: {} })).failure).toEqual({
    kind: "REFUSED",
    refusals: [{ code: "FIELD_REQUIRED", path: ["choices", "given"], params: { of: "given" } }],
  });
  const { mergeId } = await supervisor.merge.mutate({
    commandId: newId(),
    keptId: family.ada,
    mergedId: twin,
    versions,
    choices: { given: "KEPT" },
    reason: "One girl, entered twice",
  });
  const found = await supervisor.search.query({ text: "Aida Testfamily", page: 1 });
  const [ada] = found.people;
  expect(ada).toMatchObject({ personId: family.ada, name: "Ada Testfamily" });
  expect(ada?.cases.map((one) => one.caseNumber)).toEqual(["2026-00002", "2026-00001"]);
  expect((await supervisor.merges.query({})).rows).toMatchObject([
    {
      mergeId,
      mergedName: "Aida Testfamily",
      mayUndo: true,
      caseNumbers: ["2026-00001", "2026-00002"],
    },
  ]);
  // The old id still leads to the person.
  const again = await supervisor.compare.query({ personId: twin, otherId: distant });
  expect(again.a.personId).toBe(family.ada);
  const { caseId } = server.world.theCase;
  for (const name of ["supervisor", "coordinator"] as const) {
    const { people } = (await server.as(name)).api;
    expect(await people.current.query({ caseId, personId: twin })).toEqual({
      personId: family.ada,
    });
  }
  // Of someone in another case nothing is told, and nothing to whom the case is not open.
  const current = async (name: PersonName, personId: PersonId) =>
    (await (await server.as(name)).call("people.current", { caseId, personId })).status;
  expect(await current("supervisor", distant)).toBe(404);
  expect(await current("foreignCoordinator", twin)).toBe(404);
  expect(await supervisor.mergeRests.query({ mergeId })).toEqual({ later: [] });
  await supervisor.undoMerge.mutate({ commandId: newId(), mergeId, reason: "Two girls" });
  expect((await supervisor.merges.query({})).rows).toMatchObject([
    { mergeId, mayUndo: false, undone: { reason: "Two girls" } },
  ]);
  expect((await supervisor.compare.query({ personId: family.ada, otherId: twin })).b.name).toBe(
    "Aida Testfamily",
  );
});

test(`a person of another team shows no more than a search does, and is not merged${covers("X-1")}`, async () => {
  const compared = await (
    await api("supervisor")
  ).compare.query({ personId: family.ada, otherId: distant });
  expect(compared).toMatchObject({ mayMerge: false, mayDecide: true, b: { ofTeam: false } });
  expect(compared.b.fields).toEqual({
    given: "Ada",
    family: "Testfamily",
    birthDate: "2018-05-04",
  });
  expect((await merge("supervisor", family.ada, distant)).failure).toMatchObject({
    kind: "REFUSED",
    refusals: [{ code: "PERSON_OUTSIDE_TEAM", path: ["mergedId"] }, { code: "PERSON_CHANGED" }],
  });
});

test(`workers look and do not decide; who has to do with neither learns nothing${covers("X-1")}`, async () => {
  const worker = await api("worker");
  expect(await worker.compare.query({ personId: family.ada, otherId: distant })).toMatchObject({
    mayMerge: false,
    mayDecide: false,
  });
  expect((await merge("worker", family.ada, twin)).failure).toMatchObject({ kind: "FORBIDDEN" });
  const foreign = (await server.as("otherSupervisor")).call("persons.compare", {
    personId: family.ada,
    otherId: twin,
  });
  expect((await foreign).failure).toEqual({ kind: "NOT_FOUND" });
  expect((await merge("otherSupervisor", family.ada, twin)).failure).toEqual({ kind: "NOT_FOUND" });
  for (const name of ["coordinator", "contractorSupervisor", "administrator"] as const)
    expect((await merge(name, family.ada, twin)).failure).toMatchObject({ kind: "FORBIDDEN" });
});

test("what somebody found to be two people is not shown again", async () => {
  const supervisor = await api("supervisor");
  const pairs = async () => (await supervisor.duplicates.query({ page: 1 })).total;
  const before = await pairs();
  expect(before).toBeGreaterThan(0);
  await supervisor.notSame.mutate({
    commandId: newId(),
    personId: family.ada,
    otherId: twin,
    reason: "Seen side by side",
  });
  expect(await pairs()).toBe(before - 1);
  expect(
    (await supervisor.compare.query({ personId: twin, otherId: family.ada })).distinct,
  ).toMatchObject({ reason: "Seen side by side", by: "Test supervisor" });
  // Taken back by who may decide, the pair is there to be looked at again.
  const again = { personId: twin, otherId: family.ada, reason: "The school has one girl" };
  const worker = await server.as("worker");
  const asked = { commandId: newId(), ...again };
  expect((await worker.call("persons.maybeSame", asked)).failure).toMatchObject({
    kind: "FORBIDDEN",
  });
  const other = await server.as("otherSupervisor");
  expect((await other.call("persons.maybeSame", asked)).status).toBe(404);
  await supervisor.maybeSame.mutate({ commandId: newId(), ...again });
  expect(await pairs()).toBe(before);
});
