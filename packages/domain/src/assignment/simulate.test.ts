import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { type Instant, instant } from "../kernel/instant.ts";
import { addDays, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import type { SettingValues } from "../policy/settings.ts";
import { covers } from "../testing/covers.ts";
import { reverse } from "./amend.ts";
import type { Arrival, ReferralArrival, RotationSetting } from "./arrivals.ts";
import { withOverrides } from "./arrivals.ts";
import { GENERATED_PAIR, GENERATED_SETTING, generateArrivals } from "./arrivals-generate.ts";
import { seededRandom } from "./arrivals-random.ts";
import { assign } from "./assign.ts";
import { chainLine, GENESIS_HASH } from "./chain.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { emptyRotation } from "./rotation.ts";
import { simulate } from "./simulate.ts";
import { givenOtherwise, summarize } from "./simulate-summary.ts";
import { standingTurns } from "./standing.ts";

const AREA = "Ames" as ContractAreaId;
const START = plainDate("2026-11-23");
const DEFAULTS = defaultPolicyBook("IA_FSRP");
const [PRAIRIE, RIVER, KIRKWOOD] = ["Prairie", "River Bend", "Kirkwood"] as readonly string[] as [
  OrganizationId,
  OrganizationId,
  OrganizationId,
];

const term = (
  id: string,
  organizationId: OrganizationId,
  position: 1 | 2,
  from: PlainDate,
  to: PlainDate,
): ContractTerm => ({
  id: id as ContractId,
  organizationId,
  position,
  from,
  to,
  subcontractors: [],
});
/** One pair, and 40 days later another one in which the second contractor was replaced. */
const CHANGE = addDays(START, 40);
const SETTING: RotationSetting = {
  area: AREA,
  contracts: [
    term("c1", PRAIRIE, 1, START, plainDate("2030-12-31")),
    term("c2", RIVER, 2, START, addDays(CHANGE, -1)),
    {
      ...term("c3", KIRKWOOD, 2, CHANGE, plainDate("2030-12-31")),
      knownAt: instant("2026-12-20T00:00:00Z"),
    },
  ],
  starters: [{ contractId: "c1" as ContractId }],
};

/** A ledger made step by step as the agency makes it, each time from what it knows then, with the arrivals behind it. */
const happen = (values: Partial<SettingValues>, steps: readonly Step[]) => {
  const book = withSettings(DEFAULTS, values);
  const lines: LedgerLine[] = [];
  const arrivals: Arrival[] = [];
  let head = emptyRotation(AREA);
  let on = START;
  const done: {
    key: string;
    family: number;
    on: PlainDate;
    line: LedgerLine;
    withdrawnOn?: PlainDate;
  }[] = [];
  for (const [index, step] of steps.entries()) {
    on = addDays(on, step.wait);
    const at = `${on}T15:00:00.${String(index).padStart(3, "0")}Z` as Instant;
    const facts = {
      contracts: SETTING.contracts.filter((one) => (one.knownAt ?? "") <= at),
      starters: ["c1" as ContractId],
    };
    const keep = (decided: ReturnType<typeof assign>): LedgerLine | undefined => {
      if (!decided.ok) return undefined;
      head = decided.value.head;
      const line = chainLine(
        decided.value.line,
        lines.at(-1)?.hash ?? GENESIS_HASH,
        () => GENESIS_HASH,
      );
      lines.push(line);
      return line;
    };
    if (step.do === "withdraw") {
      const open = done.filter((one) => one.withdrawnOn === undefined);
      const one = open[step.which % Math.max(1, open.length)];
      if (one === undefined) continue;
      const amendment = { line: one.line, serviceType: step.service, on, at };
      const service = arrivals.find(
        (arrival): arrival is ReferralArrival =>
          arrival.kind === "REFERRAL" && arrival.key === one.key,
      )?.serviceType;
      const kept = keep(
        reverse(
          head,
          { ...amendment, serviceType: service ?? "FSRP" },
          { ...facts, standing: standingTurns(lines, one.line), reversed: false },
          book,
        ),
      );
      if (kept === undefined) continue;
      one.withdrawnOn = on;
      arrivals.push({ kind: "WITHDRAWAL", key: one.key, on, at });
      continue;
    }
    const mine = done.filter((one) => one.family === step.family);
    const plan = mine.findLast(
      (one) =>
        one.withdrawnOn === undefined &&
        arrivals.some(
          (a) => a.kind === "REFERRAL" && a.key === one.key && a.serviceType === "SAFETY_PLAN",
        ),
    );
    const gone = mine.filter((one) => one.withdrawnOn !== undefined);
    const closedOn = plan === undefined || !step.closed ? undefined : addDays(plan.on, 5);
    const key = `R${index}`;
    const target =
      step.override === undefined ? undefined : [PRAIRIE, RIVER, KIRKWOOD][step.override];
    const line = keep(
      assign(
        head,
        {
          referralKey: key,
          serviceType: step.service,
          submittedOn: on,
          at,
          ...(step.transfer && { transfer: true as const }),
          ...(target !== undefined && {
            override: {
              target,
              priorService: [{ organizationId: target, from: plainDate("2025-01-01") }],
              believedBeneficialBy: ["FAMILY" as const],
              reason: "CONTINUITY",
              requestedBy: "worker" as StaffId,
            },
          }),
        },
        {
          ...facts,
          ...(plan && {
            safetyPlan: {
              contractor: plan.line.contractor,
              seq: plan.line.seq,
              ...(closedOn && { closedOn }),
            },
          }),
          withdrawn: gone.map((one) => ({
            contractor: one.line.contractor,
            seq: one.line.seq,
            withdrawnOn: one.withdrawnOn as PlainDate,
            method: one.line.method,
          })),
        },
        book,
      ),
    );
    if (line === undefined) continue;
    done.push({ key, family: step.family, on, line });
    arrivals.push({
      kind: "REFERRAL",
      key,
      on,
      at,
      serviceType: step.service,
      ...(target !== undefined && line.method === "OVERRIDE" && { override: target }),
      ...(step.transfer && { transfer: true as const }),
      ...(plan && { safetyPlan: { key: plan.key, ...(closedOn && { closedOn }) } }),
      ...(gone.length > 0 && {
        withdrawn: gone.map((one) => ({
          key: one.key,
          withdrawnOn: one.withdrawnOn as PlainDate,
        })),
      }),
    });
  }
  return { lines, arrivals, book };
};

interface Refer {
  readonly do: "refer";
  readonly family: number;
  readonly service: "FSRP" | "SAFETY_PLAN";
  readonly wait: number;
  readonly override?: number | undefined;
  readonly transfer: boolean;
  readonly closed: boolean;
}
interface Withdraw {
  readonly do: "withdraw";
  readonly which: number;
  readonly wait: number;
  readonly service: "FSRP" | "SAFETY_PLAN";
}
type Step = Refer | Withdraw;

const service = fc.constantFrom("FSRP" as const, "SAFETY_PLAN" as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("refer" as const),
      family: fc.nat(6),
      service,
      wait: fc.nat(3),
      override: fc.option(fc.nat(2), { nil: undefined, freq: 4 }),
      transfer: fc.boolean(),
      closed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("withdraw" as const),
      which: fc.nat(20),
      wait: fc.nat(2),
      service,
    }),
  },
);
const settings = fc.record<Partial<SettingValues>>({
  tieBreak: fc.constantFrom("ALTERNATE_FROM_LAST", "STARTER_FIRST"),
  rotationScope: fc.constantFrom("COMBINED", "PER_SERVICE_TYPE"),
  resubmissionWindowDays: fc.constantFrom(0, 5, 30),
  transferCounts: fc.boolean(),
  safetyPlanCarryOverRefusesOverride: fc.boolean(),
});

const choices = ({ kind, seq, contractor, method, counted, outOfOrder, before, after, refersToSeq, epoch, lane }: Omit<LedgerLine, "prev" | "hash">) => ({ kind, seq, contractor, method, counted, outOfOrder, before, after, refersToSeq, epoch, lane }); // prettier-ignore

test(
  "under the settings that were in force the simulation of a history is its ledger, line by line" +
    covers("ASG-3", "ASG-5", "ASG-8", "ASG-10", "DEC-30", "DEC-32", "DEC-35"),
  () => {
    let compared = 0;
    const methods = new Set<string>();
    fc.assert(
      fc.property(settings, fc.array(step, { maxLength: 60, size: "max" }), (values, steps) => {
        const { lines, arrivals, book } = happen(values, steps);
        const run = simulate(arrivals, SETTING, { book: () => book });
        expect(run.lines.map(({ line }) => choices(line))).toEqual(lines.map(choices));
        expect(run).toMatchObject({ skipped: 0, overridesRefused: 0, stopped: false });
        compared += lines.length;
        for (const line of lines) methods.add(line.method);
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
    // The histories are long enough to mean something, and have everything in them.
    expect(compared).toBeGreaterThan(4_000);
    expect([...methods].toSorted()).toEqual([
      "CARRY_OVER",
      "EQUALIZING",
      "OVERRIDE",
      "RESUBMISSION",
      "REVERSAL",
      "ROTATION",
      "TRANSFER",
    ]);
  },
);

const refer = (key: string, day: number, more: Partial<ReferralArrival> = {}): ReferralArrival => ({
  kind: "REFERRAL",
  key,
  serviceType: "FSRP",
  on: addDays(START, day),
  at: `${addDays(START, day)}T15:00:00.000Z` as Instant,
  ...more,
});
const givenTo = (arrivals: readonly Arrival[], values: Partial<SettingValues> = {}) =>
  simulate(arrivals, SETTING, { book: () => withSettings(DEFAULTS, values) })
    .lines.map(({ line }) => line.contractor[0])
    .join(" ");

describe("other rules, other ledgers", () => {
  test("the tie rules differ only after an override made at balance 0" + covers("DEC-30"), () => {
    const arrivals = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"].map((key, day) =>
      refer(key, day, key === "R5" ? { override: RIVER } : {}),
    );
    expect(givenTo(arrivals)).toBe("P R P R R P R");
    expect(givenTo(arrivals, { tieBreak: "STARTER_FIRST" })).toBe("P R P R R P P");
    const plain = arrivals.map(({ key }, day) => refer(key, day));
    expect(givenTo(plain)).toBe("P R P R P R P");
    expect(givenTo(plain, { tieBreak: "STARTER_FIRST" })).toBe("P R P R P R P");
  });

  test(
    "outside a shorter window a withdrawn family comes to whose turn it is" + covers("DEC-35"),
    () => {
      const gone = [{ key: "R1", withdrawnOn: addDays(START, 2) }];
      const arrivals: Arrival[] = [
        refer("R1", 0),
        refer("R2", 1),
        {
          kind: "WITHDRAWAL",
          key: "R1",
          on: addDays(START, 2),
          at: `${addDays(START, 2)}T15:00:00.000Z` as Instant,
        },
        refer("R3", 3),
        refer("R4", 12, { withdrawn: gone }),
      ];
      expect(givenTo(arrivals)).toBe("P R P P P");
      expect(givenTo(arrivals, { resubmissionWindowDays: 5 })).toBe("P R P P R");
    },
  );

  test("two orders of turns each begin with the starter" + covers("DEC-32"), () => {
    const arrivals = [
      refer("R1", 0),
      refer("R2", 1, { serviceType: "SAFETY_PLAN" }),
      refer("R3", 2),
    ];
    expect(givenTo(arrivals)).toBe("P R P");
    expect(givenTo(arrivals, { rotationScope: "PER_SERVICE_TYPE" })).toBe("P P R");
  });

  test("an override that the rules refuse leaves the ordinary turn" + covers("ASG-7"), () => {
    const arrivals = [refer("R1", 0), refer("R2", 1, { override: PRAIRIE })];
    const book = () => withSettings(DEFAULTS, { overrideReasonCodes: [] });
    const run = simulate(arrivals, SETTING, { book });
    expect(run).toMatchObject({ overridesRefused: 1, skipped: 0 });
    expect(run.lines.map(({ line }) => line.method)).toEqual(["ROTATION", "ROTATION"]);
  });

  test("it stops when it is told to", () => {
    const arrivals = Array.from({ length: 1_000 }, (_, index) => refer(`R${index}`, 0));
    let asked = 0;
    const run = simulate(arrivals, SETTING, {
      book: () => DEFAULTS,
      goOn: () => (asked += 1) <= 2,
    });
    expect(run).toMatchObject({ stopped: true });
    expect(run.lines).toHaveLength(512);
  });
});

test(
  "corrections and moves at the end of a contract are run again too" +
    covers("ASG-10", "ASG-12", "DEC-42"),
  () => {
    const on = addDays(START, 5);
    const at = (n: number) => `${on}T15:00:00.00${n}Z` as Instant;
    const arrivals: readonly Arrival[] = [
      ...[0, 1, 2, 3].map((day) => refer(`R${day}`, day)),
      { kind: "CORRECTION", key: "R1", contractor: PRAIRIE, counted: true, on, at: at(1) },
      { kind: "MOVE", key: "R2", successor: RIVER, on, at: at(2) },
      { kind: "WITHDRAWAL", key: "R1", on, at: at(3) },
      // Twice, and of a referral that never came: skipped.
      { kind: "WITHDRAWAL", key: "R1", on, at: at(4) },
      { kind: "MOVE", key: "R9", successor: RIVER, on, at: at(5) },
      refer("R5", 6, { safetyPlan: { key: "R2" } }),
    ];
    const run = simulate(arrivals, SETTING, { book: () => DEFAULTS });
    expect(
      run.lines.map(({ line }) => `${line.kind} ${line.contractor} ${line.before} ${line.after}`),
    ).toEqual([
      "ASSIGNMENT Prairie 0 1",
      "ASSIGNMENT River Bend 1 0",
      "ASSIGNMENT Prairie 0 1",
      "ASSIGNMENT River Bend 1 0",
      "CORRECTION Prairie 0 2",
      "MOVE River Bend 2 2",
      "REVERSAL Prairie 2 1",
      // The successor keeps the family that goes on.
      "ASSIGNMENT River Bend 1 1",
    ]);
    expect(run.skipped).toBe(2);
    expect(run.lines.at(-1)?.line).toMatchObject({ method: "CARRY_OVER", refersToSeq: 6 });
    // Standing: R0 and R2 are Prairie's turns, R3 is River Bend's; the carry-over took none.
    expect(summarize(run.lines, 10).turns).toEqual([
      { contractor: PRAIRIE, turns: 2 },
      { contractor: RIVER, turns: 1 },
    ]);
  },
);

describe("what a ledger means", () => {
  const of = (arrivals: readonly Arrival[], points = 100) =>
    summarize(simulate(arrivals, SETTING, { book: () => DEFAULTS }).lines, points);

  test("a lead of three is repaid by three turns (S12)" + covers("ASG-8"), () => {
    const overridden = { override: PRAIRIE };
    const summary = of([
      refer("R1", 0),
      refer("R2", 1, overridden),
      refer("R3", 2, overridden),
      refer("R4", 4),
      refer("R5", 6),
      refer("R6", 8),
      refer("R7", 9),
    ]);
    expect(summary.balance.map((point) => point.balance)).toEqual([1, 2, 3, 2, 1, 0, 1]);
    expect(summary).toMatchObject({
      referrals: 7,
      turns: [
        { contractor: PRAIRIE, turns: 4 },
        { contractor: RIVER, turns: 3 },
      ],
      leads: { count: 1, open: 0, largest: 3 },
      // From R2, which made it, to R6: four more turns of which three repay, seven days.
      repaid: { turns: { median: 4, p90: 4, longest: 4 }, days: { median: 7, p90: 7, longest: 7 } },
      outOfOrder: { count: 2, of: 7 },
    });
  });

  test("without overrides nobody is ever ahead" + covers("ASG-3"), () => {
    const summary = of(Array.from({ length: 30 }, (_, index) => refer(`R${index}`, index)));
    expect(summary.leads).toEqual({ count: 0, open: 0, largest: 0 });
    expect(summary.repaid).toBeUndefined();
  });

  test(
    "a lead that is not repaid stays open; a replaced contractor's lapses" + covers("DEC-36"),
    () => {
      const ahead = [0, 1, 2].map((day) => refer(`R${day}`, day, { override: PRAIRIE }));
      expect(of(ahead).leads).toEqual({ count: 1, open: 1, largest: 3 });
      expect(of([...ahead, refer("R9", 45)])).toMatchObject({
        leads: { count: 1, open: 0, largest: 3 },
        balance: [{ balance: 1 }, { balance: 2 }, { balance: 3 }, { balance: -1 }],
      });
    },
  );

  test(
    "one override moves the referrals after it too: the order goes on from it" +
      covers("ASG-7", "ASG-8"),
    () => {
      const arrivals = [0, 1, 2, 3, 4, 5].map((day) =>
        refer(`R${day}`, day, day === 2 ? { override: RIVER } : {}),
      );
      const run = (all: readonly Arrival[]) =>
        simulate(all, SETTING, { book: () => DEFAULTS }).lines;
      // P R [R] P R P against P R P R P R.
      expect(
        givenOtherwise(
          run(arrivals),
          run(arrivals.map((one, day) => (day === 2 ? refer("R2", 2) : one))),
        ),
      ).toEqual({ count: 4, of: 6 });
      expect(givenOtherwise(run(arrivals), run(arrivals))).toEqual({ count: 0, of: 6 });
      expect(givenOtherwise(run(arrivals), run(arrivals.slice(0, 2)))).toEqual({ count: 0, of: 2 });
    },
  );

  test(
    "the balance is told from the newest pair's side, whatever the positions were" +
      covers("DEC-36"),
    () => {
      const later = addDays(START, 10);
      const end = plainDate("2030-12-31");
      const renewed: RotationSetting = {
        area: AREA,
        contracts: [
          term("c1", PRAIRIE, 1, START, addDays(later, -1)),
          term("c2", RIVER, 2, START, addDays(later, -1)),
          term("c3", PRAIRIE, 2, later, end),
          term("c4", RIVER, 1, later, end),
        ],
        // River Bend begins though Prairie has the first position.
        starters: [{ contractId: "c2" as ContractId }],
      };
      const arrivals = [
        refer("R1", 0),
        refer("R2", 1, { override: RIVER }),
        refer("R3", 11, { override: RIVER }),
        refer("R4", 12),
      ];
      const summary = summarize(simulate(arrivals, renewed, { book: () => DEFAULTS }).lines, 10);
      expect(summary.pair).toEqual([RIVER, PRAIRIE]);
      expect(summary.balance.map((point) => point.balance)).toEqual([1, 2, 3, 2]);
      expect(summary.turns).toEqual([
        { contractor: RIVER, turns: 3 },
        { contractor: PRAIRIE, turns: 1 },
      ]);
      expect(summary.leads).toEqual({ count: 1, open: 1, largest: 3 });
    },
  );

  test("few points still show the peak", () => {
    const arrivals = Array.from({ length: 400 }, (_, index) =>
      refer(`R${index}`, 0, index >= 200 && index < 205 ? { override: PRAIRIE } : {}),
    );
    const { balance, leads } = of(arrivals, 20);
    expect(balance.length).toBeLessThanOrEqual(20);
    expect(Math.max(...balance.map((point) => point.balance))).toBe(leads.largest);
  });
});

describe("generated arrivals", () => {
  const model = {
    days: 200,
    perDay: 3,
    safetyPlanShare: 0.3,
    overrideShare: 0.05,
    overrideLean: 1,
    withdrawalShare: 0.03,
    limit: 5_000,
  };
  const run = (seed: number) =>
    simulate(generateArrivals(model, seededRandom(seed)), GENERATED_SETTING, {
      book: () => DEFAULTS,
    });

  test("the same seed gives the same stream, another seed another one", () => {
    expect(run(1)).toEqual(run(1));
    expect(run(1).lines).not.toEqual(run(2).lines);
  });

  test(
    "they have what was asked for, and the balance stays small all the same" + covers("ASG-8"),
    () => {
      const { lines, skipped, overridesRefused } = run(7);
      expect([skipped, overridesRefused]).toEqual([0, 0]);
      const share = (method: string) =>
        lines.filter(({ line }) => line.method === method).length / lines.length;
      expect(share("OVERRIDE")).toBeGreaterThan(0.02);
      for (const method of ["CARRY_OVER", "REVERSAL", "RESUBMISSION"])
        expect(share(method), method).toBeGreaterThan(0);
      expect(
        lines.every(
          ({ line }) => line.method !== "OVERRIDE" || line.contractor === GENERATED_PAIR[0],
        ),
      ).toBe(true);
      const { turns } = summarize(lines, 10);
      expect(Math.abs((turns[0]?.turns ?? 0) - (turns[1]?.turns ?? 0))).toBeLessThan(10);
    },
  );

  test("overrides drawn anew come at the share asked for, and leave transfers alone", () => {
    const arrivals = Array.from({ length: 4_000 }, (_, index) =>
      refer(`R${index}`, 0, index % 10 === 0 ? { transfer: true } : { override: RIVER }),
    );
    const drawn = withOverrides(
      arrivals,
      [PRAIRIE, RIVER],
      { share: 0.1, lean: 0.25 },
      seededRandom(3),
    );
    const asked = drawn.flatMap((one) =>
      one.kind === "REFERRAL" && one.override ? [one.override] : [],
    );
    expect(asked.length / 3_600).toBeCloseTo(0.1, 1);
    expect(asked.filter((one) => one === PRAIRIE).length / asked.length).toBeCloseTo(0.25, 1);
    expect(drawn.some((one) => one.kind === "REFERRAL" && one.transfer && one.override)).toBe(
      false,
    );
  });

  test("how fast it is", () => {
    const arrivals = generateArrivals({ ...model, days: 4_000, limit: 20_000 }, seededRandom(1));
    const begun = performance.now();
    const { lines } = simulate(arrivals, GENERATED_SETTING, { book: () => DEFAULTS });
    const seconds = (performance.now() - begun) / 1000;
    console.info(`simulated ${Math.round(lines.length / seconds)} ledger lines a second`);
    expect(lines.length).toBeGreaterThan(5_000);
  });
});
