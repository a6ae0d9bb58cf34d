import type { ContractAreaId, OrganizationId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import type { OrderFilter } from "@kinward/domain/views";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonCaller } from "../core/caller.ts";
import { readAs } from "../core/transaction.ts";
import { listTakenBack } from "../intake/index.ts";
import { makeAgency, person, type TestAgency, type TestArea } from "../testing/agency.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { fillLedger, type FilledLedger } from "../testing/ledger.ts";
import {
  findLineWhy,
  findOrderArea,
  listOrderAreas,
  listOrderLines,
  loadOrder,
  LINES_OF_A_PAGE,
  replayLedger,
} from "./index.ts";

const TODAY = "2026-11-20" as PlainDate;
const MANY = 10_000;

let opened: Opened;
let agency: TestAgency;
let small: TestArea;
let large: TestArea;
let prairieSupervisor: StaffId;
let written: FilledLedger;

beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { areas: 4, today: TODAY });
  [small, large] = agency.areas as unknown as [TestArea, TestArea];
  prairieSupervisor = await person(
    opened.owner,
    "Pia Prairie",
    "CONTRACTOR_SUPERVISOR",
    agency.prairie,
  );
  // P R P [P] R R P, then turn 5 is taken back: Prairie leads by two again.
  written = await fillLedger(
    opened.owner,
    agency,
    small,
    ["TURN", "TURN", "TURN", agency.prairie, "TURN", "TURN", "TURN", 5],
    { begin: "2026-11-16T05:30:00.000Z", minutes: 12 * 60 },
  );
  await fillLedger(
    opened.owner,
    agency,
    large,
    Array.from({ length: MANY }, (_, at) =>
      at % 33 === 32 ? (at % 2 === 0 ? agency.prairie : agency.riverBend) : "TURN",
    ),
    { begin: "2024-02-01T15:00:00.000Z", minutes: 140 },
  );
  // Two orders: of FSRP P [P], of safety plans P R P R, which is even.
  await fillLedger(
    opened.owner,
    agency,
    agency.areas[3] as TestArea,
    ["TURN", "TURN", "TURN", agency.prairie, "TURN", "TURN"],
    { settings: { rotationScope: "PER_SERVICE_TYPE" }, safetyPlan: [2, 3, 5, 6] },
  );
  await sql`ANALYZE`.execute(opened.owner);
}, 120_000);
afterAll(() => opened?.close());

const supervisor = (): PersonCaller => ({ kind: "person", staffId: agency.supervisor });
const ofPrairie = (): PersonCaller => ({
  kind: "person",
  staffId: prairieSupervisor,
  organizationId: agency.prairie,
});
const linesAs = (
  caller: PersonCaller,
  areaId: ContractAreaId,
  filter: OrderFilter = {},
  page = 1,
) =>
  readAs(opened.db, caller, (trx) =>
    listOrderLines(
      trx,
      areaId,
      {
        staffId: caller.staffId,
        roles: [caller.organizationId === undefined ? "SUPERVISOR" : "CONTRACTOR_SUPERVISOR"],
        ...(caller.organizationId !== undefined && { organizationId: caller.organizationId }),
        seesCases: true,
        seesPeople: caller.organizationId === undefined,
      },
      filter,
      page,
      TODAY,
    ),
  );
const orderAs = (caller: PersonCaller, areaId: ContractAreaId, period: OrderFilter = {}) =>
  readAs(opened.db, caller, async (trx) => {
    const area = await findOrderArea(trx, areaId, caller.organizationId);
    return area && loadOrder(trx, area, period, TODAY);
  });

test(
  "the ledger is read newest first, with whose turn it was, case and actor" + covers("ASG-3"),
  async () => {
    const { rows, total } = await linesAs(supervisor(), small.areaId);
    expect(total).toBe(8);
    expect(rows.map((row) => [row.seq, row.kind, row.dueTo, row.contractor, row.after])).toEqual([
      [8, "REVERSAL", undefined, agency.riverBend, 2],
      [7, "ASSIGNMENT", agency.prairie, agency.prairie, 1],
      [6, "ASSIGNMENT", agency.riverBend, agency.riverBend, 0],
      [5, "ASSIGNMENT", agency.riverBend, agency.riverBend, 1],
      [4, "ASSIGNMENT", agency.riverBend, agency.prairie, 2],
      [3, "ASSIGNMENT", agency.prairie, agency.prairie, 1],
      [2, "ASSIGNMENT", agency.riverBend, agency.riverBend, 0],
      [1, "ASSIGNMENT", agency.prairie, agency.prairie, 1],
    ]);
    expect(rows.every((row) => row.by === "Wanda Worker" && row.case?.mayOpen === true)).toBe(true);
    expect(rows.at(-1)?.begun).toMatchObject([{ number: 1, starter: agency.prairie, opening: [] }]);
    expect(rows.slice(0, -1).every((row) => row.begun.length === 0)).toBe(true);
  },
);

test(
  "a contractor sees every line, but case and actor of its own at most" + covers("X-1"),
  async () => {
    const { rows } = await linesAs(ofPrairie(), small.areaId);
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      expect(row).not.toHaveProperty("by");
      expect("case" in row).toBe(row.contractor === agency.prairie);
    }
  },
);

test(
  "of a family that both served a contractor sees its own line only" + covers("ASG-4", "X-1"),
  async () => {
    // The family of the second line, River Bend's, had services of Prairie too: the case is open to both.
    await sql`INSERT INTO app.case_org (case_id, organization_id, from_on)
    SELECT r.case_id, ${agency.prairie}, '2024-01-01' FROM app.referral r JOIN app.ledger_line l USING (referral_key)
    WHERE l.contract_area_id = ${small.areaId} AND l.seq = 2`.execute(opened.owner);
    const seen = await readAs(opened.db, ofPrairie(), (trx) =>
      sql`SELECT FROM app.referral r JOIN app.ledger_line l USING (referral_key) WHERE l.contract_area_id = ${small.areaId} AND l.seq = 2`.execute(
        trx as never,
      ),
    );
    expect(seen.rows).toHaveLength(1);
    const { rows } = await linesAs(ofPrairie(), small.areaId);
    expect(rows.find((row) => row.seq === 2)).not.toHaveProperty("case");
    expect(rows.find((row) => row.seq === 3)).toHaveProperty("case");
  },
);

test(
  "an area in which an organization has no contract is not there for it" + covers("X-1"),
  async () => {
    const third = agency.areas[2] as TestArea;
    await sql`DELETE FROM app.area_starter WHERE contract_area_id = ${third.areaId}`.execute(
      opened.owner,
    );
    await sql`DELETE FROM app.contract WHERE contract_area_id = ${third.areaId} AND organization_id = ${agency.prairie}`.execute(
      opened.owner,
    );
    expect(await orderAs(ofPrairie(), third.areaId)).toBeUndefined();
    expect(await orderAs(supervisor(), third.areaId)).toMatchObject({ areaName: "Area 3" });
    const areas = (caller: PersonCaller) =>
      readAs(opened.db, caller, (trx) => listOrderAreas(trx, caller.organizationId));
    expect((await areas(ofPrairie())).map((one) => [one.name, one.lines])).toEqual([
      ["Area 1", 8],
      ["Area 2", MANY],
      ["Area 4", 6],
    ]);
    expect(await areas(supervisor())).toHaveLength(4);
  },
);

test("lines are found by method, contractor and day in the agency's zone", async () => {
  const seqs = async (filter: OrderFilter) =>
    (await linesAs(supervisor(), small.areaId, filter)).rows.map((row) => row.seq);
  expect(await seqs({ method: "OVERRIDE" })).toEqual([4]);
  expect(await seqs({ method: "EQUALIZING" })).toEqual([6, 5]);
  expect(await seqs({ method: "REVERSAL" })).toEqual([8]);
  expect(await seqs({ method: "CORRECTION" })).toEqual([]);
  expect(await seqs({ contractor: agency.riverBend as OrganizationId })).toEqual([8, 6, 5, 2]);
  // The first line was written at 23:30 of Nov 15 in Chicago.
  const [nov15, nov16] = ["2026-11-15", "2026-11-16"] as [PlainDate, PlainDate];
  expect(await seqs({ to: nov15 })).toEqual([1]);
  expect(await seqs({ from: nov16, to: nov16 })).toEqual([3, 2]);
});

test(
  "the order today is told with its debt and what it goes back to" + covers("ASG-8"),
  async () => {
    const order = await orderAs(supervisor(), small.areaId);
    expect(order).toMatchObject({
      areaName: "Area 1",
      head: { seq: 8, hash: written.lines.at(-1)?.hash },
      now: {
        refusals: [],
        lanes: [
          {
            balance: 2,
            next: agency.riverBend,
            pool: [{ turns: 4 }, { turns: 2 }],
            debt: { to: agency.riverBend, turns: 2, causes: [{ seq: 8, kind: "REVERSAL" }] },
          },
        ],
      },
    });
    const share = (contractor: OrganizationId) =>
      order?.shares.find((one) => one.contractor === contractor);
    expect(share(agency.prairie)).toMatchObject({
      referrals: 4,
      inTurn: 3,
      overrides: 1,
      takenBack: 0,
    });
    expect(share(agency.riverBend)).toMatchObject({ referrals: 3, repaying: 2, takenBack: 1 });
  },
);

test(
  "two orders of turns stand apart, each with its own debt and balance" + covers("ASG-5", "DEC-32"),
  async () => {
    const { areaId } = agency.areas[3] as TestArea;
    const order = await orderAs(supervisor(), areaId);
    expect(order?.now.lanes).toMatchObject([
      {
        lane: "FSRP",
        balance: 2,
        next: agency.riverBend,
        debt: { turns: 2, causes: [{ seq: 4, kind: "OVERRIDE" }] },
      },
      { lane: "SAFETY_PLAN", balance: 0, next: agency.prairie },
    ]);
    expect(order?.balance.series.map((one) => [one.lane, one.points.at(-1)?.close])).toEqual([
      ["FSRP", 2],
      ["SAFETY_PLAN", 0],
    ]);
    const { rows } = await linesAs(supervisor(), areaId);
    expect(rows.map((row) => row.lane)).toEqual([
      "SAFETY_PLAN",
      "SAFETY_PLAN",
      "FSRP",
      "SAFETY_PLAN",
      "SAFETY_PLAN",
      "FSRP",
    ]);
  },
);

test("the balance is told day by day, for long times month by month and no further back than shown", async () => {
  const [short] = (await orderAs(supervisor(), small.areaId))?.balance.series ?? [];
  expect(short).toMatchObject({ first: agency.prairie, lane: "COMBINED", from: "2024-01-01" });
  expect(short?.points).toEqual([
    { on: "2026-11-15", low: 0, high: 1, close: 1, turns: 1 },
    { on: "2026-11-16", low: 0, high: 1, close: 1, turns: 2 },
    { on: "2026-11-17", low: 1, high: 2, close: 1, turns: 2 },
    { on: "2026-11-18", low: 0, high: 1, close: 1, turns: 2 },
    { on: "2026-11-19", low: 1, high: 2, close: 2, turns: 0 },
  ]);
  const long = await orderAs(supervisor(), large.areaId);
  expect(long?.balance.unit).toBe("MONTH");
  expect(long?.balance.series[0]?.points.length).toBeLessThanOrEqual(120);
  const month = await orderAs(supervisor(), large.areaId, {
    from: "2024-03-01" as PlainDate,
    to: "2024-03-31" as PlainDate,
  });
  expect(month?.balance).toMatchObject({ unit: "DAY", cut: false });
  expect(month?.balance.series[0]?.points).toHaveLength(31);
  expect(JSON.stringify(long).length).toBeLessThan(20_000);
});

test(
  "a line tells why, and what it would have been without the override" + covers("ASG-7"),
  async () => {
    const why = (seq: number) =>
      readAs(opened.db, supervisor(), (trx) => findLineWhy(trx, small.areaId, seq));
    expect(await why(5)).toMatchObject({
      parts: [{ code: "ASSIGNED_EQUALIZING" }],
      ledger: { turnOf: agency.riverBend, because: "BEHIND", repaid: { lead: 2, left: 1 } },
      without: [
        {
          override: { seq: 4, given: agency.prairie, instead: agency.riverBend },
          line: { seq: 5, given: agency.riverBend, instead: agency.prairie },
        },
      ],
    });
    expect(await why(9)).toBeUndefined();
  },
);

test(
  "a contractor is told of turns that were taken back from it, and of no other's" +
    covers("ASG-10"),
  async () => {
    const takenBack = (caller: PersonCaller, organizationId: OrganizationId) =>
      readAs(opened.db, caller, (trx) => listTakenBack(trx, organizationId, TODAY));
    const ofRiverBend: PersonCaller = {
      kind: "person",
      staffId: agency.riverBendCoordinator,
      organizationId: agency.riverBend,
    };
    expect(await takenBack(ofRiverBend, agency.riverBend)).toEqual([
      {
        contractAreaId: small.areaId,
        areaName: "Area 1",
        turn: 5,
        assignedAt: written.lines[4]?.at,
        takenBackAt: written.lines[7]?.at,
      },
    ]);
    expect(await takenBack(ofPrairie(), agency.prairie)).toEqual([]);
  },
);

test("a replay finds what somebody changed by hand in the database" + covers("ASG-9"), async () => {
  const replay = () => readAs(opened.db, supervisor(), (trx) => replayLedger(trx, small.areaId));
  const hash = written.lines.at(-1)?.hash;
  expect(await replay()).toEqual({ ok: true, lines: 8, hash });
  const edit = async (statement: ReturnType<typeof sql>, back: ReturnType<typeof sql>) => {
    await statement.execute(opened.owner);
    const verdict = await replay();
    await back.execute(opened.owner);
    return verdict;
  };
  const of = (seq: number) => sql`contract_area_id = ${small.areaId} AND seq = ${seq}`;
  const set = (seq: number, field: string, value: string) =>
    sql`UPDATE app.ledger_line SET line = jsonb_set(line, ${`{${field}}`}::text[], ${value}::jsonb) WHERE ${of(seq)}`;
  expect(
    await edit(
      set(6, "contractor", `"${agency.prairie}"`),
      set(6, "contractor", `"${agency.riverBend}"`),
    ),
  ).toMatchObject({ ok: false, check: "RULE", seq: 6, field: "after" });
  expect(await edit(set(2, "policyNumber", "7"), set(2, "policyNumber", "0"))).toMatchObject({
    ok: false,
    seq: 2,
    field: "policyNumber",
    found: "7",
  });
  const head = (balance: string) =>
    sql`UPDATE app.area_head SET head = jsonb_set(head, '{lanes,COMBINED,balance}', ${balance}::jsonb) WHERE contract_area_id = ${small.areaId}`;
  expect(await edit(head("0"), head("2"))).toMatchObject({
    ok: false,
    check: "HEAD",
    field: "balance",
    expected: "2",
    found: "0",
  });
  expect(await replay()).toEqual({ ok: true, lines: 8, hash });
});

test("screens of a ledger of ten thousand lines take few statements and little time", async () => {
  const counted = async (read: () => Promise<unknown>) => {
    await read();
    const before = opened.statements.length;
    const begin = performance.now();
    await read();
    const ms = performance.now() - begin;
    // Beginning, who is asking, end.
    return { statements: opened.statements.length - before - 3, ms };
  };
  const page = await counted(() => linesAs(ofPrairie(), large.areaId, {}, 100));
  expect(page.statements).toBe(1);
  const found = await counted(() => linesAs(supervisor(), large.areaId, { method: "OVERRIDE" }, 2));
  expect(found.statements).toBe(1);
  const overview = await counted(() => orderAs(ofPrairie(), large.areaId));
  expect(overview.statements).toBeLessThanOrEqual(4);
  for (const { ms } of [page, found, overview]) expect(ms).toBeLessThan(1_500);
  expect((await linesAs(ofPrairie(), large.areaId)).rows).toHaveLength(LINES_OF_A_PAGE);
  const { rows } = await sql<{ "QUERY PLAN": string }>`
    EXPLAIN SELECT l.* FROM app.ledger_line l WHERE l.contract_area_id = ${large.areaId} ORDER BY l.seq DESC LIMIT 50`.execute(
    opened.owner,
  );
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain(
    "Index Scan Backward using ledger_line_pkey",
  );
  console.log(
    `referral order of ${MANY} lines: page ${page.ms.toFixed(0)} ms, filtered ${found.ms.toFixed(0)} ms, overview ${overview.ms.toFixed(0)} ms`,
  );
});
