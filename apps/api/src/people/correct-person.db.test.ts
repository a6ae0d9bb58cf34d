import { newId } from "@kinward/db";
import { type CommandId, plainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
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

const caseId = () => server.world.theCase.caseId;
const api = async (name: PersonName) => (await server.as(name)).api;
const adaAs = async (name: PersonName) => {
  const { people, can } = await (await api(name)).marks.list.query({ caseId: caseId() });
  const ada = people.find((one) => one.personId === family.ada);
  if (ada === undefined) throw new Error("no Ada");
  return { ada, can };
};
const rosterEntry = async () =>
  (await (await api("worker")).cases.overview.query({ caseId: caseId() })).people.find(
    (one) => one.personId === family.ada,
  );
const correction = async (name: PersonName, more: object) => {
  const { ada } = await adaAs(name);
  const { given, family: last } = ada.name;
  return {
    commandId: newId<CommandId>(),
    caseId: caseId(),
    personId: family.ada,
    version: ada.version,
    details: {
      given: given ?? "",
      family: last ?? "",
      birthDate: plainDate("2018-05-04"),
      birthDateKind: "EXACT" as const,
      languages: ["en"],
      ...more,
    },
    reason: "Seen on the birth certificate",
  };
};

test(`a coordinator corrects a name at once, and the Department confirms it${covers("CASE-6", "X-1")}`, async () => {
  expect((await adaAs("coordinator")).can).toMatchObject({ people: true, marks: false });
  const coordinator = await api("coordinator");
  await coordinator.people.correctPerson.mutate(
    await correction("coordinator", { given: "Adelaide", preferred: "Ada" }),
  );
  expect(await rosterEntry()).toMatchObject({ name: "Ada Testfamily", detailsUnconfirmed: true });
  expect((await adaAs("worker")).ada).toMatchObject({
    name: { given: "Adelaide", preferred: "Ada" },
    confirmed: false,
  });
  const worker = await api("worker");
  const { revision } = await worker.cases.header.query({ caseId: caseId() });
  await worker.people.confirm.mutate({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    revision,
    personId: family.ada,
  });
  expect(await rosterEntry()).not.toHaveProperty("detailsUnconfirmed");
});

test(`before a birth date is saved, it is told what it would move; afterwards just that has moved${covers("DEC-15", "CON-13")}`, async () => {
  const worker = await api("worker");
  const birthDate = plainDate("2008-02-29");
  const overview = () => worker.cases.overview.query({ caseId: caseId() });
  const before = (await overview()).duties;
  const { ofAge, changes, otherCases } = await worker.people.previewBirthDate.query({
    caseId: caseId(),
    personId: family.ada,
    birthDate,
  });
  expect({ ofAge, otherCases }).toEqual({
    ofAge: { before: "2036-05-04", after: "2026-03-01" },
    otherCases: 0,
  });
  expect(changes.length).toBeGreaterThan(0);
  await worker.people.correctPerson.mutate(await correction("worker", { birthDate }));
  const after = (await overview()).duties;
  for (const change of changes) {
    const key = (change.before ?? change.after)?.key;
    const of = (duties: typeof after) => duties.find((duty) => duty.key === key);
    expect(of(before)?.dueOn).toBe(change.before?.dueOn);
    expect(of(after)?.dueOn).toBe(change.after?.dueOn);
  }
});

test("a form about an older record says so and changes nothing; nobody else corrects", async () => {
  const stale = await correction("worker", { given: "Eve" });
  await (
    await api("worker")
  ).people.correctPerson.mutate(await correction("worker", { given: "Ida" }));
  const worker = await server.as("worker");
  expect((await worker.call("people.correctPerson", stale)).failure).toEqual({
    kind: "REFUSED",
    refusals: [{ code: "PERSON_CHANGED" }],
  });
  expect((await adaAs("worker")).ada.name.given).toBe("Ida");
  const asked = await correction("worker", { given: "Eve" });
  const statusOf = async (name: PersonName) =>
    (await (await server.as(name)).call("people.correctPerson", asked)).status;
  expect(await statusOf("foreignCoordinator")).toBe(404);
  expect(await statusOf("administrator")).toBe(404);
  const stranger = { ...asked, commandId: newId(), personId: newId() };
  expect((await worker.call("people.correctPerson", stranger)).status).toBe(404);
});

test("nothing of it was a bug", () => {
  expect(server.bugs).toEqual([]);
});
