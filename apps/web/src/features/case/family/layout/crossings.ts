import type { Rows } from "./rows.ts";
import { type Line, passed, sidesOf } from "./sides.ts";
import { type Row, SIZE } from "./types.ts";

export type Places = ReadonlyMap<string, number>;

/** Where everything of a row would stand without any air. */
export function packed(row: Row): Places {
  const x = new Map<string, number>();
  let right = 0;
  for (const { items } of row)
    for (const { id, width } of items) {
      x.set(id, right + width / 2);
      right += width + SIZE.gap;
    }
  return x;
}

/** What lines cost: how often they cross, and how far they lead sideways. */
export interface Cost {
  readonly crossings: number;
  readonly length: number;
}
export const NOTHING: Cost = { crossings: 0, length: 0 };
export const plus = (a: Cost, b: Cost): Cost => ({
  crossings: a.crossings + b.crossings,
  length: a.length + b.length,
});
export const isLess = (a: Cost, b: Cost): boolean =>
  a.crossings < b.crossings || (a.crossings === b.crossings && a.length < b.length - 0.5);

/** What is drawn of a row, by the names of things: found once, looked at many times. */
export interface Drawn {
  /** From ways down to the next row. */
  readonly edges: readonly (readonly [string, string])[];
  readonly lines: readonly {
    readonly above: readonly string[];
    readonly below: readonly string[];
  }[];
  readonly arriving: readonly string[];
  readonly passing: readonly string[];
}

export function drawnOf({ rows, descents, bonds }: Rows): readonly Drawn[] {
  return rows.map((row, n) => {
    const people = new Set(
      row.flatMap(({ items }) => items.flatMap((one) => (one.isPerson ? [one.id] : []))),
    );
    const own = bonds.filter((one) => one.row === n);
    const down = descents.filter((one) => one.row === n);
    const begin = new Set(own.map(({ way }) => way));
    return {
      edges: down.flatMap(({ from, to }) => to.map((id) => [from, id] as const)),
      lines: own.map(({ partners, way }) => ({
        above: partners,
        below: way === undefined ? [] : [way],
      })),
      arriving: descents.flatMap(({ row: above, to }) =>
        above === n - 1 ? to.filter((id) => people.has(id)) : [],
      ),
      passing: down.flatMap(({ from }) => (begin.has(from) ? [] : [from])),
    };
  });
}

/** Of the lines of descent between a row and the next: two that change sides cross, however they are led. */
export function betweenRows({ edges }: Drawn, above: Places, below: Places): Cost {
  let crossings = 0;
  let length = 0;
  const from = edges.map(([id]) => above.get(id) ?? 0);
  const to = edges.map(([, id]) => below.get(id) ?? 0);
  for (let i = 0; i < edges.length; i += 1) {
    const [a, b] = [from[i] ?? 0, to[i] ?? 0];
    length += Math.abs(a - b);
    for (let j = i + 1; j < edges.length; j += 1)
      if ((a - (from[j] ?? 0)) * (b - (to[j] ?? 0)) < 0) crossings += 1;
  }
  return { crossings, length };
}

/** Of the lines between partners in a row, with the ways down and the lines that arrive from above. */
export function inRow(drawn: Drawn, x: Places): number {
  const places = (ids: readonly string[]) => ids.map((id) => x.get(id) ?? 0);
  const lines = drawn.lines.map((line): Line => {
    const [above, below] = [places(line.above), places(line.below)];
    const all = [...above, ...below];
    return { above, below, from: Math.min(...all), to: Math.max(...all) };
  });
  return sidesOf(lines, places(drawn.arriving)).crossings + passed(lines, places(drawn.passing));
}
