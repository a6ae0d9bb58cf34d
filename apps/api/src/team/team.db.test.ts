import { newId, readAs, system } from "@kinward/db";
import { countForBoard } from "@kinward/domain/team";
import { evaluate } from "@kinward/domain/contacts";
import { loadCaseFile } from "@kinward/db/cases";
import type { CaseId, CommandId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFamily } from "../testing/family.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
  await addFamily(server);
});
afterAll(() => server.stop());

const day = (date: string) => date as PlainDate;
const commandId = () => newId<CommandId>();
const theCase = () => server.world.theCase;
const idOf = (name: PersonName): StaffId => server.world.people[name].staffId;
const as = async (name: PersonName) => (await server.as(name)).api;
const teamAs = async (name: PersonName) =>
  (await as(name)).team.ofCase.query({ caseId: theCase().caseId });
const revision = async () => (await teamAs("supervisor")).revision;
const terms = async (role: string) =>
  (await teamAs("supervisor")).terms
    .filter((one) => one.role === role)
    .map(({ name, from, to }) => [name, from, to]);

describe("cover for an absence", () => {
  const cover = (more: object = {}) => ({
    commandId: commandId(),
    staffId: idOf("coordinator"),
    coveredBy: idOf("otherCoordinator"),
    from: day("2026-11-20"),
    to: day("2026-11-27"),
    ...more,
  });
  const see = async (name: PersonName) =>
    (await (await server.as(name)).call("cases.header", { caseId: theCase().caseId })).status;

  test(`a cover sees the case and its work, marked, and is nobody's care coordinator${covers("EXP-3", "DEC-45")}`, async () => {
    expect(await see("otherCoordinator")).toBe(404);
    const lead = await as("contractorSupervisor");
    await lead.team.nameCover.mutate(cover());
    expect(await see("otherCoordinator")).toBe(200);
    const api = await as("otherCoordinator");
    const { rows } = await api.work.list.query({});
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((one) => one.forName))).toEqual(new Set(["Test coordinator"]));
    const { can } = await api.cases.header.query({ caseId: theCase().caseId });
    expect(can).toMatchObject({ recordContact: true, sendNotice: false });
    const { rows: cases } = await api.cases.list.query({});
    expect(cases.map((one) => one.caseId)).toEqual([theCase().caseId]);
    expect(await terms("COVER")).toEqual([["Test otherCoordinator", "2026-11-20", "2026-11-27"]]);
    expect((await (await as("coordinator")).work.list.query({})).rows[0]).not.toHaveProperty(
      "forName",
    );
    // Who stands in is told so, without a name; nobody else is.
    expect((await api.inbox.list.query({ page: 1 })).rows).toMatchObject([{ kind: "COVER" }]);
    for (const other of ["coordinator", "worker", "contractorSupervisor"] as const)
      expect((await (await as(other)).inbox.list.query({ page: 1 })).rows).toEqual([]);
  });

  test("it is refused twice for the same days, and to whom one does not lead", async () => {
    const lead = await server.as("contractorSupervisor");
    expect((await lead.call("team.nameCover", cover())).failure).toMatchObject({
      refusals: [{ code: "PERIOD_OVERLAP", path: ["from"] }],
    });
    const foreign = await server.as("foreignContractorSupervisor");
    expect(await foreign.call("team.nameCover", cover())).toMatchObject({ status: 404 });
    const department = await server.as("supervisor");
    expect(await department.call("team.nameCover", cover())).toMatchObject({ status: 404 });
    const away = cover({ staffId: idOf("otherCoordinator"), coveredBy: idOf("coordinator") });
    expect((await lead.call("team.nameCover", away)).failure).toMatchObject({
      refusals: [{ code: "STAFF_NOT_AVAILABLE", path: ["coveredBy"] }],
    });
    const ofAnother = cover({
      staffId: idOf("otherCoordinator"),
      coveredBy: idOf("foreignCoordinator"),
    });
    expect((await lead.call("team.nameCover", ofAnother)).failure).toMatchObject({
      refusals: [{ code: "STAFF_NOT_AVAILABLE", path: ["coveredBy"] }],
    });
  });

  test("it ends at once when called off, and nobody of another organization sees it", async () => {
    const lead = await as("contractorSupervisor");
    const { covers: named } = await lead.team.board.query({});
    expect(named).toMatchObject([{ name: "Test coordinator", to: "2026-11-27" }]);
    const foreign = await as("foreignContractorSupervisor");
    expect((await foreign.team.board.query({})).covers).toEqual([]);
    const coverId = named[0]?.coverId as never;
    expect(
      await (
        await server.as("foreignContractorSupervisor")
      ).call("team.endCover", { commandId: commandId(), coverId }),
    ).toMatchObject({ status: 404 });
    await lead.team.endCover.mutate({ commandId: commandId(), coverId });
    expect(await see("otherCoordinator")).toBe(404);
  });

  test("a cover of a worker does what the worker may, until it ends", async () => {
    const lead = await as("supervisor");
    await lead.team.nameCover.mutate(
      cover({ staffId: idOf("worker"), coveredBy: idOf("otherWorker") }),
    );
    const header = await (await as("otherWorker")).cases.header.query({ caseId: theCase().caseId });
    expect(header.can).toMatchObject({ recordContact: true, recordMove: true });
    const { covers: named } = await lead.team.board.query({});
    await lead.team.endCover.mutate({
      commandId: commandId(),
      coverId: named[0]?.coverId as never,
    });
    expect(
      await (
        await server.as("otherWorker")
      ).call("cases.recordMove", {
        commandId: commandId(),
        caseId: theCase().caseId,
        revision: 1,
        personId: newId(),
        setting: "KINSHIP",
        state: "IA",
        from: "2026-11-19",
      }),
    ).toMatchObject({ status: 404 });
  });
});

describe("a board", () => {
  test("counts what the domain counts of the same duties", async () => {
    const { file, book } = await readAs(server.services.db, system("test"), (trx) =>
      loadCaseFile(trx, theCase().caseId),
    );
    const { duties } = evaluate(file, book, server.world.today);
    const lead = await (await as("supervisor")).team.board.query({});
    expect(lead.families).toBe(1);
    expect(lead.people.map((one) => one.name)).toEqual(["Test worker", "Test teammate"]);
    expect(lead.people[0]).toMatchObject({
      ...countForBoard(duties, server.world.today),
      families: 1,
      isOwn: true,
      oldestLate: "2026-11-09",
    });
    expect(lead.people[0]?.late).toBeGreaterThan(0);
    const contractor = await (await as("contractorSupervisor")).team.board.query({});
    expect(contractor.people.map((one) => one.name)).toEqual([
      "Test coordinator",
      "Test otherCoordinator",
    ]);
    expect(contractor.people[0]).toMatchObject(
      countForBoard(
        duties.filter((one) => one.owner === "CONTRACTOR"),
        server.world.today,
      ),
    );
    expect((await (await as("otherSupervisor")).team.board.query({})).people).toMatchObject([
      { name: "Test otherWorker", families: 0, late: 0 },
    ]);
  });

  test("opens the cases of one's own people only", async () => {
    const input = { staffId: idOf("worker") };
    const { cases } = await (await as("supervisor")).team.casesOf.query(input);
    expect(cases).toMatchObject([{ caseNumber: "2026-00001", since: "2026-11-02" }]);
    for (const name of ["otherSupervisor", "contractorSupervisor"] as const)
      expect(await (await server.as(name)).call("team.casesOf", input)).toMatchObject({
        status: 404,
      });
  });
});

describe("a case changes hands", () => {
  test(`the worker, from a day ahead, with a note that both see${covers("EXP-3")}`, async () => {
    const { caseId } = theCase();
    const lead = await as("supervisor");
    const preview = await lead.team.previewWorker.query({ caseId });
    expect(preview).toMatchObject({ fromName: "Test worker" });
    expect(preview.candidates.map((one) => one.name)).toContain("Test teammate");
    expect(preview.parts.find((one) => one.kind === "DUTY")).toMatchObject({
      source: { kind: "RULE" },
    });
    await lead.team.reassignWorker.mutate({
      commandId: commandId(),
      caseId,
      revision: preview.revision,
      staffId: idOf("teammate"),
      from: day("2026-11-23"),
      note: "Call before you come",
    });
    expect(await terms("CASEWORKER")).toEqual([
      ["Test teammate", "2026-11-23", undefined],
      ["Test worker", "2026-11-02", "2026-11-22"],
    ]);
    expect((await lead.cases.header.query({ caseId })).worker?.name).toBe("Test worker");
    const { handovers: waiting } = await (await as("teammate")).team.toRead.query({});
    expect(waiting).toMatchObject([{ familyName: "Testfamily", fromName: "Test worker" }]);
    for (const name of ["worker", "teammate"] as const) {
      const { handovers } = await teamAs(name);
      expect(handovers).toMatchObject([
        { note: "Call before you come", mine: name === "teammate" },
      ]);
      expect(handovers[0]?.parts).toEqual(preview.parts);
    }
    // The Department's note is not the contractor's.
    expect((await teamAs("coordinator")).handovers).toEqual([]);
  });

  test("the new one confirms having read it, once, and nobody else", async () => {
    const { caseId } = theCase();
    const handoverId = (await teamAs("worker")).handovers[0]?.handoverId as never;
    const confirm = () => ({ commandId: commandId(), caseId, handoverId });
    expect(
      (await (await server.as("worker")).call("team.confirmHandover", confirm())).failure,
    ).toMatchObject({ refusals: [{ code: "INVALID_TRANSITION" }] });
    await (await as("teammate")).team.confirmHandover.mutate(confirm());
    expect((await teamAs("worker")).handovers[0]).toHaveProperty("readAt");
    expect((await (await as("teammate")).team.toRead.query({})).handovers).toEqual([]);
  });

  test("nobody else's supervisor, no worker and no contractor hands a worker's case over", async () => {
    const { caseId } = theCase();
    const input = {
      commandId: commandId(),
      caseId,
      revision: await revision(),
      staffId: idOf("otherWorker"),
      from: "2026-11-23",
    };
    for (const [name, status] of [
      ["otherSupervisor", 404],
      ["worker", 403],
      ["contractorSupervisor", 403],
    ] as const)
      expect([
        name,
        (await (await server.as(name)).call("team.reassignWorker", input)).status,
      ]).toEqual([name, status]);
    expect(
      (
        await (
          await server.as("supervisor")
        ).call("team.reassignWorker", { ...input, staffId: idOf("coordinator") })
      ).failure,
    ).toMatchObject({ refusals: [{ code: "STAFF_NOT_AVAILABLE", path: ["staffId"] }] });
  });

  test(`the coordinator, today; two on one day cannot be${covers("EXP-3", "DEC-45")}`, async () => {
    const { episodeId } = theCase();
    const lead = await as("contractorSupervisor");
    const input = {
      commandId: commandId(),
      episodeId,
      revision: await revision(),
      staffId: idOf("otherCoordinator"),
      from: day("2026-11-20"),
      note: "Ask for Dana",
    };
    await lead.team.reassignCoordinator.mutate(input);
    expect(await terms("CARE_COORDINATOR")).toEqual([
      ["Test otherCoordinator", "2026-11-20", undefined],
      ["Test coordinator", "2026-11-02", "2026-11-19"],
    ]);
    expect((await teamAs("supervisor")).coordinatorMissing).toEqual([]);
    const why = await lead.cases.explainExpectation.query({
      caseId: theCase().caseId,
      key: `COORDINATOR:${episodeId}`,
    });
    expect(why.expectation).toMatchObject({ standing: "ASSIGNED", doneOn: "2026-11-02" });
    expect(why.steps.filter((step) => step.step === "COORDINATOR")).toMatchObject([
      { name: "Test coordinator", to: "2026-11-19", counts: false },
      { name: "Test otherCoordinator", from: "2026-11-20", counts: true },
    ]);
    // The same command again is the same act.
    await lead.team.reassignCoordinator.mutate(input);
    expect(await terms("CARE_COORDINATOR")).toHaveLength(2);
    expect((await teamAs("otherCoordinator")).handovers).toMatchObject([{ note: "Ask for Dana" }]);
  });

  test("several cases at once: all or none, each with its refusal and its own history", async () => {
    const { caseId } = theCase();
    const lead = await server.as("contractorSupervisor");
    const input = async (more: object = {}) => ({
      commandId: commandId(),
      fromStaffId: idOf("otherCoordinator"),
      staffId: idOf("coordinator"),
      from: day("2026-11-24"),
      cases: [{ caseId, revision: await revision(), note: "Back again" }],
      ...more,
    });
    expect(
      (await lead.call("team.reassignMany", await input({ cases: [{ caseId, revision: 1 }] })))
        .failure,
    ).toMatchObject({ refusals: [{ code: "INVALID_TRANSITION", path: ["cases", 0] }] });
    expect(
      (await lead.call("team.reassignMany", await input({ staffId: idOf("foreignCoordinator") })))
        .failure,
    ).toMatchObject({
      refusals: [{ code: "NOT_STAFF_OF_CONTRACTOR", path: ["cases", 0, "staffId"] }],
    });
    const foreign = await server.as("foreignContractorSupervisor");
    expect(await foreign.call("team.reassignMany", await input())).toMatchObject({ status: 404 });
    // From a list: each case says whose it is, and one that is not the caller's is not told of.
    const listed = await lead.api.team.toHandOver.query({ caseIds: [caseId, newId<CaseId>()] });
    expect(listed.cases).toEqual([
      {
        caseId,
        revision: await revision(),
        caseNumber: "2026-00001",
        familyName: "Testfamily",
        holder: { staffId: idOf("otherCoordinator"), name: "Test otherCoordinator" },
      },
    ]);
    expect(listed.candidates.map((one) => one.staffId)).toContain(idOf("coordinator"));
    expect((await foreign.api.team.toHandOver.query({ caseIds: [caseId] })).cases).toEqual([]);
    const { fromStaffId, cases, ...rest } = await input();
    expect((await lead.call("team.reassignMany", { ...rest, cases })).failure).toMatchObject({
      refusals: [{ code: "INVALID_TRANSITION", path: ["cases", 0] }],
    });
    await lead.api.team.reassignMany.mutate({
      ...rest,
      cases: cases.map((one) => ({ ...one, fromStaffId })),
    });
    expect((await terms("CARE_COORDINATOR")).map(([name]) => name)).toEqual([
      "Test coordinator",
      "Test otherCoordinator",
      "Test coordinator",
    ]);
    const { entries } = await lead.api.cases.history.query({ caseId, page: 1 });
    expect(entries[0]).toMatchObject({
      procedure: "team.reassignCoordinator",
      params: { name: "Test coordinator" },
    });
    expect(server.bugs).toEqual([]);
  });
});
