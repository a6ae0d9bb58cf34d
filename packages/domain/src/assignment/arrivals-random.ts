/** Numbers from 0 up to, not including, 1. Passed in, so that the domain itself draws nothing. */
export type Random = () => number;

/**
 * A small generator with a 32-bit state (mulberry32, Tommy Ettinger, public domain): the same seed gives the same
 * numbers in every language. For simulations only, never for keys.
 */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** How many of `tries` come true, each with probability `share`. */
export const drawCount = (tries: number, share: number, random: Random): number => {
  let hits = 0;
  for (let at = 0; at < tries; at += 1) if (random() < share) hits += 1;
  return hits;
};

/** How many arrive in one day at a mean rate (Poisson, by Knuth's product; meant for rates up to some tens). */
export const drawArrivals = (rate: number, random: Random): number => {
  const limit = Math.exp(-rate);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count += 1;
  return Math.max(0, count);
};
