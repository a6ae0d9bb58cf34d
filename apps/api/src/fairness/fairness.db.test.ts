import type { FairnessView, OrderReviewView, SimulationView } from "@kinward/domain/views";
import { covers } from "@kinward/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { matrixComplaints } from "../testing/matrix.ts";
import { startWorldServer, type WorldServer } from "../testing/server.ts";
import type { PersonName } from "../testing/world.ts";

let server: WorldServer;
beforeAll(async () => {
  server = await startWorldServer();
});
afterAll(() => server.stop());

const ask = async <A>(person: PersonName, name: string, input: object): Promise<A> => {
  const answer = await (await server.as(person)).call(name as never, input);
  expect(answer.status).toBe(200);
  return (JSON.parse(answer.text) as { result: { data: A } }).result.data;
};
const areaYear = () => ({ contractAreaId: server.world.contractAreaId, year: 2026 });

test("only those whom the access table names get an answer" + covers("ASG-4"), async () => {
  expect(
    await matrixComplaints(server, [
      "fairness.report",
      "fairness.orderReview",
      "fairness.simulate",
    ]),
  ).toEqual([]);
  for (const person of ["worker", "contractorSupervisor", "intake"] as const) {
    const answer = await (await server.as(person)).call("fairness.report", areaYear());
    expect(answer.status).toBe(403);
  }
});

test(
  "one referral is a small number: masked before it leaves the server" + covers("ASG-4"),
  async () => {
    const view = await ask<FairnessView>("supervisor", "fairness.report", areaYear());
    expect(view).toMatchObject({
      areaName: "Test area",
      period: { from: "2026-01-01", to: "2026-11-20", finished: false },
      table: {
        turns: {
          each: [{ kind: "MASKED", because: "FEWER_THAN_5" }],
          total: { kind: "MASKED", because: "WITHHELD" },
        },
      },
    });
    expect(view.table.rows.every((row) => row.each.every((one) => one.kind === "MASKED"))).toBe(
      true,
    );
  },
);

test("an area that is not there is not found", async () => {
  const client = await server.as("auditor");
  const contractAreaId = "00000000-0000-7000-8000-000000000000";
  for (const [name, input] of [
    ["fairness.report", { ...areaYear(), contractAreaId }],
    ["fairness.orderReview", { ...areaYear(), contractAreaId }],
    ["fairness.simulate", { source: { kind: "AREA", contractAreaId }, seed: 1, rules: {} }],
  ] as const)
    expect([name, (await client.call(name, input)).failure?.kind]).toEqual([name, "NOT_FOUND"]);
});

test(
  "events one by one are for auditors; administrators see numbers" + covers("ASG-4", "ASG-10"),
  async () => {
    const asAuditor = await ask<OrderReviewView>("auditor", "fairness.orderReview", areaYear());
    const asAdministrator = await ask<OrderReviewView>(
      "administrator",
      "fairness.orderReview",
      areaYear(),
    );
    expect(asAuditor.reentries.list).toEqual([]);
    expect(asAdministrator.reentries).not.toHaveProperty("list");
    for (const view of [asAuditor, asAdministrator])
      expect(view).toMatchObject({
        overridesByWorker: {
          tests: [{ name: "Test worker", hits: 0, of: 1, flagged: false }],
          falseAlarms: { runs: 400, withFlag: 0 },
        },
        reentries: { windowDays: 30, afterWindow: { falseAlarms: { runs: 400 } } },
      });
    const { chance } = asAuditor.reentries.afterWindow;
    expect(chance.changed / chance.of).toBeCloseTo(0.5, 1);
  },
);

test(
  "invented arrivals under two rules, side by side and the same each time" + covers("ASG-8"),
  async () => {
    const input = {
      source: {
        kind: "GENERATED",
        days: 365,
        perTenDays: 20,
        safetyPlanPercent: 30,
        overridePercent: 5,
        leanPercent: 90,
        withdrawalPercent: 3,
      },
      seed: 7,
      rules: { rotationScope: "PER_SERVICE_TYPE", overridePercent: 0 },
    };
    const view = await ask<SimulationView>("administrator", "fairness.simulate", input);
    expect(view.inForce.rules).toEqual({
      tieBreak: "ALTERNATE_FROM_LAST",
      rotationScope: "COMBINED",
      resubmissionWindowDays: 30,
    });
    expect(view.otherwise.count).toBeGreaterThan(0);
    expect(view.varied.rules.rotationScope).toBe("PER_SERVICE_TYPE");
    expect(view.inForce.summary.outOfOrder.count).toBeGreaterThan(0);
    expect(view.varied.summary.leads.count).toBeLessThan(view.inForce.summary.leads.count);
    expect(view.inForce.summary.balance.length).toBeLessThanOrEqual(240);
    expect(await ask("administrator", "fairness.simulate", input)).toEqual(view);
  },
);

test("the largest simulation that can be asked for stays within its bounds", async () => {
  const begun = performance.now();
  const view = await ask<SimulationView>("administrator", "fairness.simulate", {
    source: {
      kind: "GENERATED",
      days: 3_650,
      perTenDays: 500,
      safetyPlanPercent: 50,
      overridePercent: 100,
      leanPercent: 100,
      withdrawalPercent: 100,
    },
    seed: 1,
    rules: {},
  });
  expect(view.arrivals).toBeLessThanOrEqual(20_000);
  expect(performance.now() - begun).toBeLessThan(6_000);
});
