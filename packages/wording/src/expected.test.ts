import { type ExplainedExpectation, explainExpectations } from "@kinward/domain/contacts";
import { day, family, mother } from "@kinward/domain/testing";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { describe, expect, it } from "vitest";
import * as en from "./en/index.ts";
import * as es from "./es/index.ts";

const book = defaultPolicyBook("IA_FSRP");
const file = {
  ...family([mother()]),
  careCoordinator: [{ name: "Lee Ford", from: day("2026-11-23") }],
  householdChanges: [
    {
      who: "a cousin",
      type: "ENTERED" as const,
      date: day("2027-01-27"),
      notifiedDepartmentOn: day("2027-02-01"),
    },
  ],
};
const told = (asOf: string): readonly ExplainedExpectation[] =>
  explainExpectations(file, book, day(asOf));
const words = (language: typeof en | typeof es, asOf: string, index: number) =>
  language.explainExpected(told(asOf)[index] as ExplainedExpectation, {
    nameOf: (id) => id,
    today: "2027-02-05",
  });

describe.each([en, es])("what is expected beside contacts in words", (language) => {
  it("reads well, whatever it says", () => {
    for (const asOf of ["2026-11-20", "2026-11-23", "2027-01-27", "2027-01-29", "2027-02-05"])
      told(asOf).forEach((_, index) => {
        const said = words(language, asOf, index);
        const all = [
          said.title,
          said.rule,
          ...said.sources,
          ...said.inputs.flatMap(({ label, value }) => [label, value]),
          ...said.changes,
        ];
        for (const sentence of all) {
          expect(sentence).not.toMatch(/undefined|NaN|\[object|CARE_COORDINATOR|NOTICE/u);
          expect(sentence).not.toMatch(/\d{4}-\d{2}-\d{2}|^[A-Z]+_[A-Z]+/u);
        }
        expect(said.sources.join()).toMatch(/Iowa.*4[78]/u);
      });
  });
});

it("a slow notice names its days, and a missing coordinator the days without one", () => {
  const notice = words(en, "2027-02-05", 1);
  expect([notice.about, words(en, "2027-02-05", 0).about]).toEqual([
    "Entered the home: a cousin, Wed, Jan 27",
    undefined,
  ]);
  expect(notice.title).toBe("Told Mon, Feb 1, slow; prompt was through Thu, Jan 28");
  expect(notice.inputs).toEqual([
    { label: "Entered the home", value: "a cousin, Wed, Jan 27" },
    { label: "Department told", value: "Mon, Feb 1, 3 business days after the change" },
  ]);
  expect(notice.days?.map((one) => one.counts)).toEqual([
    "start",
    "due",
    "counted",
    "skipped",
    "skipped",
    "counted",
  ]);
  const coordinator = words(en, "2026-11-23", 0);
  expect(coordinator.inputs.map(({ label }) => label)).toEqual([
    "Effective date of form 470-3055",
    "Lee Ford",
    "Nobody assigned",
  ]);
});
