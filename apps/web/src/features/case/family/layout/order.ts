import type { Rows } from "./rows.ts";
import { type Block, type Row, SIZE } from "./types.ts";

/** Where everything of a row would stand without any air. */
export function packed(row: Row): ReadonlyMap<string, number> {
  const x = new Map<string, number>();
  let right = 0;
  for (const { items } of row)
    for (const { id, width } of items) {
      x.set(id, right + width / 2);
      right += width + SIZE.gap;
    }
  return x;
}

type Edge = readonly [number, number];

const edgesOf = ({ rows, descents }: Rows, n: number): readonly Edge[] => {
  const [above, below] = [packed(rows[n] ?? []), packed(rows[n + 1] ?? [])];
  return descents
    .filter((one) => one.row === n)
    .flatMap(({ from, to }) => to.map((id): Edge => [above.get(from) ?? 0, below.get(id) ?? 0]));
};

/** How often lines of descent cross between two rows, and how far they lead sideways. */
function cost(rows: Rows, n: number): number {
  if (n < 0 || n + 1 >= rows.rows.length) return 0;
  const edges = edgesOf(rows, n);
  let crossings = 0;
  let length = 0;
  edges.forEach(([a, b], i) => {
    length += Math.abs(a - b);
    for (const [c, d] of edges.slice(i + 1)) if ((a - c) * (b - d) < 0) crossings += 1;
  });
  return crossings * 10_000 + length;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

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

/** Turns blocks round and swaps neighbors as long as that makes fewer crossings or shorter lines. */
function improve(rows: Rows): void {
  for (let round = 0, better = true; better && round < 20; round += 1) {
    better = false;
    for (const [n, row] of rows.rows.entries()) {
      const around = () => cost(rows, n - 1) + cost(rows, n);
      let best = around();
      const attempt = (change: () => void, back: () => void): void => {
        change();
        const now = around();
        if (now < best - 0.5) [best, better] = [now, true];
        else back();
      };
      for (const block of row) {
        const turn = () => void (block.items = block.items.toReversed());
        if (block.items.length > 1) attempt(turn, turn);
      }
      for (let i = 0; i + 1 < row.length; i += 1) {
        const swap = () => void row.splice(i, 2, ...row.slice(i, i + 2).toReversed());
        attempt(swap, swap);
      }
    }
  }
}

/** Orders each row so that few lines of descent cross; brothers and sisters stay in the order of their birth. */
export function orderRows(rows: Rows): void {
  seed(rows);
  let best: { readonly cost: number; readonly rows: readonly Row[] } | undefined;
  const judge = (): void => {
    const total = rows.rows.reduce((sum, _, n) => sum + cost(rows, n), 0);
    if (best === undefined || total < best.cost - 0.5)
      best = { cost: total, rows: rows.rows.map((row) => row.map((block) => ({ ...block }))) };
  };
  judge();
  for (let sweep = 0; sweep < 6; sweep += 1) {
    for (let n = 1; n < rows.rows.length; n += 1) sortRow(rows, n, "UP");
    judge();
    for (let n = rows.rows.length - 2; n >= 0; n -= 1) sortRow(rows, n, "DOWN");
    judge();
  }
  best?.rows.forEach((row, n) => void (rows.rows[n] = [...row]));
  improve(rows);
}

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
