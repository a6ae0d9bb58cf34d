import { newId } from "@kinward/db";
import type { CommandId, PlainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
  await addFamily(server);
});
afterAll(() => server.stop());

const command = () => ({ commandId: newId<CommandId>() });
const day = (text: string) => text as PlainDate;

test("intake sees its own referrals with the clock of the first contact, another contractor none", async () => {
  const intake = await server.as("intake");
  const { today, rows, takenBack } = await intake.api.intake.list.query({});
  expect(takenBack).toEqual([]);
  expect(today).toBe("2026-11-20");
  expect(rows).toMatchObject([
    {
      referralId: server.world.theCase.referralId,
      familyName: "Testfamily",
      initialContactDueOn: "2026-11-09",
      late: true,
      firstContactMade: false,
      turn: 1,
      kind: "ASSIGNMENT",
      method: "ROTATION",
      outOfOrder: false,
      counted: true,
      people: 2,
      children: 1,
    },
  ]);
  const foreign = await server.as("foreignIntake");
  expect((await foreign.api.intake.list.query({})).rows).toEqual([]);
});

test("a referral is acknowledged once, by its contractor", async () => {
  const { referralId } = server.world.theCase;
  const foreign = await server.as("foreignIntake");
  expect(await foreign.call("intake.acknowledge", { ...command(), referralId })).toMatchObject({
    status: 404,
  });
  const intake = await server.as("intake");
  const given = { ...command(), referralId };
  await intake.api.intake.acknowledge.mutate(given);
  // The same command again is the same act; another one comes too late.
  await intake.api.intake.acknowledge.mutate(given);
  expect(await intake.call("intake.acknowledge", { ...command(), referralId })).toMatchObject({
    status: 422,
    failure: { kind: "REFUSED", refusals: [{ code: "INVALID_TRANSITION" }] },
  });
  const { rows } = await intake.api.intake.list.query({});
  expect(rows[0]?.acknowledgedAt).toBeDefined();
});

test(`one care coordinator at a time, of the contractor's own staff${covers("EXP-3", "DEC-45")}`, async () => {
  const intake = await server.as("intake");
  const { caseId, episodeId } = server.world.theCase;
  const { coordinator, otherCoordinator, foreignCoordinator } = server.world.people;
  const { options } = await intake.api.intake.coordinators.query({ episodeId });
  expect(options.map((one) => one.staffId).toSorted()).toEqual(
    [coordinator.staffId, otherCoordinator.staffId].toSorted(),
  );
  const ask = (staffId: string, more: object = {}) =>
    intake.call("intake.assignCoordinator", {
      ...command(),
      episodeId,
      staffId,
      from: day("2026-11-20"),
      ...more,
    });
  expect(await ask(foreignCoordinator.staffId)).toMatchObject({
    status: 422,
    failure: {
      refusals: [{ code: "NOT_STAFF_OF_CONTRACTOR" }, { code: "CARE_COORDINATOR_OVERLAP" }],
    },
  });
  expect(await ask(otherCoordinator.staffId)).toMatchObject({
    status: 422,
    failure: { refusals: [{ code: "CARE_COORDINATOR_OVERLAP", path: ["from"] }] },
  });
  expect(await ask(otherCoordinator.staffId, { endPrevious: true })).toMatchObject({ status: 200 });
  const header = await (await server.as("contractorSupervisor")).api.cases.header.query({ caseId });
  expect(header.episode?.coordinator).toMatchObject({
    staffId: otherCoordinator.staffId,
    from: "2026-11-20",
  });
});
