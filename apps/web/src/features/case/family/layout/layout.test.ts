import { forRandomFamilies } from "@kinward/domain/testing";
import { describe, expect, test } from "vitest";
import { layoutFamilyOf } from "./layout-family.ts";
import { layOut } from "./layout.ts";
import { spread } from "./place.ts";
import { type Drawing, type LayoutCouple, type LayoutFamily, type Segment, SIZE } from "./types.ts";

const person = (id: string, isMale = false) => ({ id, isMale });
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
function faultsOf(drawing: Drawing, { couples }: LayoutFamily): readonly string[] {
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
function merged({ segments }: Drawing): readonly string[] {
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

/** How often a level line of one couple crosses an upright line of another. */
function crossings({ segments }: Drawing): number {
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

/** Someone with a partner for each count of children, with or without the parents of the one. */
function ofOneParent(counts: readonly number[], hasParents: boolean): LayoutFamily {
  const couples = counts.map((count, i) => ({
    partners: ["one", `partner${i}`],
    children: Array.from({ length: count }, (_, n) => `child${i}${n}`),
  }));
  const parents = { partners: ["father", "mother"], children: ["one"] };
  const all = hasParents ? [parents, ...couples] : couples;
  const ids = new Set([
    "one",
    ...all.flatMap((couple) => [...couple.partners, ...couple.children]),
  ]);
  return { people: [...ids].map((id) => person(id)), couples: all, peers: [], lower: [] };
}

/** Every list of up to five counts out of none, one and three children. */
const COUNTS = [1, 2, 3, 4, 5].flatMap((partners) =>
  Array.from({ length: 3 ** partners }, (_, n) =>
    Array.from({ length: partners }, (_each, i) => [0, 1, 3][Math.floor(n / 3 ** i) % 3] ?? 0),
  ),
);

describe("a drawing of a family", () => {
  test("of someone with up to five partners crosses no line", () => {
    const crossed: string[] = [];
    for (const counts of COUNTS)
      for (const hasParents of [false, true]) {
        const family = ofOneParent(counts, hasParents);
        const drawing = layOut(family);
        const faults = [...faultsOf(drawing, family), ...merged(drawing)];
        if (crossings(drawing) > 0 || faults.length > 0)
          crossed.push(`${counts.join()} ${hasParents}: ${crossings(drawing)} ${faults.join()}`);
      }
    expect(crossed).toEqual([]);
  });

  test("of random families up to thirty people has nothing on each other and no line through words", () => {
    forRandomFamilies((facts) => {
      const family = layoutFamilyOf(facts);
      const drawing = layOut(family);
      expect(drawing.people).toHaveLength(facts.people.length);
      expect([...faultsOf(drawing, family), ...merged(drawing)]).toEqual([]);
    }, 200);
  });

  test("is the same each time", () => {
    forRandomFamilies((facts) => {
      expect(layOut(layoutFamilyOf(facts))).toEqual(layOut(layoutFamilyOf(facts)));
    }, 50);
  });

  const five = Array.from({ length: 5 }, (_, i): LayoutCouple => ({
    partners: ["mother", `father${i}`],
    children: [`child${i}a`, `child${i}b`],
  }));
  const mother: LayoutFamily = {
    people: [
      person("mother"),
      ...five.flatMap(({ partners, children }) => [
        person(partners[1] ?? "", true),
        ...children.map((id) => person(id)),
      ]),
    ],
    couples: five,
    peers: [],
    lower: [],
  };

  test("puts partners around the one who has several, and children below their own parents", () => {
    const drawing = layOut(mother);
    expect(faultsOf(drawing, mother)).toEqual([]);
    const [parents = [], children = []] = drawing.rows;
    expect(parents.indexOf("mother")).toBe(3);
    const fathers = parents.filter((id) => id.startsWith("father")).map((id) => id.at(-1));
    const families = [...new Set(children.map((id) => id.slice(5, 6)))];
    expect(families).toEqual(fathers);
  });

  test("puts the man left, the eldest first, and grandparents above", () => {
    const family: LayoutFamily = {
      people: ["rosa", "marisol", "mateo", "lucia"]
        .map((id) => person(id))
        .concat(person("devin", true), person("luis", true)),
      couples: [
        { partners: ["marisol", "devin"], children: ["mateo", "lucia"] },
        { partners: ["rosa", "luis"], children: ["marisol"] },
      ],
      peers: [],
      lower: [],
    };
    const drawing = layOut(family);
    expect(drawing.rows).toEqual([
      ["luis", "rosa"],
      expect.arrayContaining(["devin", "marisol"]),
      ["mateo", "lucia"],
    ]);
    expect(faultsOf(drawing, family)).toEqual([]);
  });

  test("draws everyone also where the record contradicts itself", () => {
    const family: LayoutFamily = {
      people: ["a", "b", "c"].map((id) => person(id)),
      couples: [
        { partners: ["a", "b"], children: ["c"] },
        { partners: ["c"], children: ["a"] },
      ],
      peers: [],
      lower: [],
    };
    expect(layOut(family).people).toHaveLength(3);
    expect(layOut({ people: [], couples: [], peers: [], lower: [] }).people).toEqual([]);
  });

  test("thirty people take a few milliseconds", () => {
    const start = performance.now();
    for (let i = 0; i < 10; i += 1) layOut(mother);
    expect((performance.now() - start) / 10).toBeLessThan(50);
  });
});

test("things are spread as near to their wishes as their distance allows", () => {
  expect(spread([0, 0, 0], [10, 10, 0])).toEqual([-10, 0, 10]);
  expect(spread([0, 100], [10, 0])).toEqual([0, 100]);
  expect(spread([], [])).toEqual([]);
});
