import { describe, expect, test } from "vitest";
import { binomialTail, incompleteBeta, studentQuantile } from "./distributions.ts";
import {
  type Estimate,
  meanEstimate,
  type Moments,
  newcombe,
  type Share,
  welch,
  wilson,
} from "./intervals.ts";

const share = (count: number, of: number): Share => ({ count, of });
const ends = ({ low, high }: Estimate) => [low.toFixed(4), high.toFixed(4)];
const moments = (numbers: readonly number[]): Moments => ({
  n: numbers.length,
  sum: numbers.reduce((a, b) => a + b, 0),
  squares: numbers.reduce((a, b) => a + b * b, 0),
});

// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998, table I,
// method 3.
test.each([
  [81, 263, "0.2553", "0.3662"],
  [15, 148, "0.0624", "0.1605"],
  [0, 20, "0.0000", "0.1611"],
  [1, 29, "0.0061", "0.1718"],
])("score interval of %i of %i", (count, of, low, high) =>
  expect(ends(wilson(share(count, of)))).toEqual([low, high]),
);

// R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17,
// 1998, table II, method 10.
test.each([
  [56, 70, 48, 80, "0.0524", "0.3339"],
  [9, 10, 3, 10, "0.1705", "0.8090"],
  [6, 7, 2, 7, "0.0582", "0.8062"],
  [5, 56, 0, 29, "-0.0381", "0.1926"],
  [0, 10, 0, 20, "-0.1611", "0.2775"],
  [0, 10, 0, 10, "-0.2775", "0.2775"],
  [10, 10, 0, 20, "0.6791", "1.0000"],
  [10, 10, 0, 10, "0.6075", "1.0000"],
])("difference of %i of %i and %i of %i", (a, m, b, n, low, high) =>
  expect(ends(newcombe(share(a, m), share(b, n)))).toEqual([low, high]),
);

test("difference of means: the sleep data of Student (1908), as R's t.test has it", () => {
  const first = moments([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const second = moments([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
  const { value, low, high } = welch(first, second);
  expect(value).toBeCloseTo(-1.58, 10);
  expect(low).toBeCloseTo(-3.3654832, 6);
  expect(high).toBeCloseTo(0.2054832, 6);
});

test("a mean and equal numbers", () => {
  // R: t.test(1:10) gives 3.334149 and 7.665851.
  const { low, high } = meanEstimate(moments([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  expect([low.toFixed(6), high.toFixed(6)]).toEqual(["3.334149", "7.665851"]);
  expect(welch(moments([2, 2, 2]), moments([1, 1]))).toEqual({ value: 1, low: 1, high: 1 });
});

describe("distributions", () => {
  // Tables of Student's t at 97.5 %.
  test.each([
    [1, 12.7062],
    [10, 2.228139],
    [30, 2.042272],
    [1_000, 1.962339],
  ])("t with %i degrees of freedom", (df, t) =>
    expect(studentQuantile(0.975, df)).toBeCloseTo(t, 4),
  );

  test("upper tails of the binomial distribution are exact", () => {
    expect(binomialTail(9, 10, 0.5)).toBeCloseTo(11 / 1024, 12);
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialTail(0, 10, 0.3)).toBe(1);
    expect(binomialTail(11, 10, 0.3)).toBe(0);
    expect(binomialTail(1, 10, 0)).toBe(0);
    expect(binomialTail(10, 10, 0.9)).toBeCloseTo(0.9 ** 10, 12);
    // Summed term by term.
    let term = 0.97 ** 200;
    let below = 0;
    for (let k = 0; k < 12; k += 1) {
      below += term;
      term *= ((200 - k) / (k + 1)) * (0.03 / 0.97);
    }
    expect(binomialTail(12, 200, 0.03)).toBeCloseTo(1 - below, 11);
  });

  test("the incomplete beta function is symmetric", () => {
    for (const [x, a, b] of [
      [0.2, 3, 7],
      [0.7, 40, 2],
      [0.5, 0.5, 0.5],
    ] as const)
      expect(incompleteBeta(x, a, b)).toBeCloseTo(1 - incompleteBeta(1 - x, b, a), 12);
  });
});
