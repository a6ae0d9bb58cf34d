import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { addDays, daysBetween, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import type { SettingValues } from "../policy/settings.ts";
import { covers } from "../testing/covers.ts";
import { reverse } from "./amend.ts";
import { assign, type AssignmentRequest } from "./assign.ts";
import { chainLine, GENESIS_HASH } from "./chain.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { replay } from "./replay.ts";
import { emptyRotation, type RotationEpoch, rotationRulesOn } from "./rotation.ts";
import { standingTurns } from "./standing.ts";

// A second, slow and plain telling of DEC-30 to DEC-42, written from the register and sharing nothing with the rotation:
// it keeps every turn ever given and counts them anew each time.

type Service = "FSRP" | "SAFETY_PLAN";
type Settings = Pick<
  SettingValues,
  | "tieBreak"
  | "rotationScope"
  | "carryBalanceOnRenewalOfSamePair"
  | "allowSingleContractor"
  | "transferCounts"
  | "resubmissionWindowDays"
  | "safetyPlanCarryOverRefusesOverride"
>;
interface Given {
  family: string;
  key: string;
  service: Service;
  contractor: string;
  method: string;
  counted: boolean;
  standing: boolean;
  era: number;
  lane: string;
  effective: PlainDate;
  withdrawn?: PlainDate;
  closed?: PlainDate;
}
interface Era {
  first: string;
  second: string;
  starter: string;
  /** Lane -> lead of the first contractor that the era began with, and who had the last turn before. */
  lead: Record<string, number>;
  before: Record<string, string>;
  newest?: string;
}

class Naive {
  readonly turns: Given[] = [];
  readonly eras: Era[] = [];
  active: string[] = [];

  readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  lane(service: Service): string {
    return this.settings.rotationScope === "COMBINED" ? "BOTH" : service;
  }
  standing(lane: string): Given[] {
    return this.turns.filter(
      (t) => t.era === this.eras.length && t.lane === lane && t.standing && t.counted,
    );
  }
  lead(lane: string): number {
    const era = this.eras.at(-1);
    if (!era) return 0;
    const counted = this.standing(lane);
    const of = (who: string) => counted.filter((t) => t.contractor === who).length;
    return (era.lead[lane] ?? 0) + of(era.first) - of(era.second);
  }
  last(lane: string): string | undefined {
    return this.standing(lane).at(-1)?.contractor ?? this.eras.at(-1)?.before[lane];
  }
  next(lane: string): string {
    const era = this.eras.at(-1) as Era;
    const lead = this.lead(lane);
    if (lead > 0) return era.second;
    if (lead < 0) return era.first;
    const last = this.last(lane);
    if (last === undefined || this.settings.tieBreak === "STARTER_FIRST") return era.starter;
    return last === era.first ? era.second : era.first;
  }

  begin(first: string, second: string, named: string): void {
    const old = this.eras.at(-1);
    this.active = [first, second];
    const lanes = ["BOTH", "FSRP", "SAFETY_PLAN"];
    if (old && [old.first, old.second].toSorted().join() === [first, second].toSorted().join()) {
      const lead: Record<string, number> = {};
      const before: Record<string, string> = {};
      for (const lane of lanes) {
        const carried = this.lead(lane) * (old.first === first ? 1 : -1);
        lead[lane] = this.settings.carryBalanceOnRenewalOfSamePair ? carried : 0;
        const last = this.last(lane);
        if (last) before[lane] = last;
      }
      const newest = this.newest();
      const starter =
        this.settings.carryBalanceOnRenewalOfSamePair || !newest
          ? old.starter
          : newest === first
            ? second
            : first;
      this.eras.push({ first, second, starter, lead, before, ...(newest && { newest }) });
      return;
    }
    const stays = old ? [first, second].filter((x) => x === old.first || x === old.second) : [];
    const newest = this.newest();
    let starter = named;
    if (stays.length === 1 && newest !== undefined) {
      const arrives = stays[0] === first ? second : first;
      starter = newest === stays[0] ? arrives : (stays[0] as string);
    }
    this.eras.push({ first, second, starter, lead: {}, before: {} });
  }
  /** Who had the last standing counted turn of the era, or what the era went on from. */
  newest(): string | undefined {
    const here = this.turns.filter((t) => t.era === this.eras.length && t.standing && t.counted);
    return here.at(-1)?.contractor ?? this.eras.at(-1)?.newest;
  }

  refer(
    family: string,
    key: string,
    service: Service,
    today: PlainDate,
    effective: PlainDate,
    asked?: Asked,
    transfer = false,
  ) {
    const { settings } = this;
    const lane = this.lane(service);
    const mine = this.turns.filter((t) => t.family === family);
    const plan = mine.findLast((t) => t.service === "SAFETY_PLAN" && t.standing);
    const reversed = mine
      .filter((t) => t.withdrawn !== undefined && !t.standing)
      .filter(
        (t) => daysBetween(t.withdrawn as PlainDate, today) <= settings.resubmissionWindowDays,
      )
      .filter((t) => this.active.includes(t.contractor))
      // The newest withdrawal; of one day the later turn.
      .toSorted(
        (a, b) =>
          daysBetween(b.withdrawn as PlainDate, a.withdrawn as PlainDate) ||
          this.turns.indexOf(a) - this.turns.indexOf(b),
      )
      .at(-1);
    let keeper: string | undefined;
    if (service === "FSRP") {
      if (plan && (plan.closed === undefined || today <= plan.closed)) keeper = plan.contractor;
      else if (reversed?.method === "CARRY_OVER") keeper = reversed.contractor;
      if (keeper && !this.active.includes(keeper)) keeper = undefined;
    }
    const no = new Set<string>();
    if (!keeper && this.active.length === 0) no.add("NO_ACTIVE_CONTRACTOR");
    if (!keeper && this.active.length === 1 && !settings.allowSingleContractor)
      no.add("AREA_NEEDS_TWO_CONTRACTORS");
    const elsewhere = asked && asked.target !== keeper ? asked : undefined;
    if (elsewhere) {
      if (keeper && settings.safetyPlanCarryOverRefusesOverride)
        no.add("SAFETY_PLAN_CONTRACTOR_RETAINED");
      if (!this.active.includes(elsewhere.target)) no.add("OVERRIDE_TARGET_NOT_ACTIVE");
      if (!elsewhere.served) no.add("OVERRIDE_NO_PRIOR_SERVICE");
      if (!elsewhere.believed) no.add("OVERRIDE_BELIEF_REQUIRED");
      if (!elsewhere.reason) no.add("OVERRIDE_REASON_REQUIRED");
    }
    if (no.size > 0) return { no: [...no].toSorted() };

    const before = this.lead(lane);
    const last = this.last(lane);
    let contractor: string;
    let method: string;
    let counted = true;
    let outOfOrder = false;
    if (keeper && !elsewhere) [contractor, method, counted] = [keeper, "CARRY_OVER", false];
    else if (this.active.length === 1)
      [contractor, method, counted] = [this.active[0] as string, "FORCED", false];
    else {
      const due = this.next(lane);
      if (elsewhere)
        [contractor, method, outOfOrder] = [elsewhere.target, "OVERRIDE", elsewhere.target !== due];
      else if (reversed)
        [contractor, method, outOfOrder] = [
          reversed.contractor,
          "RESUBMISSION",
          reversed.contractor !== due,
        ];
      else if (transfer) [contractor, method, counted] = [due, "TRANSFER", settings.transferCounts];
      else
        [contractor, method] = [
          due,
          before >= 2 || before <= -2 || due === last ? "EQUALIZING" : "ROTATION",
        ];
    }
    this.turns.push({
      family,
      key,
      service,
      contractor,
      method,
      counted,
      standing: true,
      era: this.eras.length,
      lane,
      effective,
    });
    return { contractor, method, counted, outOfOrder, before, after: this.lead(lane) };
  }

  withdraw(turn: Given, today: PlainDate) {
    const lane = turn.era === this.eras.length ? turn.lane : this.lane(turn.service);
    const before = this.lead(lane);
    turn.withdrawn = today;
    turn.standing = false;
    return {
      contractor: turn.contractor,
      method: "REVERSAL",
      counted: false,
      outOfOrder: false,
      before,
      after: this.lead(lane),
    };
  }
}
interface Asked {
  target: string;
  served: boolean;
  believed: boolean;
  reason: boolean;
}

const NAMES = ["Prairie", "River Bend", "Kirkwood"] as const;
const event = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant("refer" as const),
      family: fc.nat(12),
      safety: fc.boolean(),
      wait: fc.nat(3),
      lead: fc.nat(6),
      transfer: fc.integer({ min: 0, max: 9 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("override" as const),
      family: fc.nat(12),
      safety: fc.boolean(),
      target: fc.nat(2),
      proof: fc.integer({ min: 0, max: 15 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("withdraw" as const),
      which: fc.nat(30),
      wait: fc.nat(4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), which: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("contracts" as const),
      pair: fc.subarray([0, 1, 2], { minLength: 0, maxLength: 2 }),
      swap: fc.boolean(),
      named: fc.boolean(),
      wait: fc.integer({ min: 1, max: 40 }),
    }),
  },
);
const settingsOf = fc.record<Settings>({
  tieBreak: fc.constantFrom("ALTERNATE_FROM_LAST", "STARTER_FIRST"),
  rotationScope: fc.constantFrom("COMBINED", "PER_SERVICE_TYPE"),
  carryBalanceOnRenewalOfSamePair: fc.boolean(),
  allowSingleContractor: fc.boolean(),
  transferCounts: fc.boolean(),
  resubmissionWindowDays: fc.constantFrom(0, 3, 30),
  safetyPlanCarryOverRefusesOverride: fc.boolean(),
});

const AREA = "Ames" as ContractAreaId;
const START = plainDate("2026-11-23");
const FOREVER = plainDate("2099-12-31");

/** The rotation itself, driven by the same events as the model. */
class Real {
  head = emptyRotation(AREA);
  lines: LedgerLine[] = [];
  epochs: RotationEpoch[] = [];
  contracts: ContractTerm[] = [];
  starters: ContractId[] = [];
  readonly book;
  #serial = 0;

  constructor(settings: Settings) {
    this.book = withSettings(defaultPolicyBook("IA_FSRP"), settings);
  }
  begin(pair: readonly string[], named: string | undefined, from: PlainDate): void {
    this.contracts = this.contracts
      .map((one) => (one.to === FOREVER ? { ...one, to: addDays(from, -1) } : one))
      .filter((one) => one.from <= one.to);
    pair.forEach((name, index) => {
      const id = `c${(this.#serial += 1)}` as ContractId;
      if (name === named) this.starters.push(id);
      this.contracts.push({
        id,
        organizationId: name as OrganizationId,
        position: index === 0 ? 1 : 2,
        from,
        to: FOREVER,
        subcontractors: [],
      });
    });
  }
  keep(result: ReturnType<typeof assign>) {
    if (!result.ok) return { no: result.refusals.map((one) => one.code).toSorted() };
    const { line, begun, head } = result.value;
    this.lines.push(chainLine(line, this.lines.at(-1)?.hash ?? GENESIS_HASH, () => GENESIS_HASH));
    this.epochs.push(...begun);
    this.head = head;
    const { contractor, method, before, after } = line;
    return {
      contractor,
      method,
      counted: line.counted === 1,
      outOfOrder: line.outOfOrder === 1,
      before,
      after,
    };
  }
}

const play = (
  settings: Settings,
  events: readonly (typeof event extends fc.Arbitrary<infer E> ? E : never)[],
) => {
  const model = new Naive(settings);
  const real = new Real(settings);
  let today = START;
  let serial = 0;
  model.begin("Prairie", "River Bend", "Prairie");
  real.begin(["Prairie", "River Bend"], "Prairie", START);
  for (const step of events) {
    if ("wait" in step) today = addDays(today, step.wait);
    if (step.do === "contracts") {
      const pair = step.pair.map((i) => NAMES[i] as string);
      if (step.swap) pair.reverse();
      const [first, second] = pair;
      const named = step.named ? second : first;
      real.begin(pair, named, today);
      if (first !== undefined && second !== undefined && named !== undefined)
        model.begin(first, second, named);
      else model.active = pair;
    } else if (step.do === "close") {
      const open = model.turns.filter(
        (t) => t.service === "SAFETY_PLAN" && t.standing && !t.closed,
      );
      const turn = open[step.which % Math.max(1, open.length)];
      if (turn) turn.closed = today;
    } else if (step.do === "withdraw") {
      const open = model.turns.filter((t) => t.standing && !t.closed && t.effective > today);
      const turn = open[step.which % Math.max(1, open.length)];
      if (!turn) continue;
      const line = real.lines.find(
        (one) => one.referralKey === turn.key && one.kind === "ASSIGNMENT",
      ) as LedgerLine;
      const facts = {
        contracts: real.contracts,
        starters: real.starters,
        standing: standingTurns(real.lines, line),
        reversed: false,
      };
      const amendment = {
        line,
        serviceType: turn.service,
        on: today,
        at: instant(`${today}T15:00:00Z`),
      };
      expect(real.keep(reverse(real.head, amendment, facts, real.book))).toEqual(
        model.withdraw(turn, today),
      );
    } else {
      const family = `K-${step.family}`;
      const key = `R${(serial += 1)}`;
      const service: Service = step.safety ? "SAFETY_PLAN" : "FSRP";
      const effective = addDays(today, step.do === "refer" ? step.lead : 2);
      const target = step.do === "override" ? (NAMES[step.target] as string) : "";
      // Three in four overrides are fully proven.
      const proof = step.do === "override" ? (step.proof < 8 ? step.proof : 7) : 0;
      const asked =
        step.do === "override"
          ? { target, served: (proof & 1) > 0, believed: (proof & 2) > 0, reason: (proof & 4) > 0 }
          : undefined;
      const transfer = step.do === "refer" && step.transfer === 0;
      const mine = model.turns.filter((t) => t.family === family);
      const plan = mine.findLast((t) => t.service === "SAFETY_PLAN" && t.standing);
      const seqOf = (turn: Given) =>
        real.lines.find((one) => one.referralKey === turn.key)?.seq ?? 0;
      const request: AssignmentRequest = {
        referralKey: key,
        serviceType: service,
        submittedOn: today,
        at: instant(`${today}T15:00:00Z`),
        ...(transfer && { transfer }),
        ...(asked && {
          override: {
            target: target as OrganizationId,
            priorService: asked.served
              ? [{ organizationId: target as OrganizationId, from: plainDate("2025-01-01") }]
              : [],
            believedBeneficialBy: asked.believed ? ["FAMILY" as const] : [],
            ...(asked.reason && { reason: "CONTINUITY" }),
            requestedBy: "worker" as StaffId,
          },
        }),
      };
      const facts = {
        contracts: real.contracts,
        starters: real.starters,
        ...(plan && {
          safetyPlan: {
            contractor: plan.contractor as OrganizationId,
            seq: seqOf(plan),
            ...(plan.closed && { closedOn: plan.closed }),
          },
        }),
        withdrawn: mine
          .filter((t) => t.withdrawn !== undefined && !t.standing)
          .map((t) => ({
            contractor: t.contractor as OrganizationId,
            seq: seqOf(t),
            withdrawnOn: t.withdrawn as PlainDate,
            method: t.method as LedgerLine["method"],
          })),
      };
      const expected = model.refer(family, key, service, today, effective, asked, transfer);
      expect(real.keep(assign(real.head, request, facts, real.book))).toEqual(expected);
    }
  }
  return real;
};

/** `npm run measure -- model` asks for 100,000. */
const SEQUENCES = Number(process.env["KINWARD_MODEL_SEQUENCES"] ?? 2_000);

test(
  "an independent model of the register gives the same ledger, line by line, and replay gives it again" +
    covers(
      "ASG-3",
      "ASG-5",
      "ASG-6",
      "ASG-7",
      "ASG-8",
      "ASG-10",
      "ASG-11",
      "ASG-12",
      "DEC-30",
      "DEC-31",
      "DEC-32",
      "DEC-33",
      "DEC-34",
      "DEC-35",
      "DEC-36",
      "DEC-37",
      "DEC-38",
      "DEC-40",
      "DEC-42",
    ),
  () => {
    let lines = 0;
    fc.assert(
      fc.property(
        settingsOf,
        fc.array(event, { minLength: 1, maxLength: 60, size: "max" }),
        (settings, events) => {
          const real = play(settings, events);
          lines += real.lines.length;
          const verdict = replay(real.lines, {
            area: AREA,
            epochs: real.epochs,
            rules: () => rotationRulesOn(real.book, START),
          });
          expect(verdict).toMatchObject({ ok: true });
          if (!verdict.ok) return;
          expect(verdict.head.lanes).toEqual(real.head.lanes);
          expect(verdict.head.seq).toBe(real.head.seq);
        },
      ),
      { numRuns: SEQUENCES, seed: 20_261_123 },
    );
    // The sequences are long enough to mean something.
    expect(lines).toBeGreaterThan(7 * SEQUENCES);
    if (SEQUENCES > 2_000) console.log(`${SEQUENCES} sequences, ${lines} lines: no difference`);
  },
  3_600_000,
);
