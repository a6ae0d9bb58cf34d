import fc from "fast-check";
import { expect, test } from "vitest";
import { takeAlong } from "../casefile/take-along.ts";
import { evaluate } from "../contacts/evaluate.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { caseFileArbitrary, policyBookArbitrary } from "../testing/case-arbitraries.ts";
import { covers } from "../testing/covers.ts";
import document from "../../test-vectors/worked-cases.json" with { type: "json" };
import { benchCasesOf, openBenchCase, workedCaseOf } from "./bench.ts";
import type { Json } from "./checker.ts";
import { runWorkedCases } from "./run.ts";

test("the worked cases of contacts open on the bench as they are", () => {
  const opened = benchCasesOf(document as unknown as Json);
  expect(opened.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["S01", "S02", "S04", "S05", "S07"]),
  );
  const first = opened.find(({ id }) => id === "S01")?.case;
  expect(first?.file.effectiveDate).toBe("2026-11-20");
  expect(first && evaluate(first.file, first.book, first.asOf).duties.length).toBeGreaterThan(3);
  expect(JSON.stringify(first?.file)).not.toMatch(/weekday/iu);
});

test("what is exported runs as a worked case without a difference" + covers("X-6"), () => {
  for (const { id, case: bench } of benchCasesOf(document as unknown as Json)) {
    const { cases, unsupported } = runWorkedCases(workedCaseOf(bench, id) as Json);
    expect(cases.flatMap((one) => one.differences)).toEqual([]);
    expect(unsupported).toEqual([]);
  }
  fc.assert(
    fc.property(caseFileArbitrary, policyBookArbitrary, fc.nat(120), (file, book, ahead) => {
      const asOf = addDays(plainDate("2026-10-25"), ahead);
      const exported = workedCaseOf({ title: "A case", file, book, asOf });
      const { cases } = runWorkedCases(exported as Json);
      expect(cases.flatMap((one) => one.differences)).toEqual([]);
      // And opens again as the same case, judged alike.
      const again = openBenchCase(JSON.parse(JSON.stringify(exported)) as Json);
      expect(again && evaluate(again.file, again.book, asOf).duties).toEqual(
        evaluate(file, book, asOf).duties,
      );
    }),
    { numRuns: 100, seed: -1_326_830 },
  );
});

test("what is no case of contacts is not opened", () => {
  expect(openBenchCase("x")).toBeUndefined();
  expect(openBenchCase({ given: { contractors: [] } })).toBeUndefined();
  expect(openBenchCase({ given: { effectiveDate: "2026-02-30", members: [], contacts: [] } })).toBe(
    undefined,
  );
  expect(
    openBenchCase({ effectiveDate: "2026-02-27", members: [], contacts: [] })?.file.effectiveDate,
  ).toBe("2026-02-27");
});

test("a case file that was taken along opens with the policy that it stood under", () => {
  const own = { ...withSettings(defaultPolicyBook("IA_FSRP"), { weeklyCount: 5 }), number: 4 };
  const file = { effectiveDate: plainDate("2026-02-27"), members: [], contacts: [] };
  const opened = openBenchCase(JSON.parse(JSON.stringify(takeAlong(file, own))) as Json);
  expect(opened?.book).toEqual(own);
  expect(opened?.file).toEqual({ ...file, terminationsOfRights: [] });
});
