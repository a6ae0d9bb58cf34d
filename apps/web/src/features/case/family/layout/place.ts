import { packed } from "./crossings.ts";
import type { Rows } from "./rows.ts";
import { type Row, SIZE } from "./types.ts";

const ROUNDS = 30;

/**
 * The places nearest to what is wished that keep the order and a distance between neighbors (pool adjacent violators).
 * @param apart least distance from each to the next
 */
export function spread(wished: readonly number[], apart: readonly number[]): readonly number[] {
  const before: number[] = [];
  let sum = 0;
  for (let i = 0; i < wished.length; i += 1) {
    before.push(sum);
    sum += apart[i] ?? 0;
  }
  const pools: { total: number; count: number }[] = [];
  wished.forEach((wish, i) => {
    pools.push({ total: wish - (before[i] ?? 0), count: 1 });
    for (let last = pools.at(-1), prior = pools.at(-2); last && prior; prior = pools.at(-2)) {
      if (prior.total / prior.count <= last.total / last.count) break;
      pools.splice(-2, 2, { total: prior.total + last.total, count: prior.count + last.count });
      last = pools.at(-1) as typeof last;
    }
  });
  const places = pools.flatMap(({ total, count }) =>
    Array.from({ length: count }, () => total / count),
  );
  return places.map((place, i) => place + (before[i] ?? 0));
}

const widthOf = (block: Row[number]) =>
  block.items.reduce((sum, { width }) => sum + width + SIZE.gap, 0);

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Gives everything its x: children centered below their parents, parents above their children, as far as there is room. */
export function placeRows({ rows, descents }: Rows): ReadonlyMap<string, number> {
  const x = new Map<string, number>();
  for (const row of rows) for (const [id, at] of packed(row)) x.set(id, at);
  const at = (id: string) => x.get(id) ?? 0;

  const shift = (n: number, wish: ReadonlyMap<string, number>): void => {
    const row = rows[n] ?? [];
    const wished = row.map((block) => {
      const start = at(block.items[0]?.id ?? "");
      const moves = block.items.flatMap(({ id }) => {
        const to = wish.get(id);
        return to === undefined ? [] : [to - at(id)];
      });
      return moves.length === 0 ? start : start + mean(moves);
    });
    const apart = row.map((block, i) => {
      const half = (end: Row[number] | undefined) => (end?.items[0]?.width ?? 0) / 2;
      return widthOf(block) - half(block) + half(row[i + 1]);
    });
    spread(wished, apart).forEach((start, i) => {
      const block = row[i];
      const by = start - at(block?.items[0]?.id ?? "");
      for (const { id } of block?.items ?? []) x.set(id, at(id) + by);
    });
  };

  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 1; n < rows.length; n += 1) {
      const wish = new Map<string, number>();
      for (const { row, from, to } of descents) {
        if (row !== n - 1) continue;
        const middle = mean([Math.min(...to.map(at)), Math.max(...to.map(at))]);
        for (const id of to) wish.set(id, at(id) + at(from) - middle);
      }
      shift(n, wish);
    }
    for (let n = rows.length - 2; n >= 0; n -= 1) {
      const wish = new Map<string, number>();
      for (const { row, from, to } of descents)
        if (row === n) wish.set(from, mean([Math.min(...to.map(at)), Math.max(...to.map(at))]));
      shift(n, wish);
    }
  }
  return x;
}
