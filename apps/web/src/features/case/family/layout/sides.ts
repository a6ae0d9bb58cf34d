/** The line of a couple as far as it can cross another: its span, where its partners stand, and where its way leads down. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Both partners, or the only one. */
  readonly above: readonly number[];
  /** The way down. */
  readonly below: readonly number[];
}

const inside = ({ from, to }: Line, places: readonly number[]): number => {
  let found = 0;
  for (const x of places) if (x > from && x < to) found += 1;
  return found;
};

/** Of two lines on one side of the symbols, the farther one: what hangs on either crosses the other. */
const farAndNear = (far: Line, near: Line, isOver: boolean): number =>
  inside(near, far.above) + (isOver ? inside(near, far.below) : inside(far, near.below));

/** Of two lines on one side, whether the first better lies farther from the symbols: the longer one, where both are as good. */
export function isFarther(one: Line, other: Line, isOver: boolean): boolean {
  const gain = farAndNear(one, other, isOver) - farAndNear(other, one, isOver);
  return gain === 0 ? one.to - one.from > other.to - other.from : gain < 0;
}

/** How often two lines cross; above the symbols or below them, the order of the two is chosen well. */
function crossingsOf(a: Line, isAOver: boolean, b: Line, isBOver: boolean): number {
  if (a.from >= b.to || b.from >= a.to) return 0;
  if (isAOver !== isBOver) return isAOver ? inside(b, a.below) : inside(a, b.below);
  return Math.min(farAndNear(a, b, isAOver), farAndNear(b, a, isAOver));
}

export interface Sides {
  /** For each line whether it leads above the symbols. */
  readonly over: readonly boolean[];
  readonly crossings: number;
}

/**
 * On which side of the symbols the lines between partners cross least: below them they meet ways down, above them lines
 * that come down to people. Below, where it makes no difference; someone alone has their line below.
 * @param arriving where lines come down to people of the row
 */
export function sidesOf(lines: readonly Line[], arriving: readonly number[]): Sides {
  const over = lines.map(() => false);
  const costOf = (i: number, isOver: boolean): number => {
    const line = lines[i];
    if (line === undefined) return 0;
    let cost = isOver ? inside(line, arriving) : 0;
    lines.forEach((other, j) => {
      if (j !== i) cost += crossingsOf(line, isOver, other, over[j] === true);
    });
    return cost;
  };
  for (let round = 0, better = true; better && round < lines.length; round += 1) {
    better = false;
    for (let i = 0; i < lines.length; i += 1) {
      const now = over[i] === true;
      if ((lines[i]?.above.length ?? 0) < 2) continue;
      const cost = costOf(i, now);
      if (cost === 0 || costOf(i, !now) >= cost) continue;
      over[i] = !now;
      better = true;
    }
  }
  let crossings = 0;
  lines.forEach((line, i) => {
    if (over[i] === true) crossings += inside(line, arriving);
    for (let j = i + 1; j < lines.length; j += 1) {
      const other = lines[j];
      if (other !== undefined)
        crossings += crossingsOf(line, over[i] === true, other, over[j] === true);
    }
  });
  return { over, crossings };
}

/** How often lines meet what only passes their row. */
export const passed = (lines: readonly Line[], passing: readonly number[]): number =>
  lines.reduce((sum, line) => sum + inside(line, passing), 0);
