import type { OrganizationId, PlainDate } from "@kinward/domain/kernel";
import { dayIn, instant, plainDate } from "@kinward/domain/kernel";
import type { RotationLane, RotationLine, RotationRow } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import { areaState, balanceOf, canCorrect, lineWords, queueOf } from "./present.ts";

const A = "a" as OrganizationId;
const B = "b" as OrganizationId;
const names = { [A]: "Harbor", [B]: "Prairie" };
const today = plainDate("2026-11-21");
const dayOf = dayIn("America/Chicago");

describe("the balance", () => {
  it("names who is ahead", () => {
    expect(balanceOf(names, [A, B], 2)).toBe("Harbor 2 ahead");
    expect(balanceOf(names, [A, B], -1)).toBe("Prairie 1 ahead");
    expect(balanceOf(names, [A, B], 0)).toBe("Level");
  });
});

describe("what the next turns repay", () => {
  const lane = (more: Partial<RotationLane>): RotationLane => ({
    lane: "COMBINED",
    balance: 0,
    turns: [0, 0],
    ...more,
  });
  const override = (seq: number) =>
    ({ seq, kind: "OVERRIDE", at: instant("2026-11-04T02:00:00Z") }) as const;

  it("is nothing while the contractors are level", () =>
    expect(queueOf(lane({}), names, today, dayOf)).toEqual([]));

  it("is the oldest debt first, with the line it goes back to and its day at the agency", () =>
    expect(
      queueOf(
        lane({ balance: 2, debt: { to: B, turns: 2, causes: [override(4), override(7)] } }),
        names,
        today,
        dayOf,
      ),
    ).toEqual([
      expect.objectContaining({
        title: "Turn 1 goes to Prairie",
        why: "Repays the override of line 4, Nov 3",
      }),
      expect.objectContaining({
        title: "Turn 2 goes to Prairie",
        why: "Repays the override of line 7, Nov 3",
      }),
    ]));

  it("tells ordinary alternation from a lead that was carried over", () => {
    const why = (turns: number) =>
      queueOf(lane({ balance: turns, debt: { to: B, turns, causes: [] } }), names, today, dayOf)[0]
        ?.why;
    expect(why(1)).toBe("Alternates: the other contractor had the last turn");
    expect(why(2)).toBe("Repays the balance that the period began with");
  });
});

describe("a line", () => {
  const line = (more: Partial<RotationLine>) =>
    ({
      seq: 3,
      kind: "ASSIGNMENT",
      method: "OVERRIDE",
      outOfOrder: true,
      epoch: 1,
      correctionOpen: false,
      takenBack: false,
      ...more,
    }) as RotationLine;

  it("says what it was and what it is about", () => {
    expect(lineWords(line({}))).toBe("Override, out of turn");
    expect(
      lineWords(line({ kind: "REVERSAL", method: "REVERSAL", outOfOrder: false, refersToSeq: 2 })),
    ).toBe("Withdrawal, about line 2");
  });

  it("can be corrected while it stands under a pair of contracts and nothing waits", () => {
    expect(canCorrect(line({}))).toBe(true);
    for (const more of [
      { kind: "CORRECTION" as const },
      { takenBack: true },
      { correctionOpen: true },
      { epoch: 0 },
    ])
      expect(canCorrect(line(more))).toBe(false);
  });
});

it("an area says whether it takes referrals today", () => {
  const row = (more: Partial<RotationRow>): RotationRow => ({
    contractAreaId: "x" as RotationRow["contractAreaId"],
    name: "Ames",
    lines: 0,
    lanes: [],
    refusals: [],
    pauses: [],
    ...more,
  });
  const pause = (from: string) => ({
    areaPauseId: "p" as never,
    from: from as PlainDate,
    reason: "x",
  });
  expect(areaState(row({}), today).word).toBe("In order");
  expect(areaState(row({ pauses: [pause("2026-11-21")] }), today).word).toBe("Paused");
  expect(areaState(row({ pauses: [pause("2026-11-22")] }), today).word).toBe("In order");
  expect(areaState(row({ refusals: [{ code: "STARTER_REQUIRED" }] }), today).look).toBe("late");
  expect(areaState(row({ endedOn: plainDate("2026-01-01") }), today).word).toBe("Ended Jan 1");
});
