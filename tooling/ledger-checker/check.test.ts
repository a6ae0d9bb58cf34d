import { expect, test } from "vitest";
import { hashOf } from "./chain.ts";
import { checkLedger } from "./check.ts";
import { describe } from "./describe.ts";
import type { Ledger, RawLine } from "./ledger.ts";
import { type Defect, System } from "./testing/system.ts";
import type { Check } from "./violation.ts";

/** Numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const SEEDS = Array.from({ length: 20 }, (_, index) => 20_261_123 + index * 7_919);

const run = (seed: number, defect?: Defect) =>
  new System({ chance: numbers(seed), referrals: 200, ...(defect && { defect }) }).run();

const checksOf = ({ ledger, history }: ReturnType<typeof run>): ReadonlySet<Check> =>
  new Set(checkLedger(ledger, history).map((one) => one.check));

test("a system that keeps its rules violates nothing, whatever its clients do at once", () => {
  for (const seed of SEEDS) {
    const { ledger, history } = run(seed);
    expect(checkLedger(ledger, history)).toEqual([]);
    const told = describe(ledger, history, []);
    for (const method of [
      "ROTATION",
      "EQUALIZING",
      "OVERRIDE",
      "CARRY_OVER",
      "RESUBMISSION",
      "REVERSAL",
    ])
      expect(told).toContain(method);
    // Answers were lost, and what was asked again was answered as before.
    expect(history.some((call) => call.answeredAt === undefined)).toBe(true);
  }
});

// Each defect is found in every history, and at least by the checks that are named.
test.each<[Defect, readonly Check[]]>([
  ["LOCK_REMOVED", ["sequence", "chain", "replay"]],
  ["OVERRIDE_NOT_COUNTED", ["replay", "repayment", "shrinking-difference"]],
  ["TIE_RULE_OFF_BY_ONE", ["replay"]],
  ["EQUALIZES_FROM_TWO", ["replay", "repayment"]],
  ["RETRY_WITHOUT_IDEMPOTENCY", ["retry"]],
  ["CARRY_OVER_COUNTED", ["replay", "carry-over"]],
  ["REVERSAL_OF_ANOTHER_LINE", ["reversal"]],
  ["RESUBMISSION_FORGOTTEN", ["replay"]],
  ["COMMIT_LOST", ["acknowledged"]],
  ["ANSWERED_BEFORE_DONE", ["real-time"]],
])("%s is caught", (defect, wanted) => {
  for (const seed of SEEDS) {
    const found = checksOf(run(seed, defect));
    expect([seed, ...wanted.filter((check) => !found.has(check))]).toEqual([seed]);
  }
});

/** The ledger with one area's lines as `edit` leaves them; with all hashes computed anew where `forged`. */
function edited(ledger: Ledger, edit: (lines: RawLine[]) => RawLine[], forged: boolean): Ledger {
  const [area, ...others] = ledger.areas;
  if (area === undefined) throw new Error("no area");
  const commands = new Map(
    area.entries.map((entry) => [entry.line["referralKey"], entry.commandId]),
  );
  let prev = "0".repeat(64);
  const lines = edit(area.entries.map((entry) => ({ ...entry.line }))).map((line) => {
    if (!forged) return line;
    const fields: RawLine = { ...line, prev };
    const hash = hashOf(fields) ?? "";
    prev = hash;
    return { ...fields, hash };
  });
  const entries = lines.map((line, index) => ({
    line,
    commandId:
      area.entries.find((one) => one.line["seq"] === line["seq"])?.commandId ??
      commands.get(line["referralKey"]) ??
      String(index),
  }));
  const last = entries.at(-1)?.line;
  const head = { seq: entries.length, hash: String(last?.["hash"]) };
  return { ...ledger, areas: [{ ...area, entries, head }, ...others] };
}

const other = (line: RawLine) => (line["contractor"] === "Prairie" ? "River Bend" : "Prairie");
const EDITS: readonly [string, (lines: RawLine[]) => RawLine[]][] = [
  [
    "the contractor of a turn",
    (lines) => lines.map((line, at) => (at === 40 ? { ...line, contractor: other(line) } : line)),
  ],
  [
    "whether a turn counts",
    (lines) =>
      lines.map((line, at) =>
        at === 40 ? { ...line, counted: 1 - Number(line["counted"]) } : line,
      ),
  ],
  ["a line that is gone", (lines) => lines.filter((_, at) => at !== 40)],
  [
    "a line that is gone, with the later ones numbered anew",
    (lines) => lines.filter((_, at) => at !== 40).map((line, at) => ({ ...line, seq: at + 1 })),
  ],
  ["the last line gone", (lines) => lines.slice(0, -1)],
  [
    "two lines that change places",
    (lines) =>
      lines.map((line, at) =>
        at === 40
          ? { ...lines[41], seq: line["seq"] }
          : at === 41
            ? { ...lines[40], seq: line["seq"] }
            : line,
      ),
  ],
  ["a balance", (lines) => lines.map((line, at) => (at === 40 ? { ...line, before: 7 } : line))],
];

test.each(EDITS)("a row edited by hand is caught: %s", (_, edit) => {
  for (const seed of SEEDS) {
    const { ledger, history } = run(seed);
    const found = checkLedger(edited(ledger, edit, false), history);
    expect(found.length).toBeGreaterThan(0);
  }
});

test.each(EDITS)("and so it is when every later hash is computed anew: %s", (_, edit) => {
  for (const seed of SEEDS) {
    const { ledger, history } = run(seed);
    const found = checkLedger(edited(ledger, edit, true), history);
    expect(found.filter((one) => one.check !== "head").length).toBeGreaterThan(0);
  }
});
