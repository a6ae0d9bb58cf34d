import { describe, expect, test } from "vitest";
import type { Arrival, ReferralArrival, RotationSetting } from "../assignment/arrivals.ts";
import type { Step } from "../assignment/course.ts";
import { seededRandom } from "../assignment/arrivals-random.ts";
import { simulate } from "../assignment/simulate.ts";
import { walkLedger } from "../assignment/course.ts";
import { assign } from "../assignment/assign.ts";
import { emptyRotation, type RotationEpoch, rotationRulesOn } from "../assignment/rotation.ts";
import type { ContractAreaId, ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { type Instant, instant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import { covers } from "../testing/covers.ts";
import { HELD_MINUTES, judgeSubmissions } from "./held.ts";
import { reportPeriod, reportYears } from "./period.ts";
import { chanceOfOtherContractor, judgeReentry, type Reentry } from "./reentries.ts";

const A = "A" as OrganizationId;
const B = "B" as OrganizationId;
const BOOK = defaultPolicyBook("IA_FSRP");
const DAY = plainDate("2026-11-23");

describe("withdrawn and referred again", () => {
  const reentry = (over: Partial<Reentry>): Reentry => ({
    seq: 1,
    withdrawnOn: plainDate("2026-11-02"),
    againSeq: 5,
    againOn: plainDate("2026-12-02"),
    from: A,
    to: B,
    method: "ROTATION",
    ...over,
  });
  test.each([
    ["SAME", { to: A }],
    ["CHANGED_INSIDE_WINDOW", {}],
    ["CHANGED_AFTER_WINDOW", { againOn: plainDate("2026-12-03") }],
    ["CHANGED_BY_OVERRIDE", { method: "OVERRIDE" }],
  ] as const)("%s; day 30 is still inside" + covers("ASG-10", "DEC-35"), (kind, over) =>
    expect(judgeReentry(reentry(over), 30).kind).toBe(kind),
  );
});

const at = (hour: number, minute = 0): Instant =>
  instant(`2026-11-23T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`);
const SETTING: RotationSetting = {
  area: "Ames" as ContractAreaId,
  contracts: [A, B].map((organizationId, index) => ({
    id: `c${index}` as ContractId,
    organizationId,
    position: index === 0 ? 1 : 2,
    from: DAY,
    to: plainDate("2028-01-01"),
    subcontractors: [],
  })),
  starters: ["c0" as ContractId].map((contractId) => ({ contractId })),
};
const refer = (key: string, when: Instant, over: Partial<ReferralArrival> = {}): Arrival => ({
  kind: "REFERRAL",
  key,
  serviceType: "FSRP",
  on: DAY,
  at: when,
  ...over,
});
/** The ledger of some arrivals, walked. */
const stepsOf = (arrivals: readonly Arrival[]): readonly Step[] => {
  const lines = simulate(arrivals, SETTING, { book: () => BOOK }).lines.map(({ line }) => ({
    ...line,
    prev: "",
    hash: "",
  }));
  const first = assign(
    emptyRotation(SETTING.area),
    { referralKey: "x", serviceType: "FSRP", submittedOn: DAY, at: at(9) },
    { contracts: SETTING.contracts, starters: ["c0" as ContractId] },
    BOOK,
  );
  const epochs: readonly RotationEpoch[] = first.ok ? first.value.begun : [];
  return [
    ...walkLedger(lines, { area: SETTING.area, epochs, rules: () => rotationRulesOn(BOOK, DAY) }),
  ];
};

describe("held back until the turn changed", () => {
  // Turns: A, B, A, and the fourth to B.
  const steps = stepsOf([
    refer("R1", at(9)),
    refer("R2", at(10)),
    refer("R3", at(13)),
    refer("R4", at(13, 30)),
  ]);
  const judge = (readyAt: Instant, seq = 4, submittedAt = at(13, 30)) =>
    judgeSubmissions(
      [{ seq, readyAt, submittedAt, worker: "w" as StaffId }],
      steps,
      () => "ALTERNATE_FROM_LAST",
    )[0];

  test(
    "ready since the other's turn, submitted half an hour after it changed" + covers("ASG-4"),
    () => {
      expect(judge(at(11))).toMatchObject({
        heldMinutes: 150,
        afterChangeMinutes: 30,
        heldForTurn: true,
      });
    },
  );
  test("not when it was ready for less than two hours", () => {
    expect(HELD_MINUTES).toBe(120);
    expect(judge(at(11, 31))?.heldForTurn).toBe(false);
    expect(judge(at(11, 30))?.heldForTurn).toBe(true);
  });
  test("not when whose turn it was came out the same", () => {
    // Ready before R2: the turn was B's, then A's, and is B's again.
    expect(judge(at(9, 30))).toMatchObject({ afterChangeMinutes: 30, heldForTurn: false });
  });
  test("not when the change was long ago, or there was none", () => {
    expect(judge(at(11), 4, at(14, 1))).toMatchObject({
      afterChangeMinutes: 61,
      heldForTurn: false,
    });
    expect(judge(at(13, 10))).toMatchObject({ heldForTurn: false });
    expect(judge(at(13, 10))).not.toHaveProperty("afterChangeMinutes");
  });
  test("overrides, and lines that are not there, are left out", () => {
    const other = stepsOf([refer("R1", at(9)), refer("R2", at(12), { override: A })]);
    const submission = { readyAt: at(8), submittedAt: at(12), worker: "w" as StaffId };
    const judged = judgeSubmissions(
      [
        { ...submission, seq: 2 },
        { ...submission, seq: 9 },
      ],
      other,
      () => "ALTERNATE_FROM_LAST",
    );
    expect(judged).toEqual([]);
  });
});

test(
  "after the window about every second family meets the other contractor; inside it none does" +
    covers("ASG-10", "DEC-35"),
  () => {
    const { changed, of } = chanceOfOtherContractor(BOOK, seededRandom(1));
    expect(of).toBeGreaterThan(50);
    expect(changed / of).toBeGreaterThan(0.4);
    expect(changed / of).toBeLessThan(0.6);
    const always = withSettings(BOOK, { resubmissionWindowDays: 366 });
    expect(chanceOfOtherContractor(always, seededRandom(1))).toEqual({ changed: 0, of: 0 });
  },
);

test("reports cover whole years, the running one up to today", () => {
  const today = plainDate("2026-11-20");
  expect(reportPeriod(2025, today)).toEqual({
    year: 2025,
    from: "2025-01-01",
    to: "2025-12-31",
    finished: true,
  });
  expect(reportPeriod(2026, today)).toMatchObject({ to: "2026-11-20", finished: false });
  expect(reportPeriod(2027, today)).toMatchObject({
    from: "2027-01-01",
    to: "2027-01-01",
    finished: false,
  });
  expect(reportYears(today)).toEqual([2026, 2025, 2024, 2023, 2022, 2021]);
});
