import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import type { SettingValues } from "../policy/settings.ts";
import { covers } from "../testing/covers.ts";
import { correctTurn, reverse } from "./amend.ts";
import { assign, type AssignmentDecision } from "./assign.ts";
import { chainLine, GENESIS_HASH } from "./chain.ts";
import { withoutLine } from "./counterfactual.ts";
import { explainLine } from "./explain-line.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { emptyRotation, type RotationEpoch, rotationRulesOn } from "./rotation.ts";
import { standingTurns } from "./standing.ts";
import type { Result } from "../kernel/result.ts";

const AREA = "Ames" as ContractAreaId;
const START = plainDate("2026-11-23");
const NAMES = ["Prairie", "River Bend", "Kirkwood"] as const;

type Settings = Partial<
  Pick<SettingValues, "tieBreak" | "carryBalanceOnRenewalOfSamePair" | "rotationScope">
>;

/** What happens to an area, told without saying who gets what. Numbers point to earlier referrals. */
type Event =
  | { readonly do: "refer"; readonly safety: boolean; readonly target?: number }
  | { readonly do: "again"; readonly which: number }
  | { readonly do: "convert"; readonly which: number }
  | { readonly do: "withdraw"; readonly which: number }
  | {
      readonly do: "correct";
      readonly which: number;
      readonly to: number;
      readonly counted: boolean;
    }
  | { readonly do: "contracts"; readonly swap: boolean; readonly newcomer: boolean };

/**
 * The whole history by the existing rules. `without` is the event whose override nobody asks for; a correction that was
 * refused when it really happened left no line and does not happen anew.
 */
function run(
  events: readonly Event[],
  settings: Settings,
  without?: number,
  happened?: ReadonlySet<number>,
) {
  const book = withSettings(defaultPolicyBook("IA_FSRP"), settings);
  const lines: LedgerLine[] = [];
  const epochs: RotationEpoch[] = [];
  const contracts: ContractTerm[] = [];
  const starters: ContractId[] = [];
  /** Referrals in order: event, line, whether it was withdrawn, and in which contracts. */
  const given: { event: number; line: LedgerLine; withdrawn: boolean; era: number }[] = [];
  const corrections = new Set<number>();
  let pair: readonly string[] = [];
  let head = emptyRotation(AREA);
  let today = START;
  let era = 0;

  const keep = (result: Result<AssignmentDecision>): LedgerLine | undefined => {
    if (!result.ok) return undefined;
    const line = chainLine(result.value.line, GENESIS_HASH, () => GENESIS_HASH);
    lines.push(line);
    epochs.push(...result.value.begun);
    head = result.value.head;
    return line;
  };
  const begin = (names: readonly string[]): void => {
    for (const [at, one] of contracts.entries())
      if (one.to > today) contracts[at] = { ...one, to: addDays(today, -1) };
    era += 1;
    pair = names;
    for (const [at, name] of names.entries())
      contracts.push({
        id: `${era} ${name}` as ContractId,
        organizationId: name as OrganizationId,
        position: (at + 1) as 1 | 2,
        from: today,
        to: plainDate("2099-12-31"),
        subcontractors: [],
      });
    starters.push(`${era} ${names[0]}` as ContractId);
  };
  begin(["Prairie", "River Bend"]);

  for (const [at, event] of events.entries()) {
    const moment = instant(`${today}T15:00:00Z`);
    const open = given.filter((one) => !one.withdrawn);
    const chosen = "which" in event ? open[event.which % Math.max(1, open.length)] : undefined;
    if (event.do === "contracts") {
      today = addDays(today, 40);
      const [first, second] = pair as [string, string];
      const third = NAMES.find((name) => !pair.includes(name)) as string;
      const next = event.newcomer ? [first, third] : [first, second];
      begin(event.swap ? next.toReversed() : next);
    } else if (event.do === "withdraw" || event.do === "correct") {
      if (chosen === undefined) continue;
      const amendment = { line: chosen.line, serviceType: "FSRP", on: today, at: moment } as const;
      const facts = {
        contracts,
        starters,
        standing: standingTurns(lines, chosen.line),
        reversed: false,
      };
      if (event.do === "withdraw") {
        keep(reverse(head, amendment, facts, book));
        chosen.withdrawn = true;
      } else if (happened?.has(at) !== false) {
        const corrected = keep(
          correctTurn(
            head,
            {
              ...amendment,
              contractor: pair[event.to % 2] as OrganizationId,
              counted: event.counted,
            },
            facts,
            book,
          ),
        );
        if (corrected !== undefined) corrections.add(at);
      }
    } else {
      // A referral that comes again or is converted is one of the present contracts: later ones forget it.
      const earlier = given.filter(
        (one) => one.era === era && one.withdrawn === (event.do === "again"),
      );
      const from =
        event.do === "refer" ? undefined : earlier[event.which % Math.max(1, earlier.length)];
      if (event.do !== "refer" && from === undefined) continue;
      const target =
        event.do === "refer" && event.target !== undefined && at !== without
          ? (pair[event.target % 2] as OrganizationId)
          : undefined;
      const line = keep(
        assign(
          head,
          {
            referralKey: `R${at}`,
            serviceType: event.do === "refer" && event.safety ? "SAFETY_PLAN" : "FSRP",
            submittedOn: today,
            at: moment,
            ...(target && {
              override: {
                target,
                priorService: [{ organizationId: target, from: START }],
                believedBeneficialBy: ["FAMILY"],
                reason: "CONTINUITY",
                requestedBy: "worker" as StaffId,
              },
            }),
          },
          {
            contracts,
            starters,
            ...(event.do === "convert" && {
              safetyPlan: {
                contractor: from?.line.contractor as OrganizationId,
                seq: from?.line.seq as number,
              },
            }),
            ...(event.do === "again" && {
              withdrawn: [
                {
                  contractor: from?.line.contractor as OrganizationId,
                  seq: from?.line.seq as number,
                  withdrawnOn: today,
                  method: "ROTATION",
                },
              ],
            }),
          },
          book,
        ),
      );
      if (line === undefined) throw new Error("a turn was refused");
      given.push({ event: at, line, withdrawn: false, era });
    }
  }
  return { lines, epochs, given, corrections, rules: () => rotationRulesOn(book, START) };
}

const refer = (target?: number): Event => ({
  do: "refer",
  safety: false,
  ...(target !== undefined && { target }),
});
const options = ({ epochs, rules }: ReturnType<typeof run>) => ({ area: AREA, epochs, rules });

const which = fc.nat(20);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("refer" as const), safety: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("refer" as const),
      safety: fc.boolean(),
      target: fc.nat(1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("withdraw" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("again" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("convert" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("correct" as const),
      which,
      to: fc.nat(1),
      counted: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("contracts" as const),
      swap: fc.boolean(),
      newcomer: fc.boolean(),
    }),
  },
);
const settingsOf = fc.record({
  tieBreak: fc.constantFrom("ALTERNATE_FROM_LAST" as const, "STARTER_FIRST" as const),
  carryBalanceOnRenewalOfSamePair: fc.boolean(),
  rotationScope: fc.constantFrom("COMBINED" as const, "PER_SERVICE_TYPE" as const),
});

test(
  "without an override the referrals go as a rerun of the whole history without it" +
    covers("ASG-7", "ASG-8", "DEC-30"),
  () => {
    let changed = 0;
    fc.assert(
      fc.property(
        settingsOf,
        fc.array(event, { maxLength: 40 }),
        which,
        (settings, events, pick) => {
          const real = run(events, settings);
          const overrides = real.given.filter((one) => one.line.method === "OVERRIDE");
          const taken = overrides[pick % Math.max(1, overrides.length)];
          if (taken === undefined) return;
          const rerun = run(events, settings, taken.event, real.corrections);
          const found = withoutLine(real.lines, taken.line.seq, options(real));
          const later = (course: typeof real) =>
            course.given
              .filter((one) => one.event > taken.event)
              .map((one) => [one.event, one.line.contractor]);
          expect(found?.instead).toBe(
            rerun.given.find((one) => one.event === taken.event)?.line.contractor,
          );
          const eventOf = new Map(real.given.map((one) => [one.line.seq, one.event]));
          expect(found?.after.map((one) => [eventOf.get(one.seq), one.instead])).toEqual(
            later(rerun),
          );
          expect(found?.after.map((one) => [eventOf.get(one.seq), one.given])).toEqual(later(real));
          if (found?.after.some((one) => one.given !== one.instead)) changed += 1;

          // The lines of its epoch alone say the same about that epoch.
          const epoch = real.lines.filter((line) => line.epoch === taken.line.epoch);
          const alone = withoutLine(epoch, taken.line.seq, options(real));
          expect(alone?.after).toEqual(found?.after.slice(0, alone?.after.length));
        },
      ),
      { numRuns: 2_000, seed: 38 },
    );
    // An override that changes nothing later proves nothing.
    expect(changed).toBeGreaterThan(200);
  },
);

test(
  "a lead of an override is why the next two turns went to the other contractor" + covers("ASG-7"),
  () => {
    // Prairie, River Bend, Prairie, [Prairie], then River Bend twice.
    const course = run([refer(), refer(), refer(), refer(0), refer(), refer(), refer()], {
      tieBreak: "ALTERNATE_FROM_LAST",
    });
    const found = withoutLine(course.lines, 4, options(course));
    expect(found).toMatchObject({ seq: 4, given: "Prairie", instead: "River Bend" });
    expect(found?.after.map((one) => [one.seq, one.given, one.instead])).toEqual([
      [5, "River Bend", "Prairie"],
      [6, "River Bend", "River Bend"],
      [7, "Prairie", "Prairie"],
    ]);
  },
);

test("only an override can be taken out", () => {
  const course = run([refer(), refer(1)], {});
  expect(withoutLine(course.lines, 1, options(course))).toBeUndefined();
  expect(withoutLine(course.lines, 3, options(course))).toBeUndefined();
  // It asked for the contractor whose turn it was.
  expect(withoutLine(course.lines, 2, options(course))).toMatchObject({
    given: "River Bend",
    instead: "River Bend",
  });
});

test(
  "a line explains itself by the counts, whose turn it was, and what the override before it changed" +
    covers("ASG-3", "ASG-7", "ASG-8"),
  () => {
    const course = run([refer(), refer(), refer(), refer(0), refer(), refer(), refer()], {});
    const fifth = explainLine(course.lines, 5, options(course));
    expect(fifth).toMatchObject({
      contractor: "River Bend",
      method: "EQUALIZING",
      ledger: {
        pool: [
          { contractor: "Prairie", before: 3, after: 3 },
          { contractor: "River Bend", before: 1, after: 2 },
        ],
        turnOf: "River Bend",
        because: "BEHIND",
        repaid: { lead: 2, left: 1 },
      },
      without: [
        {
          override: { seq: 4, given: "Prairie", instead: "River Bend" },
          line: { seq: 5, given: "River Bend", instead: "Prairie" },
          next: { seq: 5, given: "River Bend", instead: "Prairie" },
        },
      ],
    });
    // The override itself names the turn that follows; an ordinary turn before it has nothing to say.
    expect(explainLine(course.lines, 4, options(course))?.without).toMatchObject([
      { override: { seq: 4 }, next: { seq: 5, instead: "Prairie" } },
    ]);
    expect(explainLine(course.lines, 4, options(course))?.without[0]).not.toHaveProperty("line");
    expect(explainLine(course.lines, 3, options(course))?.without).toEqual([]);
    expect(explainLine(course.lines, 99, options(course))).toBeUndefined();
  },
);

test(
  "a line that takes a turn back or corrects one says so, with the counts after it" +
    covers("ASG-10"),
  () => {
    const course = run(
      [
        refer(),
        refer(),
        { do: "withdraw", which: 1 },
        refer(),
        { do: "correct", which: 0, to: 1, counted: true },
      ],
      {},
    );
    expect(explainLine(course.lines, 3, options(course))).toMatchObject({
      parts: [{ code: "ASSIGNED_REVERSAL", params: { refersToSeq: 2 } }, { code: "NOT_COUNTED" }],
      ledger: {
        pool: [
          { before: 1, after: 1 },
          { before: 1, after: 0 },
        ],
      },
    });
    expect(explainLine(course.lines, 5, options(course))).toMatchObject({
      parts: [{ code: "TURN_CORRECTED", params: { refersToSeq: 1 } }],
      ledger: {
        pool: [
          { before: 1, after: 0 },
          { before: 1, after: 2 },
        ],
      },
    });
  },
);
