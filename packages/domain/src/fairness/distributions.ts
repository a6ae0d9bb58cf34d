/** Logarithm of the gamma function for x > 0 (Lanczos approximation, g = 7, nine terms; good to 14 digits). */
const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  const base = y + LANCZOS_G + 0.5;
  const sum = LANCZOS.reduce((total, term, index) => total + term / (y + index + 1), LANCZOS_0);
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(base) - base + Math.log(sum);
};
const LANCZOS_G = 7;
const LANCZOS_0 = 0.999_999_999_999_809_93;
const LANCZOS = [
  676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
];

/**
 * Regularized incomplete beta function I_x(a, b), by the continued fraction of Lentz (Press et al., Numerical Recipes,
 * 6.4).
 */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  // Where it converges fast; the other side by symmetry.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
};

const TINY = 1e-300;
const STEPS = 400;
const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

const betaFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return result;
};

/** Probability of at least `hits` of `of` when each comes true with probability `share`: the exact upper tail. */
export const binomialTail = (hits: number, of: number, share: number): number => {
  if (hits <= 0) return 1;
  if (hits > of) return 0;
  return incompleteBeta(share, hits, of - hits + 1);
};

/** The value below which Student's t with `df` degrees of freedom (whole or not) is with probability `p` above 0.5. */
export const studentQuantile = (p: number, df: number): number => {
  const upper = (t: number): number => incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  let low = 0;
  let high = 2;
  while (upper(high) > 1 - p && high < 1e6) high *= 2;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (upper(middle) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
