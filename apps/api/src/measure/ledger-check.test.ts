import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Acknowledged, ledgerComplaints, type RawLine } from "./testing/ledger-check.ts";

const AREA = "Ames";

/** Gives lines their places in a chain, so that only what a test breaks is wrong. */
function chained(lines: readonly RawLine[]): RawLine[] {
  let prev = "0".repeat(64);
  return lines.map((line) => {
    const { hash: _, ...fields }: Record<string, unknown> = { ...line, prev };
    const text = JSON.stringify(fields, Object.keys(fields).toSorted());
    prev = createHash("sha256").update(text).digest("hex");
    return { ...fields, hash: prev };
  });
}

const line = (seq: number, changed: RawLine = {}): RawLine => ({
  v: 1,
  area: AREA,
  seq,
  kind: "ASSIGNMENT",
  lane: "COMBINED",
  epoch: 1,
  referralKey: `key "é" ${seq}`,
  contractor: seq % 2 === 1 ? "Prairie" : "River Bend",
  method: "ROTATION",
  counted: 1,
  outOfOrder: 0,
  before: seq % 2 === 1 ? 0 : 1,
  after: seq % 2 === 1 ? 1 : 0,
  policyNumber: 0,
  at: `2026-11-23T15:00:0${seq}.000Z`,
  ...changed,
});

const LINES = chained([line(1), line(2), line(3), line(4), line(5)]);
const [first, second, third, fourth, fifth] = LINES as [
  RawLine,
  RawLine,
  RawLine,
  RawLine,
  RawLine,
];

const receipts = (lines: readonly RawLine[]): Acknowledged[] =>
  lines.map((one) => ({
    area: AREA,
    referralKey: String(one["referralKey"]),
    contractor: String(one["contractor"]),
    turn: Number(one["seq"]),
    hash: String(one["hash"]),
  }));

const complaints = (lines: readonly RawLine[], told = receipts(LINES)) =>
  ledgerComplaints(new Map([[AREA, lines]]), told);

test("a ledger as it must be gives no complaint", () => {
  expect(complaints(LINES)).toEqual([]);
});

test("a line that is gone is found, though the others were chained anew", () => {
  expect(complaints([first, second, fourth, fifth])).toEqual(
    expect.arrayContaining([
      "Ames: turn 4 stands where 3 belongs",
      "Ames: turn 3 does not follow the line before",
      "Ames: turn 3 was acknowledged and is there 0 times",
    ]),
  );
  const gap = chained([first, second, fourth, fifth]);
  expect(complaints(gap, receipts(gap))).toContain("Ames: turn 4 stands where 3 belongs");
});

test("a turn that was given twice, and a referral that got two turns, are found", () => {
  const twice = chained([line(1), line(2), line(2, { referralKey: "another" }), line(3)]);
  expect(complaints(twice, receipts(twice))).toEqual(
    expect.arrayContaining([
      "Ames: turn 2 stands where 3 belongs",
      "Ames: turn 3 is not later than the one before",
      "Ames: turn 3 has a wrong balance",
    ]),
  );
  const again = chained([line(1), line(2), line(3, { referralKey: line(1)["referralKey"] })]);
  expect(complaints(again, receipts(again.slice(0, 2)))).toEqual([
    "Ames: turn 1 was acknowledged and is there 2 times",
  ]);
});

test("turns in another order are found", () => {
  expect(complaints([first, third, second, fourth, fifth])).toEqual(
    expect.arrayContaining([
      "Ames: turn 3 stands where 2 belongs",
      "Ames: turn 3 is not later than the one before",
      "Ames: turn 2 does not follow the line before",
      "Ames: turn 2 breaks the alternation",
    ]),
  );
  const unfair = chained([line(1), line(2, { contractor: "Prairie", before: 1, after: 2 })]);
  expect(complaints(unfair, receipts(unfair))).toEqual(["Ames: turn 2 breaks the alternation"]);
});

test("an edited line is found by its hash, and by what was told when it was chained anew", () => {
  const edited = LINES.with(2, { ...third, contractor: "River Bend" });
  expect(complaints(edited)).toContain("Ames: turn 3 does not have its own hash");
  const swapped = chained([
    line(1, { contractor: "River Bend" }),
    line(2, { contractor: "Prairie" }),
    line(3, { contractor: "River Bend" }),
    line(4, { contractor: "Prairie" }),
    line(5, { contractor: "River Bend" }),
  ]);
  expect(complaints(swapped)).toContain("Ames: turn 1 is not what was acknowledged");
  const odd = LINES.with(4, { ...fifth, note: null });
  expect(complaints(odd)).toContain("Ames: turn 5 does not have its own hash");
});

test("a line that nobody was told of, and an acknowledgement that was given twice, are found", () => {
  expect(complaints(LINES, receipts(LINES.slice(0, 4)))).toEqual([
    "Ames: turn 5 was told to nobody",
  ]);
  expect(complaints(LINES, [...receipts(LINES), ...receipts([first])])).toEqual([
    "a referral was acknowledged twice",
  ]);
});
