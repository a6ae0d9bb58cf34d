import { generationsOf } from "./generations.ts";
import { type Block, type Descent, type Item, type LayoutFamily, type Row, SIZE } from "./types.ts";

export interface Rows {
  readonly rows: Row[];
  readonly descents: readonly Descent[];
  readonly generation: ReadonlyMap<string, number>;
}

const way = (id: string): Item => ({ id, width: SIZE.way, isPerson: false });
const wayOf = (couple: number, row: number) => `way ${couple} ${row}`;

/** Puts everyone into rows of blocks, and a way down beside each couple that has children. */
export function rowsOf(family: LayoutFamily): Rows {
  const generation = generationsOf(family);
  const at = (id: string) => generation.get(id) ?? 0;
  const rows: Row[] = [];
  const row = (n: number): Row => (rows[n] ??= []);
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
  const hasWay = new Set(descents.map(({ from }) => from));
  for (const block of blocksOf(family, (couple, n) => hasWay.has(wayOf(couple, n)), at))
    row(at(block.items.find((item) => item.isPerson)?.id ?? "")).push(block);
  for (const { row: n, id } of through) row(n).push({ items: [way(id)] });
  return { rows, descents, generation };
}

/** One block for everyone bound by couples, the one with most of them in the middle. */
function blocksOf(
  { people, couples }: LayoutFamily,
  hasWay: (couple: number, row: number) => boolean,
  at: (id: string) => number,
): readonly Block[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const of = (id: string) =>
    couples.flatMap(({ partners }, couple) =>
      partners.includes(id) ? [{ couple, other: partners.find((one) => one !== id) }] : [],
    );
  const placed = new Set<string>();
  const done = new Set<number>();
  const person = (id: string): Item => ({ id, width: SIZE.column, isPerson: true });

  /** A partner with the way down on the inner side, and whoever else that partner is bound to on the outer side. */
  const branch = (
    self: string,
    { couple, other }: ReturnType<typeof of>[number],
  ): readonly Item[] => {
    if (done.has(couple)) return [];
    done.add(couple);
    const inner = hasWay(couple, at(self)) ? [way(wayOf(couple, at(self)))] : [];
    if (other === undefined || placed.has(other)) return inner;
    placed.add(other);
    return [...inner, person(other), ...of(other).flatMap((next) => branch(other, next))];
  };

  return people
    .toSorted((a, b) => of(b.id).length - of(a.id).length)
    .flatMap(({ id, isMale }): Block | readonly Block[] => {
      if (placed.has(id)) return [];
      placed.add(id);
      const bound = of(id);
      const [only] = bound;
      const other = only?.other === undefined ? undefined : byId.get(only.other);
      // Of two alone the man stands left; of several partners the earlier ones do.
      const toLeft =
        bound.length > 1 ? Math.ceil(bound.length / 2) : other?.isMale && !isMale ? 1 : 0;
      const left = bound
        .slice(0, toLeft)
        .toReversed()
        .flatMap((one) => branch(id, one));
      const right = bound.slice(toLeft).flatMap((one) => branch(id, one));
      return { items: [...left.toReversed(), person(id), ...right] };
    });
}
