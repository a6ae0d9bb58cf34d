/** A horizontal stretch of a line with the verticals that hang on it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Verticals that come from above. */
  readonly above: readonly number[];
  /** Verticals that go on below. */
  readonly below: readonly number[];
}

const AIR = 8;
const meet = (a: Stretch, b: Stretch) => a.from - AIR < b.to && b.from - AIR < a.to;

/** How bad it is when one stretch runs above the other: crossings count, verticals that would lie on each other more. */
function harm(upper: Stretch, lower: Stretch): number {
  const inside = (x: number, stretch: Stretch) => x > stretch.from - 1 && x < stretch.to + 1;
  let found = 0;
  for (const x of upper.below) if (inside(x, lower)) found += 1;
  for (const x of lower.above) if (inside(x, upper)) found += 1;
  for (const x of upper.below)
    if (lower.above.some((other) => Math.abs(x - other) < AIR)) found += 10;
  return found;
}

/** The lane of each stretch, 0 on top, so that no two lie on each other and few cross. */
export function lanesOf(stretches: readonly Stretch[]): readonly number[] {
  const lanes: (number | undefined)[] = stretches.map(() => undefined);
  const left = new Set(stretches.keys());
  while (left.size > 0) {
    // Next from the top: one that crosses none of those that come below, else the one that gains most by it.
    const over = (i: number, j: number): number => {
      const [a, b] = [stretches[i], stretches[j]];
      return i === j || a === undefined || b === undefined || !meet(a, b) ? 0 : harm(a, b);
    };
    const sum = (of: (j: number) => number) => [...left].reduce((total, j) => total + of(j), 0);
    const harmless = [...left].filter((i) => sum((j) => over(i, j)) === 0);
    const cost = (i: number) => sum((j) => over(i, j) - over(j, i));
    const next = (harmless.length > 0 ? harmless : [...left]).reduce((best, i) =>
      cost(i) < cost(best) ? i : best,
    );
    left.delete(next);
    const taken = stretches.flatMap((other, j) => {
      const [lane, self] = [lanes[j], stretches[next]];
      return lane === undefined || self === undefined || !meet(other, self) ? [] : [lane];
    });
    lanes[next] = Math.max(-1, ...taken) + 1;
  }
  return lanes.map((lane) => lane ?? 0);
}
