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
    // Next from the top: the one that suffers least from having all others below it.
    const cost = (i: number) =>
      [...left].reduce((sum, j) => {
        const [a, b] = [stretches[i], stretches[j]];
        return i === j || a === undefined || b === undefined || !meet(a, b)
          ? sum
          : sum + harm(a, b) - harm(b, a);
      }, 0);
    const next = [...left].reduce((best, i) => (cost(i) < cost(best) ? i : best));
    left.delete(next);
    const taken = stretches.flatMap((other, j) => {
      const [lane, self] = [lanes[j], stretches[next]];
      return lane === undefined || self === undefined || !meet(other, self) ? [] : [lane];
    });
    lanes[next] = Math.max(-1, ...taken) + 1;
  }
  return lanes.map((lane) => lane ?? 0);
}
