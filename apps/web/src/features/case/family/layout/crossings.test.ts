import { forRandomFamilies } from "@kinward/domain/testing";
import { describe, expect, test } from "vitest";
import { crossings, faultsOf, merged, sharing } from "./drawing-faults.ts";
import { leastCrossings } from "./least-crossings.ts";
import { layoutFamilyOf } from "./layout-family.ts";
import { layOut } from "./layout.ts";
import type { LayoutCouple, LayoutFamily } from "./types.ts";

const familyOf = (couples: readonly LayoutCouple[]): LayoutFamily => {
  const ids = new Set(couples.flatMap((one) => [...one.partners, ...one.children]));
  const people = [...ids].map((id) => ({ id, isMale: false }));
  return { people, couples, peers: [], lower: [] };
};
/** What is wrong with the drawing of a family, and how often its lines cross. */
const judged = (family: LayoutFamily) => {
  const drawing = layOut(family);
  const faults = [...faultsOf(drawing, family), ...merged(drawing), ...sharing(drawing)];
  return { faults, crossings: crossings(drawing) };
};

/** What is drawn of a partner beside the line between the two: a child of both, and parents. */
interface Partner {
  readonly child: boolean;
  readonly parents: boolean;
}
const KINDS: readonly Partner[] = [
  { child: false, parents: false },
  { child: true, parents: false },
  { child: false, parents: true },
  { child: true, parents: true },
];
/** Every list of so many partners; of many, in one order. */
const partners = (count: number, from = 0): readonly (readonly Partner[])[] =>
  count === 0
    ? [[]]
    : KINDS.flatMap((kind, i) =>
        i < from ? [] : partners(count - 1, count > 2 ? i : 0).map((rest) => [kind, ...rest]),
      );

const around = (list: readonly Partner[]): LayoutFamily =>
  familyOf([
    { partners: ["father", "mother"], children: ["one"] },
    ...list.flatMap(({ child, parents }, i) => [
      { partners: ["one", `p${i}`], children: child ? [`c${i}`] : [] },
      ...(parents ? [{ partners: [`f${i}`, `m${i}`], children: [`p${i}`] }] : []),
    ]),
  ]);

/** Numbers below a bound, always the same ones for a seed. */
const dice = (seed: number) => {
  let state = seed;
  return (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
};

/**
 * A family of up to thirty people that can be drawn without a crossing: whoever descends from one couple, with their
 * partners; in each generation the partners at both ends have their parents drawn. Told in no order.
 */
function plain(seed: number): LayoutFamily {
  const roll = dice(seed);
  const couples: LayoutCouple[] = [];
  let count = 0;
  const add = () => `p${count++}`;
  let row = [add()];
  while (row.length > 0 && count < 24) {
    const next: string[] = [];
    const ends = new Set<string>();
    for (const [i, self] of row.entries()) {
      const several = roll(5) === 0 ? 2 + roll(3) : roll(3);
      for (let n = 0; n < several && count < 24; n += 1) {
        const partner = add();
        const isEnd = (i === 0 || i === row.length - 1) && several === 1 && couples.length > 0;
        if (isEnd && !ends.has(`${i}`) && count < 27 && roll(2) === 0) {
          ends.add(`${i}`);
          couples.push({ partners: [add(), add()], children: [partner] });
        }
        const children = Array.from({ length: Math.min(roll(4), 28 - count) }, add);
        couples.push({ partners: [self, partner], children });
        next.push(...children);
      }
    }
    row = next;
  }
  return familyOf(
    couples
      .map((one) => ({ one, at: roll(1_000) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one),
  );
}

describe("lines of a drawing", () => {
  const isBoth = (one: Partner) => one.child && one.parents;

  test("of someone with several partners do not cross while no more than two have parents and a child drawn", () => {
    for (const list of [1, 2, 3, 4, 5].flatMap((count) => partners(count)))
      if (list.filter(isBoth).length < 3)
        expect([list, judged(around(list))]).toEqual([list, { faults: [], crossings: 0 }]);
  });

  test("cross once for a third one, who stands between two and is passed neither above nor below", () => {
    const three = KINDS.filter(isBoth).flatMap((kind) => [kind, kind, kind]);
    expect(judged(around(three))).toEqual({ faults: [], crossings: 1 });
  });

  test("of up to thirty people who descend from one couple do not cross", () => {
    const sizes: number[] = [];
    for (let seed = 1; seed <= 60; seed += 1) {
      const family = plain(seed * 7_919);
      sizes.push(family.people.length);
      expect([seed, judged(family)]).toEqual([seed, { faults: [], crossings: 0 }]);
    }
    expect(Math.max(...sizes)).toBeGreaterThan(24);
  });

  test("of a few people cross no more often than in the best of all orders", () => {
    let compared = 0;
    forRandomFamilies((facts) => {
      const people = facts.people.slice(0, 8);
      const family = layoutFamilyOf({ ...facts, people });
      const least = leastCrossings(family);
      if (least === undefined) return;
      compared += 1;
      expect(judged(family).crossings).toBeLessThanOrEqual(least);
    }, 120);
    expect(compared).toBeGreaterThan(40);
  });
});
