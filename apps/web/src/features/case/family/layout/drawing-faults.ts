import { type Drawing, type LayoutFamily, type Segment, SIZE } from "./types.ts";

const LABEL = SIZE.lineHeight * SIZE.labelLines;

interface Box {
  readonly id: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
const labelOf = ({ id, x, labelY }: Drawing["people"][number]): Box => ({
  id,
  x1: x - SIZE.label / 2,
  x2: x + SIZE.label / 2,
  y1: labelY,
  y2: labelY + LABEL,
});
const symbolOf = ({ id, x, y }: Drawing["people"][number]): Box => ({
  id,
  x1: x - SIZE.symbol,
  x2: x + SIZE.symbol,
  y1: y - SIZE.symbol,
  y2: y + SIZE.symbol,
});
const isApart = (a: Box, b: Box) => a.x2 <= b.x1 || b.x2 <= a.x1 || a.y2 <= b.y1 || b.y2 <= a.y1;
const boxOf = (segment: Segment): Box => ({
  id: `couple ${segment.couple}`,
  x1: Math.min(segment.x1, segment.x2),
  x2: Math.max(segment.x1, segment.x2) + 0.01,
  y1: Math.min(segment.y1, segment.y2),
  y2: Math.max(segment.y1, segment.y2) + 0.01,
});

/** What is wrong with a drawing: things on each other, lines through words or through someone else, things outside. */
export function faultsOf(drawing: Drawing, { couples }: LayoutFamily): readonly string[] {
  const faults: string[] = [];
  const labels = drawing.people.map(labelOf);
  const symbols = drawing.people.map(symbolOf);
  const boxes = [...labels, ...symbols];
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) if (!isApart(a, b)) faults.push(`${a.id} lies on ${b.id}`);
    if (a.x1 < 0 || a.y1 < 0 || a.x2 > drawing.width || a.y2 > drawing.height)
      faults.push(`${a.id} stands outside`);
  });
  for (const segment of drawing.segments) {
    const line = boxOf(segment);
    for (const label of labels)
      if (!isApart(line, label)) faults.push(`${line.id} runs through the words of ${label.id}`);
    const own = couples[segment.couple];
    for (const symbol of symbols)
      if (
        !own?.partners.includes(symbol.id) &&
        !own?.children.includes(symbol.id) &&
        !isApart(line, symbol)
      )
        faults.push(`${line.id} runs through ${symbol.id}`);
  }
  return faults;
}

/** Lines of two couples that lie on each other for more than a crossing. */
export function merged({ segments }: Drawing): readonly string[] {
  const flat = segments.filter((one) => one.y1 === one.y2);
  return flat.flatMap((a, i) =>
    flat
      .slice(i + 1)
      .filter(
        (b) =>
          a.couple !== b.couple &&
          a.y1 === b.y1 &&
          boxOf(a).x1 < boxOf(b).x2 &&
          boxOf(b).x1 < boxOf(a).x2,
      )
      .map((b) => `couple ${a.couple} and couple ${b.couple} share a line`),
  );
}

/** Upright lines of two couples that lie on each other, so that nobody can tell whose they are. */
export function sharing({ segments }: Drawing): readonly string[] {
  const upright = segments.filter((one) => one.x1 === one.x2);
  return upright.flatMap((a, i) =>
    upright
      .slice(i + 1)
      .filter(
        (b) =>
          a.couple !== b.couple &&
          Math.abs(a.x1 - b.x1) < 2 &&
          Math.min(boxOf(a).y2, boxOf(b).y2) - Math.max(boxOf(a).y1, boxOf(b).y1) > 0.5,
      )
      .map((b) => `couple ${a.couple} and couple ${b.couple} share a way`),
  );
}

/** How often a level line of one couple crosses an upright line of another. */
export function crossings({ segments }: Drawing): number {
  const level = segments.filter((one) => one.y1 === one.y2);
  const upright = segments.filter((one) => one.x1 === one.x2);
  return level.reduce((sum, a) => {
    const [left, right] = [Math.min(a.x1, a.x2), Math.max(a.x1, a.x2)];
    const across = upright.filter((b) => {
      const [top, foot] = [Math.min(b.y1, b.y2), Math.max(b.y1, b.y2)];
      return a.couple !== b.couple && b.x1 > left && b.x1 < right && a.y1 > top && a.y1 < foot;
    });
    return sum + across.length;
  }, 0);
}
