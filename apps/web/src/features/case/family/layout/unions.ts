import type { Stretch } from "./lanes.ts";
import type { LayoutFamily } from "./types.ts";

/** The line between two partners, with the way down to their children. */
export interface Union extends Stretch {
  readonly couple: number;
}

/**
 * Whether a couple's line leads above the symbols: where below them it would cross the way down of a couple between its
 * two partners, and above them no line comes down to anyone between.
 * @param arriving where lines come down to this row
 */
export function isAbove(union: Union, all: readonly Union[], arriving: readonly number[]): boolean {
  const left = Math.min(...union.above);
  const right = Math.max(...union.above);
  const isBetween = (x: number) => x > left && x < right;
  return (
    union.above.length > 1 &&
    all.some((other) => other.couple !== union.couple && other.below.some(isBetween)) &&
    !arriving.some(isBetween)
  );
}

/** A line above the symbols: from there its partners and its way lie on the same side. */
export const turned = ({ from, to, above, below }: Union): Stretch => ({
  from,
  to,
  above: [...above, ...below],
  below: [],
});

/** The lines of the couples of one row: from each partner, and across by way of the way down. */
export function unionsOf(
  { couples }: LayoutFamily,
  ids: readonly string[],
  x: (id: string) => number,
): readonly Union[] {
  const here = new Set(ids);
  const drawn = couples.flatMap(({ partners }, couple) => {
    const way = ids.find((id) => id.startsWith(`way ${couple} `));
    if (!partners.every((id) => here.has(id)) || (partners.length < 2 && way === undefined))
      return [];
    const ends = [...partners, ...(way === undefined ? [] : [way])].map(x);
    return { couple, partners, way, from: Math.min(...ends), to: Math.max(...ends) };
  });
  /** Several lines of one person leave side by side, the longest nearest to the middle, so that they do not cross. */
  const stubOf = (id: string, couple: number): number => {
    const own = drawn.filter((one) => one.partners.includes(id));
    if (own.length < 2) return x(id);
    const toRight = (one: (typeof own)[number]) => one.to - x(id) > x(id) - one.from;
    const self = own.find((one) => one.couple === couple);
    if (self === undefined) return x(id);
    const side = own
      .filter((one) => toRight(one) === toRight(self))
      .toSorted((a, b) => b.to - b.from - (a.to - a.from));
    const step = Math.min(6, 14 / side.length);
    const away = 3 + side.indexOf(self) * step;
    return x(id) + (toRight(self) ? away : -away);
  };
  return drawn.map(({ couple, partners, way }) => {
    const above = partners.map((id) => stubOf(id, couple));
    const below = way === undefined ? [] : [x(way)];
    const ends = [...above, ...below];
    return { couple, from: Math.min(...ends), to: Math.max(...ends), above, below };
  });
}

/** Between the outer partner and the way down. */
export function slashAt({ above, below, from, to }: Union): number {
  const [way] = below;
  if (way === undefined || above.length < 2) return (from + to) / 2;
  const [left = from, right = to] = above.toSorted((a, b) => a - b);
  return way - left > right - way ? (left + way) / 2 : (way + right) / 2;
}
