import { newId, system, writeAs } from "@kinward/db";
import { SERVICE_ACTIVITIES } from "@kinward/domain/agency";
import { type CommandId, type ContractId, plainDate } from "@kinward/domain/kernel";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestClient } from "../testing/client.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";

let server: WorldServer;
let admin: TestClient;
beforeAll(async () => {
  server = await startWorldServer();
  admin = await server.as("administrator");
});
afterAll(() => server.stop());

const change = () => ({ commandId: newId<CommandId>(), reason: "Because" });
const day = plainDate;

test("days with fewer than two contracts are shown, a third contract is refused with its days", async () => {
  const { contractAreaId, organizations } = server.world;
  const span = { from: day("2026-01-01"), to: day("2028-12-31") };
  const before = await admin.api.contracts.matrix.query(span);
  expect(before.areas[0]?.gaps).toEqual([{ from: "2028-01-01", to: "2028-12-31", contracts: 0 }]);
  expect(before.areas[0]?.firstLineWritten).toBe(true);
  const { organizationId } = await admin.api.organizations.save.mutate({
    ...change(),
    name: "Third Way",
    kinds: ["CONTRACTOR"],
  });
  const third = {
    contractAreaId,
    organizationId,
    position: 1 as const,
    from: day("2027-07-01"),
    to: day("2028-06-30"),
    procurementRef: "P-3",
    capacities: [...SERVICE_ACTIVITIES],
    crisisContact: "555-0100",
    rateCents: 61_250,
  };
  const refused = await admin.call("contracts.save", { ...change(), ...third });
  expect(refused.failure).toMatchObject({
    kind: "REFUSED",
    refusals: [
      {
        code: "PERIOD_OVERLAP",
        path: ["position"],
        params: { from: "2026-01-01", to: "2027-12-31" },
      },
      { code: "CONTRACTS_MORE_THAN_TWO", path: ["from"], params: { on: "2027-07-01" } },
    ],
  });
  const { contractId } = await admin.api.contracts.save.mutate({
    ...change(),
    ...third,
    from: day("2028-01-01"),
  });
  await admin.api.contracts.activate.mutate({ ...change(), contractId });
  const after = await admin.api.contracts.matrix.query(span);
  expect(after.areas[0]?.gaps).toEqual([
    { from: "2028-01-01", to: "2028-06-30", contracts: 1 },
    { from: "2028-07-01", to: "2028-12-31", contracts: 0 },
  ]);
  expect(after.areas[0]?.contracts.find((one) => one.contractId === contractId)).toMatchObject({
    active: true,
    rates: [{ cents: 61_250, from: "2028-01-01" }],
    openCases: 0,
  });
  const moved = await admin.call("contracts.save", {
    ...change(),
    ...third,
    contractId,
    from: day("2028-02-01"),
  });
  expect(moved.failure).toMatchObject({
    refusals: [{ code: "INVALID_TRANSITION", path: ["from"] }],
  });
  expect(organizations.contractor).not.toBe(organizationId);
});

test("a contract begins with all capacities and a crisis contact, not before", async () => {
  const { contracts } = server.world;
  await writeAs(server.services.db, system("test"), (trx) =>
    trx
      .updateTable("contract")
      .set({ activatedAt: null })
      .where("contractId", "=", contracts[1])
      .execute(),
  );
  const answer = await admin.call("contracts.activate", { ...change(), contractId: contracts[1] });
  const codes =
    answer.failure?.kind === "REFUSED" ? answer.failure.refusals.map((one) => one.code) : [];
  expect(codes.filter((code) => code === "CAPACITY_MISSING")).toHaveLength(11);
  expect(codes).toContain("CRISIS_CONTACT_REQUIRED");
});

test("subcontractors come and go inside the contract; who has begun cannot be named starter", async () => {
  const { contracts, contractAreaId } = server.world;
  const { organizationId } = await admin.api.organizations.save.mutate({
    ...change(),
    name: "Helper",
    kinds: ["SUBCONTRACTOR"],
  });
  const term = { ...change(), contractId: contracts[0], organizationId, from: day("2026-03-01") };
  await admin.api.contracts.addSubcontractor.mutate(term);
  const twice = await admin.call("contracts.addSubcontractor", { ...term, ...change() });
  expect(twice.failure).toMatchObject({ refusals: [{ code: "PERIOD_OVERLAP" }] });
  await admin.api.contracts.endSubcontractor.mutate({
    ...term,
    ...change(),
    to: day("2026-10-31"),
  });
  await admin.api.contracts.setStarter.mutate({
    ...change(),
    contractAreaId,
    contractId: contracts[0],
    from: day("2026-01-01"),
  });
  const [area] = (
    await admin.api.contracts.matrix.query({ from: day("2026-01-01"), to: day("2026-12-31") })
  ).areas;
  expect(area?.starterContractId).toBe(contracts[0]);
  expect(area?.contracts[0]?.subcontractors).toEqual([
    { organizationId, name: "Helper", from: "2026-03-01", to: "2026-10-31" },
  ]);
  const missing = await admin.call("contracts.setStarter", {
    ...change(),
    contractAreaId,
    contractId: newId<ContractId>(),
    from: day("2026-01-01"),
  });
  expect(missing.status).toBe(404);
});

test("a county goes from one area to another on a day, and no day has two", async () => {
  const { serviceAreaId, contractAreaId } = server.world;
  const clash = await admin.call("areas.begin", {
    ...change(),
    serviceAreaId,
    subareaName: "North",
    from: "2027-01-01",
  });
  expect(clash.failure).toMatchObject({ refusals: [{ code: "PERIOD_OVERLAP" }] });
  await admin.api.areas.setCounty.mutate({
    ...change(),
    contractAreaId,
    county: "Story",
    from: day("2026-02-01"),
  });
  const again = await admin.call("areas.setCounty", {
    ...change(),
    contractAreaId,
    county: "story",
    from: "2026-05-01",
  });
  expect(again.failure).toMatchObject({ refusals: [{ code: "COUNTY_TAKEN" }] });
  await admin.api.areas.endCounty.mutate({
    ...change(),
    contractAreaId,
    county: "Story",
    to: day("2026-04-30"),
  });
  await admin.api.areas.setCounty.mutate({
    ...change(),
    contractAreaId,
    county: "Story",
    from: day("2026-05-01"),
  });
  const { areas } = await admin.api.areas.list.query({});
  expect(areas[0]?.contractAreas[0]?.counties).toEqual([
    { county: "Story", from: "2026-02-01", to: "2026-04-30" },
    { county: "Story", from: "2026-05-01" },
  ]);
  const early = await admin.call("areas.setCounty", {
    ...change(),
    contractAreaId,
    county: "Boone",
    from: "2025-05-01",
  });
  expect(early.failure).toMatchObject({ refusals: [{ code: "DATE_OUTSIDE_SERVICE" }] });
  const { entries } = await admin.api.changes.of.query({
    kind: "CONTRACT_AREA",
    id: contractAreaId,
  });
  const ended = entries.find((one) => one.procedure === "areas.endCounty");
  expect(ended).toMatchObject({ by: "Test administrator", reason: "Because" });
  expect(ended?.changes).toEqual([{ field: "contract_area_county.to_on", after: "2026-04-30" }]);
});

test("publishing holidays makes the next policy book and has the cases derived again, or does neither", async () => {
  const profile = "IA_FSRP" as const;
  const byRule = await admin.api.holidays.year.query({ profile, year: 2027 });
  expect([byRule.from, byRule.bookNumber]).toEqual(["RULE", 0]);
  const proposal = await admin.api.holidays.proposal.query({ profile, year: 2027 });
  const input = {
    ...change(),
    profile,
    year: 2027,
    holidays: [...proposal.holidays, { date: day("2027-12-27"), name: "Closure" }],
    source: "Memo 12",
    expectedBook: 0,
  };
  const twice = await admin.call("holidays.publish", {
    ...input,
    holidays: [...input.holidays, ...input.holidays.slice(0, 1)],
  });
  expect(twice.failure).toMatchObject({ refusals: [{ code: "HOLIDAY_DUPLICATE" }] });
  // Two administrators at once: one book, not two.
  const both = await Promise.all(
    [0, 1].map(() => admin.call("holidays.publish", { ...input, ...change() })),
  );
  expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  expect(both.find((one) => one.status === 422)?.failure).toMatchObject({
    refusals: [{ code: "BOOK_CHANGED" }],
  });
  const list = await admin.api.holidays.year.query({ profile, year: 2027 });
  expect([list.from, list.source, list.bookNumber]).toEqual(["LIST", "Memo 12", 1]);
  const derivedBook = async () =>
    (
      await writeAs(server.services.db, system("test"), (trx) =>
        trx.selectFrom("caseRecord").select("derivedBook").executeTakeFirst(),
      )
    )?.derivedBook;
  for (let wait = 0; wait < 200 && (await derivedBook()) !== 1; wait += 1) await sleep(50);
  expect(await derivedBook()).toBe(1);
});

test("settings are shown with decision, lines and what is in force", async () => {
  const { settings } = await admin.api.settings.list.query({ profile: "IA_FSRP" });
  expect(settings.find((one) => one.key === "initialContactBusinessDays")).toMatchObject({
    decision: "DEC-02",
    cites: ["IA_TOPIC_6 60"],
    unit: "businessDays",
    versions: [{ value: 5, inForce: true }],
  });
});

test("offices and teams: open names stand once, and a place ends when it is empty", async () => {
  const { officeId } = await admin.api.offices.save.mutate({
    ...change(),
    name: "Ames",
    county: "Story",
  });
  const taken = await admin.call("offices.save", { ...change(), name: "ames" });
  expect(taken.failure).toMatchObject({ refusals: [{ code: "DUPLICATE_NAME" }] });
  const supervisorId = server.world.people.supervisor.staffId;
  const { teamId } = await admin.api.teams.save.mutate({
    ...change(),
    name: "North",
    officeId,
    supervisorId,
  });
  const { staffId } = server.world.people.worker;
  await admin.api.staff.change.mutate({
    ...change(),
    staffId,
    roles: ["CASEWORKER"],
    officeId,
    teamId,
    supervisorId,
    languages: ["en", "es"],
  });
  expect((await admin.api.staff.get.query({ staffId })).team).toEqual({
    id: teamId,
    name: "North",
  });
  expect((await admin.api.teams.list.query({})).teams).toEqual([
    {
      teamId,
      name: "North",
      officeId,
      officeName: "Ames",
      supervisor: { staffId: supervisorId, name: "Test supervisor" },
      members: 1,
    },
  ]);
  const occupied = await admin.call("teams.end", { ...change(), teamId, on: server.world.today });
  expect(occupied.failure).toMatchObject({
    refusals: [{ code: "INVALID_TRANSITION", params: { count: 1 } }],
  });
  await admin.api.staff.change.mutate({
    ...change(),
    staffId,
    roles: ["CASEWORKER"],
    supervisorId,
    languages: [],
  });
  await admin.api.teams.end.mutate({ ...change(), teamId, on: day("2026-11-21") });
});

test("a supervisor line has no circles, and roles fit the organization", async () => {
  const { people } = server.world;
  const circle = await admin.call("staff.change", {
    ...change(),
    staffId: people.supervisor.staffId,
    roles: ["SUPERVISOR"],
    supervisorId: people.worker.staffId,
    languages: [],
  });
  expect(circle.failure).toMatchObject({ refusals: [{ path: ["supervisorId"] }] });
  const wrong = await admin.call("staff.change", {
    ...change(),
    staffId: people.coordinator.staffId,
    roles: ["CASEWORKER"],
    languages: [],
  });
  expect(wrong.failure).toMatchObject({ refusals: [{ code: "ROLE_NOT_OF_ORGANIZATION" }] });
});

test("the home counts and names what waits", async () => {
  const home = await admin.api.admin.home.query({});
  expect(home.counts.staff).toBe(14);
  expect(home.items.map((one) => one.kind)).toContain("HOLIDAYS_MISSING");
});

test("nothing above was a bug", () => {
  expect(server.bugs).toEqual([]);
});
