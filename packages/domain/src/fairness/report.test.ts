import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrganizationId } from "../kernel/ids.ts";
import { covers } from "../testing/covers.ts";
import { FEWEST_CASES, maskShares } from "./masking.ts";
import { type ContractorFigures, fairnessTable } from "./report.ts";

const figures = (
  name: string,
  turns: number,
  over: Partial<ContractorFigures> = {},
): ContractorFigures => ({
  contractor: name as OrganizationId,
  turns,
  overrides: 0,
  repaying: 0,
  cina: 0,
  placement: 0,
  children: { n: turns, sum: 2 * turns, squares: 5 * turns },
  ...over,
});

describe("the fairness table", () => {
  test("shares with the difference and its interval" + covers("ASG-4"), () => {
    const table = fairnessTable([figures("A", 70, { cina: 56 }), figures("B", 80, { cina: 48 })]);
    const cina = table.rows.find((row) => row.measure === "CINA");
    expect(cina?.each[0]).toMatchObject({ value: 0.8, share: { count: 56, of: 70 } });
    expect(cina?.total).toMatchObject({ share: { count: 104, of: 150 } });
    // Newcombe 1998, example (a).
    expect(cina?.difference?.low.toFixed(4)).toBe("0.0524");
    expect(cina?.difference?.high.toFixed(4)).toBe("0.3339");
    expect(table.turns.total).toEqual({ kind: "SHOWN", count: 150 });
  });

  test("a small number is not shown, nor what would give it away" + covers("ASG-4"), () => {
    const { rows } = fairnessTable([
      figures("A", 40, { overrides: 3, cina: 20 }),
      figures("B", 40, { overrides: 12, cina: 38 }),
    ]);
    const overrides = rows.find((row) => row.measure === "OVERRIDES");
    expect(overrides).toMatchObject({
      each: [{ kind: "MASKED", because: "FEWER_THAN_5" }, { kind: "SHOWN" }],
      total: { kind: "MASKED", because: "WITHHELD" },
    });
    expect(overrides).not.toHaveProperty("difference");
    expect(rows.find((row) => row.measure === "CINA")?.each[1]).toEqual({
      kind: "MASKED",
      because: "ALL_BUT_FEWER_THAN_5",
    });
  });

  test("of few cases nothing is said, of none that there are none" + covers("ASG-4"), () => {
    const { rows, turns } = fairnessTable([figures("A", 3, { cina: 3 }), figures("B", 9)]);
    expect(turns).toEqual({
      each: [
        { kind: "MASKED", because: "FEWER_THAN_5" },
        { kind: "SHOWN", count: 9 },
      ],
      total: { kind: "MASKED", because: "WITHHELD" },
    });
    for (const row of rows)
      expect([row.each, row.difference]).toEqual([
        [
          { kind: "MASKED", because: "TOO_FEW_CASES" },
          { kind: "MASKED", because: "TOO_FEW_CASES" },
        ],
        undefined,
      ]);
    expect(fairnessTable([])).toMatchObject({ contractors: [], turns: { each: [] } });
  });

  test("three contractors in one period are shown without a difference" + covers("DEC-36"), () => {
    const { rows } = fairnessTable([figures("A", 30), figures("B", 30), figures("C", 30)]);
    expect(rows.every((row) => row.each.length === 3 && row.difference === undefined)).toBe(true);
  });
});

/** What someone who knows the rule of masking concludes from a row: every pair of counts that would look the same. */
const explanationsOf = (
  mask: typeof maskShares,
  sizes: readonly number[],
  shown: unknown,
): readonly (readonly number[])[] => {
  const found: number[][] = [];
  for (let a = 0; a <= (sizes[0] ?? 0); a += 1)
    for (let b = 0; b <= (sizes[1] ?? 0); b += 1) {
      const would = mask([
        { count: a, of: sizes[0] ?? 0 },
        { count: b, of: sizes[1] ?? 0 },
      ]);
      if (JSON.stringify(would) === JSON.stringify(shown)) found.push([a, b]);
    }
  return found;
};
const leak = (
  mask: typeof maskShares,
  sizes: readonly [number, number],
  counts: readonly [number, number],
): number => {
  const shares = counts.map((count, index) => ({ count, of: sizes[index] ?? 0 }));
  const shown = mask(shares);
  const all = explanationsOf(mask, sizes, shown);
  return Math.min(
    ...shown.each.map((one, index) =>
      one.kind === "SHOWN"
        ? Number.POSITIVE_INFINITY
        : new Set(all.map((pair) => pair[index])).size,
    ),
  );
};

test(
  "a masked number cannot be found from the rest of its row: four values at least fit" +
    covers("ASG-4"),
  () => {
    const size = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(size, size, fc.nat(30), fc.nat(30), (m, n, a, b) => {
        const counts = [Math.min(a, m), Math.min(b, n)] as const;
        const known = leak(maskShares, [m, n], counts);
        // Neither a small number nor all but a small number is shown.
        const shares = [
          { count: counts[0], of: m },
          { count: counts[1], of: n },
        ];
        for (const one of maskShares(shares).each)
          if (one.kind === "SHOWN")
            for (const part of [one.count, one.of - one.count])
              expect(part === 0 || part >= 5).toBe(true);
        // Below the fewest cases all counts look alike: as many as there are.
        const fewest = Math.min(m, n) + 1;
        expect(known).toBeGreaterThanOrEqual(
          Math.min(m, n) < FEWEST_CASES ? Math.min(4, fewest) : 4,
        );
      }),
      { numRuns: 400, seed: 11 },
    );
  },
);

test("the same attack finds a masked number where its total is shown", () => {
  const open = Object.assign(
    (shares: Parameters<typeof maskShares>[0]) => ({
      ...maskShares(shares),
      total: {
        kind: "SHOWN" as const,
        count: shares.reduce((sum, share) => sum + share.count, 0),
        of: shares.reduce((sum, share) => sum + share.of, 0),
      },
    }),
    { meta: maskShares.meta },
  );
  expect(leak(open, [30, 30], [3, 12])).toBe(1);
  expect(leak(maskShares, [30, 30], [3, 12])).toBe(4);
});
