import {
  seededRandom,
  simulate,
  summarize,
  generateArrivals,
  GENERATED_SETTING,
} from "@kinward/domain/assignment";
import { fairnessTable, judgeReentry, reportPeriod, testShares } from "@kinward/domain/fairness";
import type { OrganizationId } from "@kinward/domain/kernel";
import { plainDate } from "@kinward/domain/kernel";
import { defaultPolicyBook, withSettings } from "@kinward/domain/policy";
import type { FairnessView, OrderReviewView, SimulationView } from "@kinward/domain/views";

// What the domain itself makes of invented figures, so that the screens show what the server would send.

const TODAY = plainDate("2026-11-21");
const [HARBOR, PRAIRIE] = ["harbor", "prairie"] as readonly string[] as [
  OrganizationId,
  OrganizationId,
];
const names = {
  [HARBOR]: "Harbor Example Services",
  [PRAIRIE]: "Prairie Example Bridge",
} as FairnessView["names"];

export const fairnessReport = ({ year }: { readonly year: number }): FairnessView => ({
  areaName: "Ames",
  period: reportPeriod(year, TODAY),
  names,
  table: fairnessTable([
    {
      contractor: HARBOR,
      turns: 118,
      overrides: 9,
      repaying: 3,
      cina: 52,
      placement: 41,
      children: { n: 118, sum: 260, squares: 690 },
    },
    {
      contractor: PRAIRIE,
      turns: 117,
      overrides: 7,
      repaying: 8,
      cina: 38,
      placement: 36,
      children: { n: 117, sum: 231, squares: 560 },
    },
  ]),
  placementUnknown: { kind: "MASKED", because: "FEWER_THAN_5" },
});

const random = seededRandom(5);
const workers = ["Dana Exampleton", "Rosa Mockridge", "Pilar Testmore", "Nils Sampleson"];
const findings = (groups: readonly (readonly [number, number])[], labels: readonly string[]) => {
  const tested = testShares(
    groups.map(([hits, of], index) => ({ id: labels[index] ?? "", hits, of })),
    random,
  );
  return { ...tested, tests: tested.tests.map((one) => ({ ...one, name: one.id })) };
};
const reentry = (againOn: string, to: OrganizationId) => ({
  ...judgeReentry(
    {
      seq: 40,
      withdrawnOn: plainDate("2026-03-02"),
      againSeq: againOn > "2026-04" ? 61 : 44,
      againOn: plainDate(againOn),
      from: HARBOR,
      to,
      method: "ROTATION",
    },
    30,
  ),
  fromName: names[HARBOR] ?? "",
  toName: names[to] ?? "",
});

export const orderReview: OrderReviewView = {
  areaName: "Ames",
  period: reportPeriod(2026, TODAY),
  overridesByWorker: findings(
    [
      [11, 40],
      [2, 70],
      [1, 60],
      [2, 65],
    ],
    workers,
  ),
  overridesByContractor: findings(
    [
      [9, 118],
      [7, 117],
    ],
    Object.values(names),
  ),
  heldByWorker: findings(
    [
      [0, 29],
      [1, 66],
      [0, 58],
      [1, 60],
    ],
    workers,
  ),
  reentries: {
    windowDays: 30,
    counts: {
      SAME: 3,
      CHANGED_AFTER_WINDOW: 1,
      CHANGED_BY_OVERRIDE: 1,
      CHANGED_INSIDE_WINDOW: 0,
    },
    afterWindow: {
      test: { id: "after", hits: 1, of: 3, p: 0.87, adjusted: 0.87, flagged: false },
      chance: { changed: 83, of: 170 },
      falseAlarms: { runs: 400, withFlag: 12 },
    },
    list: [reentry("2026-03-20", HARBOR), reentry("2026-05-04", PRAIRIE)],
  },
};

const BOOK = defaultPolicyBook("IA_FSRP");
const arrivals = generateArrivals(
  {
    days: 365,
    perDay: 1,
    safetyPlanShare: 0.3,
    overrideShare: 0.08,
    overrideLean: 0.9,
    withdrawalShare: 0.03,
    limit: 2_000,
  },
  seededRandom(2),
);
const outcome = (rules: SimulationView["inForce"]["rules"]): SimulationView["inForce"] => {
  const { lines, ...rest } = simulate(arrivals, GENERATED_SETTING, {
    book: () => withSettings(BOOK, rules),
  });
  return { ...rest, rules, summary: summarize(lines, 60) };
};
export const simulation: SimulationView = {
  area: { name: "Ames", cut: false },
  arrivals: arrivals.length,
  otherwise: { count: 61, of: 438 },
  names: {
    first: "Harbor Example Services",
    second: "Prairie Example Bridge",
  } as SimulationView["names"],
  inForce: outcome({
    tieBreak: "ALTERNATE_FROM_LAST",
    rotationScope: "COMBINED",
    resubmissionWindowDays: 30,
  }),
  varied: outcome({
    tieBreak: "STARTER_FIRST",
    rotationScope: "PER_SERVICE_TYPE",
    resubmissionWindowDays: 0,
  }),
};
