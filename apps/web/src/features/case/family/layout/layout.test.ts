import { forRandomFamilies } from "@kinward/domain/testing";
import { describe, expect, test } from "vitest";
import { crossings, faultsOf, merged, sharing } from "./drawing-faults.ts";
import { layoutFamilyOf } from "./layout-family.ts";
import { layOut } from "./layout.ts";
import { spread } from "./place.ts";
import type { LayoutCouple, LayoutFamily } from "./types.ts";

const person = (id: string, isMale = false) => ({ id, isMale });
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

/** Every list of up to three counts out of none, one and three children. */
const COUNTS = [1, 2, 3].flatMap((partners) =>
  Array.from({ length: 3 ** partners }, (_, n) =>
    Array.from({ length: partners }, (_each, i) => [0, 1, 3][Math.floor(n / 3 ** i) % 3] ?? 0),
  ),
);

describe("a drawing of a family", () => {
  test("of someone with several partners crosses no line", () => {
    const crossed: string[] = [];
    for (const counts of COUNTS)
      for (const hasParents of [false, true]) {
        const family = ofOneParent(counts, hasParents);
        const drawing = layOut(family);
        const faults = [...faultsOf(drawing, family), ...merged(drawing), ...sharing(drawing)];
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
      expect([...faultsOf(drawing, family), ...merged(drawing), ...sharing(drawing)]).toEqual([]);
    }, 40);
  });

  test("is the same each time", () => {
    forRandomFamilies((facts) => {
      expect(layOut(layoutFamilyOf(facts))).toEqual(layOut(layoutFamilyOf(facts)));
    }, 10);
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
