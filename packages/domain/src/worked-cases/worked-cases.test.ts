import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { covers } from "../testing/covers.ts";
import type { Json } from "./checker.ts";
import { runWorkedCases } from "./run.ts";

const document = JSON.parse(
  readFileSync(new URL("../../test-vectors/worked-cases.json", import.meta.url), "utf8"),
) as { readonly scenarios: readonly Json[] };
const { cases, unsupported } = runWorkedCases(document as unknown as Json);

const REQUIREMENTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  S01: ["REF-1", "CON-4", "CON-5", "CON-11", "REP-2", "DEC-01", "DEC-02", "DEC-03", "DEC-09"],
  S02: ["CON-9", "CON-8", "DEC-04", "DEC-05", "DEC-08", "DEC-17"],
  S04: ["CASE-4", "CASE-5", "CASE-6", "CON-6", "CON-7", "CON-10", "CON-12", "DEC-11", "DEC-16"],
  S05: ["CON-1", "CON-2", "CON-3", "CON-13", "REP-9", "DEC-12", "DEC-20", "DEC-25"],
  S07: ["CASE-3", "CON-12", "CON-14", "EXP-6", "DEC-13", "DEC-15", "DEC-43"],
  S09: ["REP-3", "REP-5", "REF-3", "DEC-23"],
};

describe("worked cases", () => {
  for (const outcome of cases.filter((candidate) => candidate.checks > 0)) {
    const requirements = REQUIREMENTS[outcome.id.split(" ")[0] ?? ""];
    test(`${outcome.id}${requirements ? covers(...requirements) : ""}`, () => {
      expect(outcome.differences).toEqual([]);
    });
  }

  test("leave nothing of who must be seen by when unjudged", () => {
    const ours = /^S0[124579]( |\.)/;
    expect(unsupported.filter((block) => ours.test(block))).toEqual([]);
  });
});

describe("the runner of worked cases", () => {
  const s01 = document.scenarios[0] as { readonly [key: string]: Json };
  const changed = (
    change: (copy: { given: Record<string, Json>; expect: Record<string, Json> }) => void,
  ) => {
    const copy = JSON.parse(JSON.stringify(s01)) as {
      given: Record<string, Json>;
      expect: Record<string, Json>;
    };
    change(copy);
    return runWorkedCases(copy as unknown as Json).cases[0];
  };

  test("prints a difference when a fact is changed", () => {
    const outcome = changed((copy) => (copy.given["effectiveDate"] = "2026-11-19"));
    expect(outcome?.differences).toContainEqual({
      at: "derived.initialContactDue",
      expected: "2026-12-01",
      actual: "2026-11-30",
    });
  });

  test("checks weekdays that stand beside dates", () => {
    const outcome = changed((copy) => {
      copy.expect["derived"] = { initialContactDue: "2026-12-01", initialContactDueWeekday: "Wed" };
    });
    expect(outcome?.differences).toEqual([
      { at: "derived.initialContactDueWeekday", expected: "Wed", actual: "Tue" },
    ]);
  });

  test("finds rows that nobody expects", () => {
    const outcome = changed((copy) => {
      copy.expect = {
        asOf: [{ asOf: "2026-11-20", obligations: [], onlyKeysStartingWith: ["INITIAL:m"] }],
      };
    });
    expect(outcome?.differences.map((difference) => difference.at)).toEqual([
      "asOf 2026-11-20 INITIAL:mia",
    ]);
  });

  test("never passes a block or a setting that no rule answers", () => {
    const outcome = changed((copy) => {
      copy.expect = { horoscope: "fair", derived: { lucky: 7 } };
      copy.given["settings"] = { moonPhase: "FULL" };
    });
    expect(outcome?.unsupported).toEqual([
      "S01.settings.moonPhase",
      "S01.horoscope",
      "S01.derived.lucky",
    ]);
    expect(outcome?.checks).toBe(0);
  });

  test("takes settings as a list of versions with dates, each duty its own", () => {
    const outcome = changed((copy) => {
      copy.given["settings"] = [
        { validFrom: "2026-11-21", values: { initialContactBusinessDays: 3 } },
      ];
      copy.expect = { derived: { initialContactDue: "2026-12-01" } };
    });
    expect(outcome?.differences).toEqual([]);
  });
});
