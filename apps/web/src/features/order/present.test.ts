import { describe, expect, it } from "vitest";
import { covers } from "@kinward/domain/testing";
import type { LaneNow } from "@kinward/domain/assignment";
import type { OrderLine, OrderLineWhy } from "@kinward/domain/views";
import { layOut } from "./chart.ts";
import { periodChoices, periodId, periodOf } from "./period.ts";
import {
  balanceText,
  causesText,
  extremesText,
  ledgerRows,
  pointText,
  presentEpoch,
  presentFault,
  presentLane,
  presentShares,
  presentWhy,
  reasonText,
  type Telling,
} from "./present.ts";

const [H, P] = ["h" as never, "p" as never];
const contractors = [
  { organizationId: H, name: "Harbor Family" },
  { organizationId: P, name: "Prairie Bridge" },
];
const telling: Telling = { contractors, today: "2026-11-20", timeZone: "America/Chicago" };
const cause = (seq: number, at: string, kind = "OVERRIDE") => ({ seq, kind, at }) as never;
const lane = (balance: number, causes: readonly never[] = [], next = "h") =>
  ({
    lane: "COMBINED",
    balance,
    pool: [
      { contractor: P, turns: 215 },
      { contractor: H, turns: 215 - balance },
    ],
    ...(next !== "" && { next }),
    ...(balance !== 0 && { debt: { to: H, turns: balance, causes } }),
  }) as unknown as LaneNow;

describe("the order in words" + covers("ASG-8"), () => {
  it("names the next turn, the turns after it, and what they balance", () => {
    const nov19 = "2026-11-19T20:00:00.000Z";
    expect(presentLane(lane(2, [cause(428, nov19)]), telling)).toMatchObject({
      left: { label: "Prairie Bridge", value: 215 },
      right: { label: "Harbor Family", value: 213 },
      next: "Next turn: Harbor Family, then Harbor Family to balance one override on Nov 19.",
      debt: "Prairie Bridge is 2 turns ahead. The next 2 ordinary referrals go to Harbor Family; then the order is even.",
    });
    expect(presentLane(lane(1), telling).next).toBe("Next turn: Harbor Family.");
    expect(presentLane(lane(1, [cause(2, nov19)]), telling).next).toBe(
      "Next turn: Harbor Family to balance one override on Nov 19.",
    );
    expect(presentLane(lane(4), telling).next).toBe(
      "Next turn: Harbor Family, then Harbor Family 3 more times until both have had the same number of turns.",
    );
    expect(presentLane(lane(0), telling)).toMatchObject({
      next: "Next turn: Harbor Family.",
      debt: "Both contractors have had the same number of turns.",
    });
  });
  it("names nobody while nobody can be next", () => {
    expect(presentLane(lane(0, [], ""), telling).next).toBeUndefined();
  });
  it("tells days in the agency's zone, and many of them by the first", () => {
    expect(causesText([cause(1, "2026-11-19T03:00:00.000Z")], telling)).toBe(
      "one override on Nov 18",
    );
    const days = ["16", "17", "18", "19"].map((day, at) =>
      cause(at, `2026-11-${day}T20:00:00.000Z`),
    );
    expect(causesText(days, telling)).toBe("4 overrides since Nov 16");
    expect(
      causesText([days[0] as never, cause(9, "2026-11-19T20:00:00.000Z", "REVERSAL")], telling),
    ).toBe("one override on Nov 16 and one turn taken back on Nov 19");
  });
  it("says who is ahead by the pair of the line", () => {
    expect(balanceText(2, "Prairie Bridge", "Harbor Family")).toBe("Prairie Bridge 2 ahead");
    expect(balanceText(-1, "Prairie Bridge", "Harbor Family")).toBe("Harbor Family 1 ahead");
    expect(balanceText(0, "Prairie Bridge", "Harbor Family")).toBe("Even");
  });
});

describe("the ledger in words", () => {
  const line = (over: object) =>
    ({
      seq: 7,
      kind: "ASSIGNMENT",
      method: "ROTATION",
      begun: [],
      ...over,
    }) as unknown as OrderLine;
  it("has rows of their own for what takes back, moves, corrects, and for a new pair", () => {
    expect(reasonText(line({}))).toBe("In turn");
    expect(reasonText(line({ method: "CARRY_OVER", refersToSeq: 3 }))).toBe(
      "Same contractor as the safety plan services, as turn 3",
    );
    expect(reasonText(line({ kind: "REVERSAL", method: "REVERSAL", refersToSeq: 3 }))).toBe(
      "Turn 3 taken back",
    );
    expect(reasonText(line({ kind: "CORRECTION", refersToSeq: 3 }))).toBe("Turn 3 corrected");
    expect(reasonText(line({ kind: "MOVE", method: "TRANSFER", refersToSeq: 3 }))).toBe(
      "Case of turn 3 moved at the end of a contract",
    );
    const begun = { number: 2, from: "2026-07-01", pair: { first: P, second: H }, starter: H };
    expect(ledgerRows([line({ begun: [begun] }), line({ seq: 6 })]).map((row) => row.id)).toEqual([
      "line 7",
      "pair 2",
      "line 6",
    ]);
    expect(presentEpoch({ ...begun, opening: [] } as never, telling)).toEqual([
      "Prairie Bridge and Harbor Family from Jul 1",
      "First turn: Harbor Family",
    ]);
    expect(
      presentEpoch({ ...begun, opening: [{ lane: "COMBINED", balance: 2 }] } as never, telling)[1],
    ).toBe("Carried over: Prairie Bridge 2 ahead");
  });
  it(
    "explains a line with counts, whose turn it was, and what the override changed" +
      covers("ASG-7"),
    () => {
      const why: OrderLineWhy = {
        seq: 429,
        contractors,
        parts: [{ code: "ASSIGNED_EQUALIZING", params: {} }],
        ledger: {
          pool: [
            { contractor: P, before: 215, after: 215 },
            { contractor: H, before: 213, after: 214 },
          ],
          before: 2,
          after: 1,
          turnOf: H,
          because: "BEHIND",
          repaid: { lead: 2, left: 1 },
        },
        policyNumber: 3,
        cites: ["IA_TOPIC_6:34, 39"],
        decisions: ["DEC-30"],
        without: [
          {
            override: { seq: 428, given: P, instead: H, at: "2026-11-19T20:00:00.000Z" as never },
            line: { seq: 429, given: H, instead: P },
            next: { seq: 429, given: H, instead: P },
          },
        ],
      };
      expect(presentWhy(why, telling)).toEqual({
        title: "Turn 429",
        rule: [
          "An earlier assignment went outside the order. This one helps to balance it.",
          "By the ordinary rule it was the turn of Harbor Family: it had fewer turns.",
          "It repaid one turn of a lead of 2; 1 left.",
        ],
        sources: [
          expect.stringContaining("lines 34, 39"),
          "Decision DEC-30 of the register",
          "Policy book 3",
        ],
        counting:
          "Before: Prairie Bridge 215 and Harbor Family 213. After: Prairie Bridge 215 and Harbor Family 214. Balance: Prairie Bridge 2 ahead, then Prairie Bridge 1 ahead.",
        changes: [
          "Without the override of Nov 19 (turn 428) Prairie Bridge would have been next here.",
          "This supposes that the override had not been asked for, and that all later referrals came as they did.",
        ],
      });
    },
  );
  it("names the line and field that differ, with names for ids", () => {
    expect(
      presentFault(
        { ok: false, check: "RULE", seq: 6, field: "contractor", expected: "h", found: "p" },
        contractors,
      ),
    ).toEqual({
      title: "Line 6 does not follow from the rule",
      differs: "Contractor: Harbor Family expected, Prairie Bridge found.",
    });
  });
});

describe("periods", () => {
  it("offer days, months and years by the server's today, and keep what the address says", () => {
    const choices = periodChoices({}, "2026-02-20");
    expect(choices.slice(0, 5)).toEqual([
      { id: "..", label: "All" },
      { id: "2026-01-21..", label: "Last 30 days" },
      { id: "2025-11-22..", label: "Last 90 days" },
      { id: "2026-02-01..2026-02-28", label: "February 2026" },
      { id: "2026-01-01..2026-01-31", label: "January 2026" },
    ]);
    expect(choices.map((choice) => choice.label)).toContain("March 2025");
    expect(choices.at(-1)).toEqual({ id: "2023-01-01..2023-12-31", label: "2023" });
    expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length);
    const typed = { from: "2026-01-05", to: "2026-01-09" };
    expect(periodChoices(typed, "2026-02-20").at(-1)).toEqual({
      id: periodId(typed),
      label: "Jan 5 to Jan 9",
    });
    expect(periodOf(periodId(typed))).toEqual(typed);
    expect(periodOf("..")).toEqual({ from: undefined, to: undefined });
  });
});

describe("pictures", () => {
  it("leave out kinds of referrals that there are none of", () => {
    const share = { referrals: 3, inTurn: 2, repaying: 0, overrides: 1, again: 0, uncounted: 0 };
    const { kinds, rows } = presentShares(
      [
        { contractor: P, ...share, takenBack: 1 },
        { contractor: H, ...share, referrals: 2, overrides: 0, takenBack: 0 },
      ],
      contractors,
      { lanes: [lane(0)] },
    );
    expect(kinds).toEqual(["inTurn", "overrides"]);
    expect(rows.map((row) => row.total)).toEqual(["3 (60%), 1 taken back", "2 (40%)"]);
  });
  it("keep zero in the middle and every point inside", () => {
    const points = [
      { on: "2026-11-18", low: 0, high: 1, close: 1, turns: 1 },
      { on: "2026-11-19", low: -2, high: 1, close: -2, turns: 3 },
    ];
    const chart = layOut(points, 320);
    const zero = chart.levels.find((level) => level.balance === 0);
    expect(zero?.y).toBe(26 + (chart.height - 70) / 2);
    for (const band of chart.bands) {
      expect(band.y).toBeGreaterThanOrEqual(26);
      expect(band.y + band.height).toBeLessThanOrEqual(chart.height - 44);
      expect(band.x + band.width).toBeLessThanOrEqual(320);
    }
    expect(chart.ticks.map((tick) => tick.on)).toEqual(["2026-11-18", "2026-11-19"]);
    const series = { first: P, second: H, from: "2026-01-01", lane: "COMBINED", points } as never;
    expect(extremesText(series, contractors)).toBe(
      "At most: Prairie Bridge 1 ahead; Harbor Family 2 ahead.",
    );
    expect(pointText("2026-11", "2026-11-20")).toBe("November 2026");
  });
  it("have room for names however many points there are", () => {
    const many = Array.from({ length: 120 }, (_, at) => ({
      on: `day ${at}`,
      low: 0,
      high: 40,
      close: at % 2,
      turns: 1,
    }));
    const chart = layOut(many, 560);
    expect(chart.ticks.length).toBeLessThanOrEqual(5);
    expect(chart.levels.length).toBeLessThanOrEqual(8);
    expect(layOut([], 300).ticks).toEqual([]);
  });
});
