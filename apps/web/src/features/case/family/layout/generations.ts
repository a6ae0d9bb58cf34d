import type { LayoutFamily } from "./types.ts";

/**
 * The row of everyone: partners stand in one row, children below their parents. What the record contradicts (someone who
 * would be their own forebear) is left without effect here and is drawn without a line.
 */
export function generationsOf({
  people,
  couples,
  peers,
  lower,
}: LayoutFamily): ReadonlyMap<string, number> {
  const group = new Map(people.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    const up = group.get(id) ?? id;
    return up === id ? id : find(up);
  };
  for (const { partners } of couples)
    for (const partner of partners.slice(1)) group.set(find(partner), find(partners[0] ?? partner));
  for (const [one, other] of peers) group.set(find(one), find(other));

  const edges = couples.flatMap(({ partners, children }) =>
    children.map((child) => [find(partners[0] ?? child), find(child)] as const),
  );
  const level = new Map(people.map(({ id }) => [find(id), 0]));
  for (const id of lower) level.set(find(id), 1);
  const at = (id: string) => level.get(id) ?? 0;
  // As often as there are people is enough for every true line of descent; a circle would go on for ever.
  for (let round = 0; round < people.length; round += 1)
    for (const [parent, child] of edges)
      if (parent !== child && at(child) <= at(parent)) level.set(child, at(parent) + 1);
  // Parents stand right above the highest of their children, not as far up as they could.
  for (let round = 0; round < people.length; round += 1)
    for (const { id } of people) {
      const self = find(id);
      const below = edges.filter(([parent]) => parent === self).map(([, child]) => at(child));
      if (below.length > 0 && Math.min(...below) - 1 > at(self))
        level.set(self, Math.min(...below) - 1);
    }
  // Rows without anyone, which only contradictions leave, close up.
  const used = [...new Set(people.map(({ id }) => at(find(id))))].toSorted((a, b) => a - b);
  return new Map(people.map(({ id }) => [id, used.indexOf(at(find(id)))]));
}
