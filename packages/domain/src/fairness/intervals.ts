import { studentQuantile } from "./distributions.ts";

/** A value with the ends of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
export interface Share {
  readonly count: number;
  readonly of: number;
}
/** What has to be known of numbers for their mean: how many, their sum, the sum of their squares. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959_963_984_540_054;

/**
 * A share with its 95 % score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927; without
 * correction for continuity). `of` is at least 1.
 */
export const wilson = ({ count, of }: Share): Estimate => {
  const p = count / of;
  const middle = 2 * count + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * count * (1 - p));
  const whole = 2 * (of + Z * Z);
  // At the ends the sum is 0 or 1 but for rounding.
  return {
    value: p,
    low: count === 0 ? 0 : (middle - reach) / whole,
    high: count === of ? 1 : (middle + reach) / whole,
  };
};

/**
 * Difference of two shares with its 95 % interval (R. G. Newcombe, Statistics in Medicine 17, 1998, 873-890, method 10:
 * from the Wilson intervals of both).
 */
export const newcombe = (a: Share, b: Share): Estimate => {
  const [first, second] = [wilson(a), wilson(b)];
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  };
};

const meanOf = ({ n, sum }: Moments): number => sum / n;
/** Variance of the mean; of at least two numbers. Rounding must not make it negative. */
const errorOf = ({ n, sum, squares }: Moments): number =>
  Math.max(0, (squares - (sum * sum) / n) / (n - 1) / n);

/** A mean with its 95 % interval by Student's t; of at least two numbers. */
export const meanEstimate = (of: Moments): Estimate => {
  const value = meanOf(of);
  const reach = studentQuantile(0.975, of.n - 1) * Math.sqrt(errorOf(of));
  return { value, low: value - reach, high: value + reach };
};

/**
 * Difference of two means with its 95 % interval for unequal variances (B. L. Welch, Biometrika 34, 1947, with the
 * degrees of freedom of Welch and Satterthwaite). Each of at least two numbers.
 */
export const welch = (a: Moments, b: Moments): Estimate => {
  const value = meanOf(a) - meanOf(b);
  const [first, second] = [errorOf(a), errorOf(b)];
  const error = first + second;
  if (error === 0) return { value, low: value, high: value };
  const df = error ** 2 / (first ** 2 / (a.n - 1) + second ** 2 / (b.n - 1));
  const reach = studentQuantile(0.975, df) * Math.sqrt(error);
  return { value, low: value - reach, high: value + reach };
};
