import { arrangements, turnedBlock } from "./blocks.ts";
import {
  betweenRows,
  type Cost,
  type Drawn,
  drawnOf,
  inRow,
  isLess,
  NOTHING,
  packed,
  plus,
} from "./crossings.ts";
import type { Rows } from "./rows.ts";
import type { Block, Row } from "./types.ts";

/** How often a row is shuffled and put in order again, as long as lines still cross; of them, how often all rows are. */
const TRIES = 8;
const ALL_ROWS = 4;
const ROUNDS = 20;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the lines of a row cost in whichever order, and those from it to the rows above and below. */
function costAround(rows: Rows, drawn: readonly Drawn[], n: number): (row: Row) => Cost {
  const [own, up] = [drawn[n], drawn[n - 1]];
  const [above, below] = [rows.rows[n - 1], rows.rows[n + 1]].map((row) => row && packed(row));
  return (row) => {
    const here = packed(row);
    let cost = NOTHING;
    if (own !== undefined) cost = { crossings: inRow(own, here), length: 0 };
    if (up !== undefined && above !== undefined) cost = plus(cost, betweenRows(up, above, here));
    if (own !== undefined && below !== undefined) cost = plus(cost, betweenRows(own, here, below));
    return cost;
  };
}

const costOf = (rows: Rows, drawn: readonly Drawn[]): Cost =>
  drawn.reduce((sum, own, n) => {
    const [here, below] = [packed(rows.rows[n] ?? []), rows.rows[n + 1]];
    const down = below === undefined ? NOTHING : betweenRows(own, here, packed(below));
    return plus(plus(sum, down), { crossings: inRow(own, here), length: 0 });
  }, NOTHING);

/** Where the lines of a row want its things to be: below their parents, or above their children. */
function wishes(rows: Rows, n: number, look: "UP" | "DOWN"): ReadonlyMap<string, number> {
  const wish = new Map<string, number>();
  if (look === "UP") {
    const above = packed(rows.rows[n - 1] ?? []);
    for (const { row, from, to } of rows.descents)
      if (row === n - 1) for (const id of to) wish.set(id, above.get(from) ?? 0);
  } else {
    const below = packed(rows.rows[n + 1] ?? []);
    for (const { row, from, to } of rows.descents)
      if (row === n) wish.set(from, mean(to.map((id) => below.get(id) ?? 0)));
  }
  return wish;
}

function sortRow(rows: Rows, n: number, look: "UP" | "DOWN"): void {
  const row = rows.rows[n] ?? [];
  const here = packed(row);
  const wish = wishes(rows, n, look);
  const place = (block: Block) => {
    const wanted = block.items.flatMap(({ id }) => wish.get(id) ?? []);
    // Without a wish of its own a block stays where it is.
    return wanted.length > 0 ? mean(wanted) : mean(block.items.map(({ id }) => here.get(id) ?? 0));
  };
  rows.rows[n] = row
    .map((block) => ({ block, at: place(block) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ block }) => block);
}

/** Every row in which a block is turned round, has a partner in another place, or stands elsewhere. */
function* otherwise(row: Row, block: Block): Generator<Row> {
  const i = row.indexOf(block);
  if (block.items.length > 1) yield row.with(i, turnedBlock(block));
  for (const other of arrangements(block)) yield row.with(i, other);
  const rest = row.toSpliced(i, 1);
  for (let to = 0; to < row.length; to += 1) if (to !== i) yield rest.toSpliced(to, 0, block);
}

/** Gives each block its best place and shape, as long as that makes fewer crossings or shorter lines. */
function improve(rows: Rows, drawn: readonly Drawn[], isTied: (block: Block) => boolean): void {
  for (let round = 0, better = true; better && round < ROUNDS; round += 1) {
    better = false;
    for (let n = 0; n < rows.rows.length; n += 1) {
      let row = rows.rows[n] ?? [];
      const around = costAround(rows, drawn, n);
      let best = around(row);
      for (const block of row.filter(isTied)) {
        let next = row;
        for (const other of otherwise(row, block)) {
          const cost = around(other);
          if (isLess(cost, best)) [best, next] = [cost, other];
        }
        if (next === row) continue;
        [row, better] = [next, true];
        rows.rows[n] = row;
      }
    }
  }
}

/** Gives a block another shape and lets the rows above and below follow, as long as that makes fewer crossings. */
function rearrange(rows: Rows, drawn: readonly Drawn[]): boolean {
  const before = costOf(rows, drawn);
  let best = { cost: before, rows: [...rows.rows] };
  for (let n = 0; n < best.rows.length && best.cost.crossings > 0; n += 1)
    for (const [i, block] of (best.rows[n] ?? []).entries())
      for (const other of [turnedBlock(block), ...arrangements(block)]) {
        putRows(rows, best.rows);
        rows.rows[n] = (rows.rows[n] ?? []).with(i, other);
        for (let up = n - 1; up >= 0; up -= 1) sortRow(rows, up, "DOWN");
        for (let down = n + 1; down < rows.rows.length; down += 1) sortRow(rows, down, "UP");
        const cost = costOf(rows, drawn);
        if (cost.crossings < best.cost.crossings) best = { cost, rows: [...rows.rows] };
      }
  putRows(rows, best.rows);
  return best.cost !== before;
}

/** The best order that comes of sorting each row after its neighbors, there and back. */
function sweep(rows: Rows, drawn: readonly Drawn[]): void {
  let best = { cost: costOf(rows, drawn), rows: [...rows.rows] };
  const judge = (): void => {
    const cost = costOf(rows, drawn);
    if (isLess(cost, best.cost)) best = { cost, rows: [...rows.rows] };
  };
  for (let round = 0; round < 6; round += 1) {
    for (let n = 1; n < rows.rows.length; n += 1) sortRow(rows, n, "UP");
    judge();
    for (let n = rows.rows.length - 2; n >= 0; n -= 1) sortRow(rows, n, "DOWN");
    judge();
  }
  putRows(rows, best.rows);
}

const putRows = ({ rows }: Rows, next: readonly Row[]): void =>
  void rows.splice(0, rows.length, ...next);

/**
 * Orders each row so that as few lines cross as a search finds, and those are short; brothers and sisters stay in the
 * order of their birth where that costs nothing. The same family always gets the same order.
 */
export function orderRows(rows: Rows): void {
  const drawn = drawnOf(rows);
  const tied = new Set(
    drawn.flatMap(({ edges, lines }) => [...edges.flat(), ...lines.flatMap(({ above }) => above)]),
  );
  const isTied = ({ items }: Block): boolean => items.some(({ id }) => tied.has(id));
  const settle = (): Cost => {
    improve(rows, drawn, isTied);
    if (rearrange(rows, drawn)) improve(rows, drawn, isTied);
    return costOf(rows, drawn);
  };
  seed(rows);
  sweep(rows, drawn);
  let best = { cost: settle(), rows: [...rows.rows] };
  const draw = lottery();
  for (let n = 1; n < TRIES && best.cost.crossings > 0; n += 1) {
    const isAll = n % ALL_ROWS === 0;
    const one = Math.floor(draw() * best.rows.length);
    putRows(
      rows,
      best.rows.map((row, i) => (isAll || i === one ? shuffled(row, draw) : row)),
    );
    if (isAll) sweep(rows, drawn);
    const cost = settle();
    if (isLess(cost, best.cost)) best = { cost, rows: [...rows.rows] };
  }
  putRows(rows, best.rows);
}

/** Numbers below 1 that look as if drawn by lot, always the same ones. */
function lottery(): () => number {
  let state = 20_261_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const shuffled = (row: Row, draw: () => number): Row =>
  row
    .map((block) => {
      const all = [block, turnedBlock(block), ...arrangements(block)];
      return { block: all[Math.floor(draw() * all.length)] ?? block, at: draw() };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ block }) => block);

/** First order: each row follows the ways down of the row above. */
function seed(rows: Rows): void {
  for (let n = 1; n < rows.rows.length; n += 1) {
    const above = packed(rows.rows[n - 1] ?? []);
    const rank = new Map(
      rows.descents
        .filter(({ row }) => row === n - 1)
        .toSorted((a, b) => (above.get(a.from) ?? 0) - (above.get(b.from) ?? 0))
        .flatMap(({ to }) => to)
        .map((id, index) => [id, index]),
    );
    const rankOf = (block: Block) =>
      Math.min(...block.items.map(({ id }) => rank.get(id) ?? Number.POSITIVE_INFINITY));
    rows.rows[n] = (rows.rows[n] ?? []).toSorted((a, b) =>
      rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b),
    );
  }
}
