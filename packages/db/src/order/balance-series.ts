import type { Lane, RotationEpoch } from "@kinward/domain/assignment";
import type { BalancePoint, BalanceSeries } from "@kinward/domain/views";

/** The balance of one lane of one epoch over one day or month. */
export interface BalanceRow extends BalancePoint {
  readonly epoch: number;
  readonly lane: Lane;
}

/**
 * Balances as curves: renewed contracts of the same two organizations go on in one curve, whatever their positions;
 * another pair begins its own, since its balance compares others.
 */
export function balanceSeries(
  rows: readonly BalanceRow[],
  epochs: readonly RotationEpoch[],
): readonly BalanceSeries[] {
  const series: (Omit<BalanceSeries, "points"> & { points: BalancePoint[]; pair: number })[] = [];
  const pairs = pairNumbers(epochs);
  for (const { epoch: number, lane, ...point } of rows) {
    const epoch = epochs.find((one) => one.number === number);
    // Before the first pair of contracts nothing is balanced.
    if (epoch === undefined) continue;
    const pair = pairs.get(number) as number;
    let found = series.find((one) => one.pair === pair && one.lane === lane);
    if (found === undefined) {
      const began = epochs.find((one) => pairs.get(one.number) === pair) as RotationEpoch;
      const [first, second] = began.contractors;
      found = { first, second, from: began.from, lane, points: [], pair };
      series.push(found);
    }
    const shown = found.first === epoch.contractors[0] ? point : turned(point);
    const last = found.points.at(-1);
    // Two epochs may share a month.
    if (last?.on === shown.on) found.points[found.points.length - 1] = joined(last, shown);
    else found.points.push(shown);
  }
  return series.map(({ pair: _, ...one }) => one);
}

/** Epochs that follow each other with the same two organizations have one number. */
function pairNumbers(epochs: readonly RotationEpoch[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  let former: RotationEpoch | undefined;
  let pair = 0;
  for (const epoch of epochs) {
    if (
      former === undefined ||
      !epoch.contractors.every((one) => former?.contractors.includes(one))
    )
      pair += 1;
    numbers.set(epoch.number, pair);
    former = epoch;
  }
  return numbers;
}

const turned = (point: BalancePoint): BalancePoint => ({
  ...point,
  low: -point.high || 0,
  high: -point.low || 0,
  close: -point.close || 0,
});

const joined = (a: BalancePoint, b: BalancePoint): BalancePoint => ({
  on: a.on,
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  close: b.close,
  turns: a.turns + b.turns,
});
