import { newId, system, writeAs } from "@kinward/db";
import type { ContractAreaId, ContractId, ServiceAreaId } from "@kinward/domain/kernel";
import { plainDate } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RouteName, ROUTES } from "../routes.ts";
import { ORDER_ROUTES } from "../routes/order.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
/** An area of the other contractor alone. */
const foreignArea = newId<ContractAreaId>();

beforeAll(async () => {
  server = await startWorldServer();
  const { organizations } = server.world;
  await writeAs(server.services.db, system("test"), async (trx) => {
    const serviceAreaId = newId<ServiceAreaId>();
    const fromOn = plainDate("2026-01-01");
    await trx.insertInto("serviceArea").values({ serviceAreaId, name: "Elsewhere" }).execute();
    await trx
      .insertInto("contractArea")
      .values({ contractAreaId: foreignArea, serviceAreaId, fromOn })
      .execute();
    await trx
      .insertInto("contract")
      .values({
        contractId: newId<ContractId>(),
        contractAreaId: foreignArea,
        organizationId: organizations.foreignContractor,
        position: 1,
        fromOn,
        toOn: plainDate("2027-12-31"),
        procurementRef: "TEST-E",
        activatedAt: sql`now()`,
      })
      .execute();
    // The act behind the world's line, which row-level security shows to the contractor of its case.
    const { caseId } = server.world.theCase;
    await sql`INSERT INTO app.command (command_id, procedure, actor_staff_id, at, case_id, input_digest)
      SELECT command_id, 'referrals.submit', ${server.world.people.worker.staffId}, now(), ${caseId}, ''
      FROM app.ledger_line WHERE contract_area_id = ${server.world.contractAreaId}`.execute(trx);
  });
});
afterAll(() => server.stop());

const as = (name: PersonName) => server.as(name);
const here = () => ({ contractAreaId: server.world.contractAreaId });

test(
  "the order is for supervisors, auditors, administrators and contractor supervisors; workers and intake have none" +
    covers("ASG-4", "X-1"),
  async () => {
    const status = async (name: PersonName) =>
      (await (await as(name)).call("order.overview", here())).status;
    for (const name of ["supervisor", "auditor", "administrator", "contractorSupervisor"] as const)
      expect([name, await status(name)]).toEqual([name, 200]);
    for (const name of ["worker", "coordinator", "intake"] as const)
      expect([name, await status(name)]).toEqual([name, 403]);
  },
);

test(
  "case numbers are there for those who could find the case; a contractor never gets a foreign one" +
    covers("ASG-4", "X-1"),
  async () => {
    const first = async (name: PersonName) => {
      const answer = await (await as(name)).call("order.lines", here());
      expect(answer.text).not.toContain("Testfamily");
      return {
        text: answer.text,
        row: (answer.data as { rows: Record<string, unknown>[] }).rows[0],
      };
    };
    const { caseId } = server.world.theCase;
    expect((await first("supervisor")).row).toMatchObject({
      seq: 1,
      case: { caseId, caseNumber: "2026-00001", mayOpen: true },
    });
    expect((await first("otherSupervisor")).row).toMatchObject({
      case: { caseId, mayOpen: false },
    });
    expect((await first("auditor")).row).toMatchObject({ case: { caseId, mayOpen: true } });
    expect((await first("contractorSupervisor")).row).toMatchObject({ case: { caseId } });
    for (const name of ["foreignContractorSupervisor", "administrator"] as const) {
      const { text, row } = await first(name);
      expect(row).toMatchObject({ seq: 1, contractor: server.world.organizations.contractor });
      expect(row).not.toHaveProperty("case");
      expect(text).not.toContain("2026-00001");
      expect(text).not.toContain(caseId);
    }
  },
);

test("nobody outside the Department learns who acted", async () => {
  const { text: told } = await (await as("supervisor")).call("order.lines", here());
  expect(told).toContain('"by":"Test worker"');
  for (const name of ["contractorSupervisor", "foreignContractorSupervisor"] as const) {
    const { text } = await (await as(name)).call("order.lines", here());
    expect(text).not.toContain('"by"');
  }
});

test("a foreign area answers like a missing one, byte for byte" + covers("X-1"), async () => {
  const client = await as("contractorSupervisor");
  for (const name of Object.keys(ORDER_ROUTES) as (keyof typeof ORDER_ROUTES)[]) {
    if (name === "order.areas") continue;
    const more = name === "order.why" ? { seq: 1 } : {};
    const foreign = await client.call(name, { contractAreaId: foreignArea, ...more });
    const missing = await client.call(name, { contractAreaId: newId(), ...more });
    expect([name, foreign.status, foreign.text]).toEqual([name, 404, missing.text]);
    expect(foreign.failure).toEqual({ kind: "NOT_FOUND" });
  }
  const owner = await as("foreignContractorSupervisor");
  expect(await owner.call("order.overview", { contractAreaId: foreignArea })).toMatchObject({
    status: 200,
  });
  const names = async (person: PersonName) =>
    (await (await as(person)).api.order.areas.query({})).areas.map((one) => one.name);
  expect(await names("contractorSupervisor")).toEqual(["Test area"]);
  expect(await names("foreignContractorSupervisor")).toEqual(["Elsewhere", "Test area"]);
  expect(await names("supervisor")).toEqual(["Elsewhere", "Test area"]);
});

test("an area without two contractors says why nobody is next" + covers("ASG-2"), async () => {
  const { api } = await as("supervisor");
  const order = await api.order.overview.query({ contractAreaId: foreignArea });
  expect(order.now.refusals.map((one) => one.code)).toEqual(["AREA_NEEDS_TWO_CONTRACTORS"]);
  expect(order.head.seq).toBe(0);
  const { rows, total } = await api.order.lines.query({ contractAreaId: foreignArea });
  expect([rows, total]).toEqual([[], 0]);
  expect((await api.order.replay.query({ contractAreaId: foreignArea })).verdict).toMatchObject({
    ok: true,
    lines: 0,
  });
});

test(
  "a replay names what does not follow: the world's line stands in an epoch that nobody recorded" +
    covers("ASG-9"),
  async () => {
    const { api } = await as("auditor");
    const { verdict } = await api.order.replay.query(here());
    expect(verdict).toMatchObject({ ok: false, check: "RULE", seq: 1, field: "epoch" });
    // The line still says what it says of itself.
    expect(await api.order.why.query({ ...here(), seq: 1 })).toMatchObject({
      parts: [{ code: "ASSIGNED_ROTATION" }],
      ledger: { pool: [], before: 0, after: 1 },
      without: [],
    });
  },
);

test("lists of cases seen in the ledger are recorded, the rest shows none", () => {
  const audited = (Object.keys(ORDER_ROUTES) as RouteName[]).filter(
    (name) => ROUTES[name].audit.kind === "CASE_READ",
  );
  expect(audited).toEqual(["order.lines"]);
});
