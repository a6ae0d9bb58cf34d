import { generationsOf } from "./generations.ts";
import type { LayoutFamily } from "./types.ts";

/** Every order of a few things. */
function orders<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  return things.length < 2
    ? [things]
    : things.flatMap((one, i) => orders(things.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

type Edge = readonly [number, number];
const inversions = (edges: readonly Edge[]): number => {
  let found = 0;
  edges.forEach(([a, b], i) => {
    for (const [c, d] of edges.slice(i + 1)) if ((a - c) * (b - d) < 0) found += 1;
  });
  return found;
};

/**
 * How often the lines of a family cross at least, when each couple is a knot between its row and the next: found by trying
 * every order of people and knots, so for small families only; undefined for others. Another way than the drawing's: it
 * leads no line above the symbols, and counts lines that cross at one spot several times.
 */
export function leastCrossings(family: LayoutFamily): number | undefined {
  const generation = generationsOf(family);
  const rows: string[][] = [];
  for (const { id } of family.people) (rows[generation.get(id) ?? 0] ??= []).push(id);
  const knots = rows.map((row) =>
    family.couples.filter(({ partners: [one] }) => row.includes(one ?? "")),
  );
  const isSmall = rows.every((row) => row.length < 5) && knots.every((some) => some.length < 5);
  const isNext = family.couples.every(({ partners: [one = ""], children }) =>
    children.every((child) => (generation.get(child) ?? 0) === (generation.get(one) ?? 0) + 1),
  );
  if (!isSmall || !isNext) return undefined;
  const between = (here: readonly string[], below: readonly string[], n: number): number =>
    Math.min(
      ...orders(knots[n] ?? []).map(
        (order) =>
          inversions(
            order.flatMap(({ partners }, i) => partners.map((id): Edge => [here.indexOf(id), i])),
          ) +
          inversions(
            order.flatMap(({ children }, i) => children.map((id): Edge => [i, below.indexOf(id)])),
          ),
      ),
    );
  // From the last row up: the least that is possible below each order of a row.
  let least = new Map<readonly string[], number>([[[], 0]]);
  for (let n = rows.length - 1; n >= 0; n -= 1)
    least = new Map(
      orders(rows[n] ?? []).map((here) => [
        here,
        Math.min(...[...least].map(([below, cost]) => cost + between(here, below, n))),
      ]),
    );
  return Math.min(...least.values());
}
