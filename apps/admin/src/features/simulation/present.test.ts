import {
  GENERATED_SETTING,
  generateArrivals,
  seededRandom,
  simulate,
  summarize,
} from "@kinward/domain/assignment";
import type { ContractAreaId } from "@kinward/domain/kernel";
import { defaultPolicyBook, withSettings } from "@kinward/domain/policy";
import type { SimulationView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import * as search from "../../search.ts";
import { comparedRows, inputOf, layOut, pairOf } from "./present.ts";

const BOOK = defaultPolicyBook("IA_FSRP");
const arrivals = generateArrivals(
  {
    days: 200,
    perDay: 1,
    safetyPlanShare: 0.3,
    overrideShare: 0.1,
    overrideLean: 1,
    withdrawalShare: 0,
    limit: 1_000,
  },
  seededRandom(1),
);
const rules = {
  tieBreak: "ALTERNATE_FROM_LAST",
  rotationScope: "COMBINED",
  resubmissionWindowDays: 30,
} as const;
const outcome = (values: Partial<typeof rules> | { overrideReasonCodes: string[] }) => {
  const run = simulate(arrivals, GENERATED_SETTING, { book: () => withSettings(BOOK, values) });
  return { ...run, rules, summary: summarize(run.lines, 100) };
};
const view: SimulationView = {
  arrivals: arrivals.length,
  names: {},
  otherwise: { count: 12, of: 200 },
  inForce: outcome({}),
  varied: outcome({ overrideReasonCodes: [] }),
};

describe("the address of a simulation", () => {
  it("asks for nothing until something is chosen", () => expect(inputOf({})).toBeUndefined());
  it("names an area and what is otherwise", () =>
    expect(inputOf({ area: "a" as ContractAreaId, window: 0, overrides: 5 })).toEqual({
      source: { kind: "AREA", contractAreaId: "a" },
      seed: 1,
      rules: { resubmissionWindowDays: 0, overridePercent: 5 },
    }));
  it("fills in what an invented stream does not say", () =>
    expect(inputOf({ arrivals: 20, lean: 90, seed: 4 })).toMatchObject({
      source: { kind: "GENERATED", perTenDays: 20, days: 365, leanPercent: 90 },
      seed: 4,
      rules: {},
    }));
  it("leaves out what does not fit", () =>
    expect(
      search.simulation({ arrivals: "20", tie: "ANYBODY", window: "-1", overrides: "101", x: "y" }),
    ).toEqual({ arrivals: 20 }));
});

describe("two runs side by side", () => {
  const rows = new Map(comparedRows(view).map((row) => [row.id, row]));
  it("tells leads and how long they lasted", () => {
    expect(rows.get("leads")?.varied).toBe("0");
    expect(rows.get("turnsToRepay")?.varied).toBe("no lead was repaid");
    expect(rows.get("turnsToRepay")?.inForce).toMatch(
      /^median \d+, 90 of 100 within \d+, longest \d+$/,
    );
    expect(Number(rows.get("refused")?.varied)).toBeGreaterThan(0);
    expect(rows.get("otherwise")?.varied).toBe("12 of 200 (6.0%)");
  });
  it("names the two contractors, invented ones by their order", () => {
    expect(pairOf(view)).toEqual(["First contractor", "Second contractor"]);
    expect(rows.get("turns first")?.figure).toBe("Counted turns of First contractor");
  });
});

describe("the picture", () => {
  it("draws both on one scale with 0 among the levels", () => {
    const picture = layOut([view.inForce.summary.balance, view.varied.summary.balance], 600);
    expect(picture.lines).toHaveLength(2);
    expect(picture.levels.map((level) => level.balance)).toContain(0);
    const ys = picture.lines.flatMap((line) =>
      [...line.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y)),
    );
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(picture.height);
  });
  it("draws nothing of nothing", () => expect(layOut([[], []], 600).lines).toEqual(["", ""]));
});
