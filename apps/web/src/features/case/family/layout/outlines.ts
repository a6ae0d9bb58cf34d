import { type Drawing, type LayoutCouple, SIZE } from "./types.ts";

export interface Patch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Corridor {
  readonly points: readonly (readonly [number, number])[];
}

/** The ground behind a household: a patch behind each person, joined where they are neighbors or parent and child. */
export interface Outline {
  readonly patches: readonly Patch[];
  readonly corridors: readonly Corridor[];
}

const HALF = SIZE.column / 2 - 1;
const ABOVE = SIZE.symbol + 8;

/**
 * Where the ground of a household lies. It never lies behind someone who lives elsewhere, except where a narrow corridor
 * passes below their symbol.
 * @param lines lines of words below each symbol
 */
export function outlineOf(
  drawing: Drawing,
  couples: readonly LayoutCouple[],
  household: ReadonlySet<string>,
  lines: number,
): Outline {
  const at = new Map(drawing.people.map((person) => [person.id, person]));
  const bottomOf = (labelY: number) => labelY + lines * SIZE.lineHeight + 6;
  const patches = drawing.people
    .filter(({ id }) => household.has(id))
    .map(({ x, y, labelY }) => ({
      x: x - HALF,
      y: y - ABOVE,
      width: 2 * HALF,
      height: bottomOf(labelY) - y + ABOVE,
    }));
  const bridges = drawing.rows.flatMap((row) =>
    row.slice(1).flatMap((id, i): readonly Patch[] => {
      const [left, right] = [at.get(row[i] ?? ""), at.get(id)];
      return left && right && household.has(left.id) && household.has(right.id)
        ? [
            {
              x: left.x,
              y: left.y - ABOVE,
              width: right.x - left.x,
              height: bottomOf(left.labelY) - left.y + ABOVE,
            },
          ]
        : [];
    }),
  );
  const present = (ids: readonly string[]) =>
    ids.filter((id) => household.has(id)).flatMap((id) => at.get(id) ?? []);
  // Couples of whom a parent and a child live here.
  const joined = drawing.ways.flatMap((way) => {
    const { partners = [], children = [] } = couples[way.couple] ?? {};
    const [home, below] = [present(partners), present(children)];
    return home.length > 0 && below.length > 0 ? [{ way, home, below }] : [];
  });
  const corridors = joined.flatMap(({ way, home, below }): readonly Corridor[] => [
    ...home.map(({ x, y }) => ({
      points: [
        [x, y],
        [x, way.unionY],
        [way.x, way.unionY],
        [way.x, way.descentY],
      ] as const,
    })),
    ...below.map(({ x, y }) => ({
      points: [
        [way.x, way.descentY],
        [x, way.descentY],
        [x, y],
      ] as const,
    })),
  ]);
  const gaps = gapsBetween(joined.map(({ way }) => way));
  return { patches: [...patches, ...bridges], corridors: [...corridors, ...gaps] };
}

/** Less than a corridor is wide. */
const STEP = 12;

/** Two ways down that are nearly one leave a sliver between their corridors, which is ground too: filled by corridors. */
const gapsBetween = (ways: Drawing["ways"]): readonly Corridor[] =>
  ways.flatMap((one, at) =>
    ways.slice(at + 1).flatMap((other): readonly Corridor[] => {
      const [left, right] = one.x < other.x ? [one, other] : [other, one];
      const top = Math.max(left.unionY, right.unionY);
      const bottom = Math.max(left.descentY, right.descentY);
      const width = right.x - left.x;
      if (width >= SIZE.column / 2 || top >= Math.min(left.descentY, right.descentY)) return [];
      const places = Array.from({ length: Math.ceil(width / STEP) }, (_, n) => left.x + n * STEP);
      return [...places, right.x].map((x) => ({
        points: [
          [x, top],
          [x, bottom],
          [right.x, bottom],
        ],
      }));
    }),
  );
