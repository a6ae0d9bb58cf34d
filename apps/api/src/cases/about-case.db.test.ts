import { newId } from "@kinward/db";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
});
afterAll(() => server.stop());

const caseId = () => server.world.theCase.caseId;
const as = async (name: PersonName) => {
  const { api, call } = await server.as(name);
  const about = () => api.cases.about.query({ caseId: caseId() });
  const command = async () => ({
    commandId: newId<CommandId>(),
    caseId: caseId(),
    revision: (await about()).revision,
  });
  return { api, call, about, command };
};
const needs = { languages: ["es"], interpreterNeeded: true, culturalNotes: "Shoes are taken off" };

test(`a coordinator corrects what a family needs at once, and the Department confirms it${covers("SCP-2", "X-1")}`, async () => {
  const coordinator = await as("coordinator");
  const worker = await as("worker");
  await coordinator.api.cases.correctNeeds.mutate({
    ...(await coordinator.command()),
    needs,
    reason: "Asked at the first visit",
  });
  const said = await worker.about();
  expect(said).toMatchObject({
    needs: { value: needs, source: { reason: "Asked at the first visit" } },
    needsConfirmed: false,
    can: { opening: true, needs: true, confirmNeeds: true },
  });
  // At the referral nobody asked whether an interpreter is needed.
  expect(said.formerNeeds.map((one) => one.value)).toEqual([{ languages: [] }]);
  const header = await worker.api.cases.header.query({ caseId: caseId() });
  expect(header.interpreterLanguages).toEqual(["es"]);
  await worker.api.cases.confirmNeeds.mutate(await worker.command());
  expect(await coordinator.about()).toMatchObject({
    needs: { value: needs },
    needsConfirmed: true,
    can: { opening: false, needs: true, confirmNeeds: false },
  });
  const again = await worker.call("cases.confirmNeeds", await worker.command());
  expect(again.failure).toMatchObject({ refusals: [{ code: "ALREADY_RECORDED" }] });
});

test(`the history says in sentences what was corrected, with before and after${covers("SCP-2", "X-2")}`, async () => {
  const { api } = await as("worker");
  const { entries } = await api.cases.history.query({ caseId: caseId(), page: 1 });
  const entry = entries.find((one) => one.procedure === "cases.correctNeeds");
  expect(entry?.params).toEqual({
    changed: ["languages", "interpreterNeeded", "culturalNotes"],
    languages: ["es"],
    interpreter: "YES",
  });
  expect(entry?.changes.map(({ field, before, after }) => [field, before, after])).toEqual(
    expect.arrayContaining([
      ["languages", undefined, "es"],
      ["interpreter_needed", undefined, "true"],
      ["cultural_notes", undefined, "Shoes are taken off"],
    ]),
  );
});

test(`the Department corrects the opening; what was recorded before stays, and nothing owed moves${covers("SCP-1")}`, async () => {
  const worker = await as("worker");
  const duties = async () => (await worker.api.cases.overview.query({ caseId: caseId() })).duties;
  const owed = await duties();
  const first = { openedOn: "2026-11-02" as PlainDate, openingBasis: "CINA_ASSESSMENT" as const };
  const second = {
    openedOn: "2026-10-30" as PlainDate,
    openingBasis: "JUVENILE_COURT_ACTION" as const,
  };
  for (const opening of [first, second])
    await worker.api.cases.correctOpening.mutate({
      ...(await worker.command()),
      ...opening,
      reason: "The order came first",
    });
  const { opening, formerOpenings } = await worker.about();
  expect(opening?.value).toEqual(second);
  expect(formerOpenings.map((one) => one.value)).toEqual([first]);
  expect(await duties()).toEqual(owed);
  const late = await worker.call("cases.correctOpening", {
    ...(await worker.command()),
    openedOn: "2030-01-01" as PlainDate,
    openingBasis: "JUVENILE_COURT_ACTION",
    reason: "Tried",
  });
  expect(late.failure).toMatchObject({
    refusals: [{ code: "DATE_IN_FUTURE" }, { code: "DATE_ORDER" }],
  });
});

test("what changed since it was read is a conflict, and nothing is written", async () => {
  const worker = await as("worker");
  const { revision, ...stale } = await worker.command();
  const late = await worker.call("cases.correctNeeds", {
    ...stale,
    revision: revision - 1,
    needs: { languages: ["en"], interpreterNeeded: false },
    reason: "Late",
  });
  expect(late.failure).toMatchObject({ kind: "CONFLICT" });
  expect((await worker.about()).needs.value).toEqual(needs);
});
