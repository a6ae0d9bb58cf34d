import { blockOf, way } from "./blocks.ts";
import { generationsOf } from "./generations.ts";
import type { Block, Bond, Descent, Hub, LayoutFamily, Row, Spoke } from "./types.ts";

export interface Rows {
  readonly rows: Row[];
  readonly descents: readonly Descent[];
  readonly bonds: readonly Bond[];
}

const wayOf = (couple: number, row: number) => `way ${couple} ${row}`;

/** Puts everyone into rows of blocks, and a way down beside each couple that has children. */
export function rowsOf(family: LayoutFamily): Rows {
  const generation = generationsOf(family);
  const at = (id: string) => generation.get(id) ?? 0;
  const rows: Block[][] = [];
  const row = (n: number): Block[] => (rows[n] ??= []);
  const descents: Descent[] = [];
  const through: { row: number; id: string }[] = [];

  family.couples.forEach(({ partners, children }, couple) => {
    const first = at(partners[0] ?? "");
    const below = children.filter((child) => at(child) > first);
    const last = Math.max(first, ...below.map(at));
    for (let n = first; n < last; n += 1) {
      const id = wayOf(couple, n);
      if (n > first) through.push({ row: n, id });
      descents.push({
        couple,
        row: n,
        from: id,
        to: [
          ...below.filter((child) => at(child) === n + 1),
          ...(below.some((child) => at(child) > n + 1) ? [wayOf(couple, n + 1)] : []),
        ],
      });
    }
  });
  const begun = new Set(descents.map(({ from }) => from));
  const bonds = family.couples.flatMap(({ partners }, couple): Bond | readonly Bond[] => {
    const n = at(partners[0] ?? "");
    const id = wayOf(couple, n);
    if (begun.has(id)) return { couple, row: n, partners, way: id };
    return partners.length > 1 ? { couple, row: n, partners } : [];
  });
  for (const hub of hubsOf(family, bonds, descents)) row(at(hub.id)).push(blockOf(hub));
  for (const { row: n, id } of through) row(n).push({ items: [way(id)] });
  return { rows, descents, bonds };
}

type Sides = readonly [left: readonly Bond[], right: readonly Bond[]];

/** Everyone bound by couples hangs on the one with most of them. */
function hubsOf(
  { people }: LayoutFamily,
  bonds: readonly Bond[],
  descents: readonly Descent[],
): readonly Hub[] {
  const men = new Set(people.filter((one) => one.isMale).map((one) => one.id));
  const withParents = new Set(descents.flatMap(({ to }) => to));
  const of = (id: string) => bonds.filter(({ partners }) => partners.includes(id));
  const partnerOf = (id: string, { partners }: Bond) => partners.find((one) => one !== id);
  const placed = new Set<string>();
  const done = new Set<number>();

  /** A partner, and whoever else that partner is bound to on the outer side. */
  const spokesOf = (self: string, bond: Bond, side: "left" | "right"): readonly Spoke[] => {
    if (done.has(bond.couple)) return [];
    done.add(bond.couple);
    const down = bond.way === undefined ? {} : { way: bond.way };
    const other = partnerOf(self, bond);
    if (other === undefined || placed.has(other)) return [down];
    placed.add(other);
    const outer = of(other).flatMap((next) => spokesOf(other, next, side));
    return [{ ...down, hub: { id: other, left: [], right: [], [side]: outer } }];
  };

  /** Who begins on which side of someone, the nearest first. */
  const sidesOf = (id: string, bound: readonly Bond[]): Sides => {
    const hasParents = (bond: Bond) => withParents.has(partnerOf(id, bond) ?? "");
    if (bound.length > 2 && bound.some(hasParents)) {
      // On one side lines pass above the partners, on the other below; who is in the way of both stands outside.
      const passed = (isAbove: boolean) =>
        bound.filter((one) => !(hasParents(one) && one.way) && (one.way !== undefined) === isAbove);
      const [outer, ...outermost] = bound.filter((one) => hasParents(one) && one.way);
      return [
        [...passed(true), ...(outer === undefined ? [] : [outer])],
        [...passed(false), ...outermost],
      ];
    }
    const [only] = bound;
    const other = only && partnerOf(id, only);
    // Of two alone the man stands left; of several partners the earlier ones do.
    const isRight = other !== undefined && men.has(other) && !men.has(id);
    const toLeft = bound.length > 1 ? Math.ceil(bound.length / 2) : isRight ? 1 : 0;
    return [bound.slice(0, toLeft).toReversed(), bound.slice(toLeft)];
  };

  return people
    .toSorted((a, b) => of(b.id).length - of(a.id).length)
    .flatMap(({ id }): Hub | readonly Hub[] => {
      if (placed.has(id)) return [];
      placed.add(id);
      const [left, right] = sidesOf(id, of(id));
      return {
        id,
        left: left.flatMap((one) => spokesOf(id, one, "left")),
        right: right.flatMap((one) => spokesOf(id, one, "right")),
      };
    });
}
