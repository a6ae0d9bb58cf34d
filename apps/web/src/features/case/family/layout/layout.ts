import { lanesOf, type Stretch } from "./lanes.ts";
import { orderRows } from "./order.ts";
import { placeRows } from "./place.ts";
import { rowsOf } from "./rows.ts";
import { type DrawnPerson, type Drawing, type LayoutFamily, type Segment, SIZE } from "./types.ts";

const { symbol, lane, margin, lineHeight, labelLines } = SIZE;
const LABEL = lineHeight * labelLines;
/** Between the lines of descent and the symbols of the next row. */
const ROW_AIR = 24;

interface Union extends Stretch {
  readonly couple: number;
}

/**
 * Draws a family in generations: the same family always looks the same, nobody overlaps anybody, and no line runs through
 * words, because every line goes down between two columns and sideways below the symbols or below the words.
 */
export function layOut(family: LayoutFamily): Drawing {
  const rows = rowsOf(family);
  orderRows(rows);
  const placed = placeRows(rows);
  const least = Math.min(
    0,
    ...rows.rows.flatMap((row) =>
      row.flatMap(({ items }) => items.map(({ id, width }) => (placed.get(id) ?? 0) - width / 2)),
    ),
  );
  const x = (id: string) => (placed.get(id) ?? 0) - least + margin;

  const people: DrawnPerson[] = [];
  const segments: Segment[] = [];
  const slashes: Drawing["slashes"][number][] = [];
  const ways: Drawing["ways"][number][] = [];
  let top = margin;
  rows.rows.forEach((row, n) => {
    const y = top + symbol;
    const unions = unionsOf(
      family,
      row.flatMap(({ items }) => items.map(({ id }) => id)),
      x,
    );
    const unionLanes = lanesOf(unions);
    const unionBand = unions.length === 0 ? 0 : (Math.max(...unionLanes) + 1) * lane;
    const labelY = y + symbol + 6 + unionBand;
    const way = new Map<number, number>();
    unions.forEach((union, i) => {
      const at = y + symbol + 4 + ((unionLanes[i] ?? 0) + 0.5) * lane;
      way.set(union.couple, at);
      for (const stub of union.above)
        segments.push({ couple: union.couple, kind: "UNION", x1: stub, y1: y, x2: stub, y2: at });
      segments.push({
        couple: union.couple,
        kind: "UNION",
        x1: union.from,
        y1: at,
        x2: union.to,
        y2: at,
      });
      slashes.push({ couple: union.couple, x: slashAt(union), y: at });
    });
    for (const { items } of row)
      for (const { id, isPerson } of items) if (isPerson) people.push({ id, x: x(id), y, labelY });

    const descents = rows.descents.filter((one) => one.row === n);
    const lines = descents.map(({ from, to }): Stretch => {
      const ends = [from, ...to].map(x);
      return { from: Math.min(...ends), to: Math.max(...ends), above: [x(from)], below: to.map(x) };
    });
    const descentLanes = lanesOf(lines);
    const bandTop = labelY + LABEL;
    const band = lines.length === 0 ? 0 : (Math.max(...descentLanes) + 1) * lane;
    top = bandTop + band + ROW_AIR;
    descents.forEach(({ couple, from, to }, i) => {
      const line = lines[i];
      if (line === undefined) return;
      const at = bandTop + ((descentLanes[i] ?? 0) + 0.5) * lane;
      const add = (x1: number, y1: number, x2: number, y2: number) =>
        segments.push({ couple, kind: "DESCENT", x1, y1, x2, y2 });
      const unionY = way.get(couple);
      if (unionY !== undefined) ways.push({ couple, x: x(from), unionY, descentY: at });
      // A way that only passes this row begins at its top.
      add(x(from), unionY ?? y - symbol, x(from), at);
      if (line.to > line.from) add(line.from, at, line.to, at);
      for (const id of to) add(x(id), at, x(id), top);
    });
  });
  return {
    width: Math.max(...people.map((person) => person.x + SIZE.column / 2), 0) + margin,
    height: top + margin - ROW_AIR,
    people,
    segments,
    slashes,
    ways,
    rows: rows.rows.map((row) =>
      row.flatMap(({ items }) => items.flatMap(({ id, isPerson }) => (isPerson ? [id] : []))),
    ),
  };
}

/** The lines below the symbols of one row: from each partner down, and across by way of the way down. */
function unionsOf(
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
function slashAt({ above, below, from, to }: Union): number {
  const [way] = below;
  if (way === undefined || above.length < 2) return (from + to) / 2;
  const [left = from, right = to] = above.toSorted((a, b) => a - b);
  return way - left > right - way ? (left + way) / 2 : (way + right) / 2;
}
