import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCount, seededRandom } from "../assignment/arrivals-random.ts";
import { covers } from "../testing/covers.ts";
import { FLAG_LEVEL, holm, testShares } from "./shares.ts";

test("Holm's correction, as R's p.adjust has it", () => {
  const rounded = (ps: readonly number[]) => holm(ps).map((p) => Number(p.toFixed(10)));
  expect(rounded([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual([0.05, 0.08, 0.09, 0.09, 0.09]);
  expect(rounded([0.04, 0.001, 0.9])).toEqual([0.08, 0.003, 0.9]);
  expect(holm([])).toEqual([]);
});

const workers = (n: number, of: number, share: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, index) => ({
    id: `w${index}`,
    hits: drawCount(of, share, random),
    of,
  }));
};

describe("shares", () => {
  test("one who does it far more often than the others is asked" + covers("ASG-7"), () => {
    const groups = [...workers(20, 100, 0.03, 1), { id: "often", hits: 20, of: 100 }];
    const { tests } = testShares(groups, seededRandom(2));
    expect(tests.filter((one) => one.flagged).map((one) => one.id)).toEqual(["often"]);
  });

  test("honest workers are seldom asked, as often as is said" + covers("ASG-4"), () => {
    const told = testShares(workers(30, 60, 0.05, 3), seededRandom(4)).falseAlarms;
    expect(told.runs).toBe(400);
    expect(told.withFlag / told.runs).toBeLessThanOrEqual(FLAG_LEVEL + 0.02);
    // Another 300 honest periods, judged for real.
    let asked = 0;
    for (let seed = 0; seed < 300; seed += 1)
      if (
        testShares(workers(30, 60, 0.05, 100 + seed), seededRandom(1), { runs: 0 }).tests.some(
          (one) => one.flagged,
        )
      )
        asked += 1;
    expect(Math.abs(asked / 300 - told.withFlag / told.runs)).toBeLessThan(0.04);
  });

  test("the measure finds a test that asks too often", () => {
    // Told a share below the true one, every worker stands out: the honest rate of that share stays low, so what is
    // measured is the test itself, not the data.
    const groups = workers(10, 100, 0.3, 5);
    const { tests, falseAlarms } = testShares(groups, seededRandom(6), { share: 0.05 });
    expect(tests.every((one) => one.flagged)).toBe(true);
    expect(falseAlarms.withFlag / falseAlarms.runs).toBeLessThan(0.1);
  });

  test("nobody, nothing, and a share of 0 raise nothing", () => {
    expect(testShares([], seededRandom(1))).toMatchObject({
      tests: [],
      falseAlarms: { withFlag: 0 },
    });
    const none = [
      { id: "a", hits: 0, of: 10 },
      { id: "b", hits: 0, of: 0 },
    ];
    expect(testShares(none, seededRandom(1))).toMatchObject({
      tests: [{ id: "a", p: 1, flagged: false }],
      falseAlarms: { withFlag: 0 },
    });
  });

  test("more hits never make a question less likely", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(59),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (of, k, share) => {
          const hits = Math.min(k, of - 1);
          const p = (n: number) =>
            testShares([{ id: "a", hits: n, of }], seededRandom(1), { share, runs: 0 }).tests[0]
              ?.p ?? 1;
          expect(p(hits + 1)).toBeLessThanOrEqual(p(hits) + 1e-12);
        },
      ),
      { seed: 7 },
    );
  });
});
