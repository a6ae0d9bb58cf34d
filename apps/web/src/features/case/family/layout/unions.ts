import type { Stretch } from "./lanes.ts";
import { isFarther, type Line, sidesOf } from "./sides.ts";
import type { LayoutFamily } from "./types.ts";

/** The line between two partners, with the way down to their children. */
export interface Union extends Stretch {
  readonly couple: number;
  /** It leads above the symbols. */
  readonly isOver: boolean;
}

/** A line above the symbols: from there its partners and its way lie on the same side. */
export const turned = ({ from, to, above, below }: Union): Stretch => ({
  from,
  to,
  above: [...above, ...below],
  below: [],
});

/**
 * The lines of the couples of one row: from each partner, and across by way of the way down, on the side of the symbols
 * where they cross least.
 * @param arriving where lines come down to people of the row
 */
export function unionsOf(
  { couples }: LayoutFamily,
  ids: readonly string[],
  x: (id: string) => number,
  arriving: readonly number[],
): readonly Union[] {
  const here = new Set(ids);
  const drawn = couples.flatMap(({ partners }, couple) => {
    const way = ids.find((id) => id.startsWith(`way ${couple} `));
    if (!partners.every((id) => here.has(id)) || (partners.length < 2 && way === undefined))
      return [];
    const [above, below] = [partners.map(x), way === undefined ? [] : [x(way)]];
    const ends = [...above, ...below];
    return { couple, partners, above, below, from: Math.min(...ends), to: Math.max(...ends) };
  });
  const { over } = sidesOf(drawn, arriving);
  const lines = drawn.map((line, i) => ({ ...line, isOver: over[i] === true }));

  /** Several lines of one person leave side by side, the farthest nearest to the middle, so that they do not cross. */
  const stubOf = (id: string, self: (typeof lines)[number]): number => {
    const own = lines.filter((one) => one.isOver === self.isOver && one.partners.includes(id));
    const meets = self.isOver && arriving.some((at) => at === x(id));
    if (own.length < 2 && !meets) return x(id);
    const toRight = (one: Line) => one.to - x(id) > x(id) - one.from;
    const farther = own.filter(
      (one) => one !== self && toRight(one) === toRight(self) && isFarther(one, self, self.isOver),
    );
    const away = meets ? 7 + farther.length * 4 : 3 + farther.length * Math.min(6, 14 / own.length);
    return x(id) + (toRight(self) ? away : -away);
  };
  return lines.map((line) => {
    const above = line.partners.map((id) => stubOf(id, line));
    const ends = [...above, ...line.below];
    const { couple, below, isOver } = line;
    return { couple, isOver, from: Math.min(...ends), to: Math.max(...ends), above, below };
  });
}

/** Between the outer partner and the way down. */
export function slashAt({ above, below, from, to }: Union): number {
  const [way] = below;
  if (way === undefined || above.length < 2) return (from + to) / 2;
  const [left = from, right = to] = above.toSorted((a, b) => a - b);
  return way - left > right - way ? (left + way) / 2 : (way + right) / 2;
}
