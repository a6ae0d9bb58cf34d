import { lanesOf, type Stretch } from "./lanes.ts";
import { orderRows } from "./order.ts";
import { placeRows } from "./place.ts";
import { rowsOf } from "./rows.ts";
import { type DrawnPerson, type Drawing, type LayoutFamily, type Segment, SIZE } from "./types.ts";
import { slashAt, turned, type Union, unionsOf } from "./unions.ts";

const { symbol, lane, margin, lineHeight, labelLines } = SIZE;
const LABEL = lineHeight * labelLines;
/** Between the lines of descent and the symbols of the next row. */
const ROW_AIR = 24;

const bandOf = (lanes: readonly number[]): number =>
  lanes.length === 0 ? 0 : (Math.max(...lanes) + 1) * lane;

/**
 * Draws a family in generations: the same family always looks the same, nobody overlaps anybody, and no line runs through
 * words, because every line goes down between two columns and sideways below the symbols or below the words. The line of
 * a couple that would cross the way down of another, because one of them has several partners, leads above the symbols.
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

  const known = new Set(family.people.map((one) => one.id));
  const people: DrawnPerson[] = [];
  const segments: Segment[] = [];
  const slashes: Drawing["slashes"][number][] = [];
  const ways: Drawing["ways"][number][] = [];
  let top = margin;
  /** Lines that lead down to the row that comes next. */
  let arrivals: {
    readonly couple: number;
    readonly x: number;
    readonly from: number;
    readonly isPerson: boolean;
  }[] = [];
  rows.rows.forEach((row, n) => {
    const ids = row.flatMap(({ items }) => items.map(({ id }) => id));
    const unions = unionsOf(
      family,
      ids,
      x,
      arrivals.flatMap((one) => (one.isPerson ? [one.x] : [])),
    );
    const over = unions.filter(({ isOver }) => isOver);
    const under = unions.filter(({ isOver }) => !isOver);
    const overLanes = lanesOf(over.map(turned));
    const underLanes = lanesOf(under);
    const y = top + bandOf(overLanes) + symbol;
    for (const { couple, x: at, from } of arrivals)
      segments.push({ couple, kind: "DESCENT", x1: at, y1: from, x2: at, y2: y - symbol });
    arrivals = [];
    const labelY = y + symbol + 6 + bandOf(underLanes);
    const way = new Map<number, number>();
    const draw = (union: Union, at: number): void => {
      const { couple, from, to } = union;
      way.set(couple, at);
      for (const stub of union.above)
        segments.push({ couple, kind: "UNION", x1: stub, y1: y, x2: stub, y2: at });
      segments.push({ couple, kind: "UNION", x1: from, y1: at, x2: to, y2: at });
      slashes.push({ couple, x: slashAt(union), y: at });
    };
    over.forEach((union, i) => draw(union, y - symbol - 4 - ((overLanes[i] ?? 0) + 0.5) * lane));
    under.forEach((union, i) => draw(union, y + symbol + 4 + ((underLanes[i] ?? 0) + 0.5) * lane));
    for (const { items } of row)
      for (const { id, isPerson } of items) if (isPerson) people.push({ id, x: x(id), y, labelY });

    const descents = rows.descents.filter((one) => one.row === n);
    const lines = descents.map(({ from, to }): Stretch => {
      const ends = [from, ...to].map(x);
      return { from: Math.min(...ends), to: Math.max(...ends), above: [x(from)], below: to.map(x) };
    });
    const descentLanes = lanesOf(lines);
    const bandTop = labelY + LABEL;
    top = bandTop + bandOf(descentLanes) + ROW_AIR;
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
      for (const id of to) arrivals.push({ couple, x: x(id), from: at, isPerson: known.has(id) });
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
