import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFile, HouseholdChange } from "../../casefile/case-file.ts";
import { householdNotice } from "../../expectations/household-notice.ts";
import { defaultPolicyBook, type PolicyBook, withSettings } from "../../policy/policy-book.ts";
import {
  caseFileArbitrary,
  covers,
  dateIn,
  day,
  family,
  mother,
  policyBookArbitrary,
} from "../../testing/index.ts";
import { evaluate } from "../evaluate.ts";
import { explainExpectation, explainExpectations } from "./expectations.ts";
import type { ExplanationStep } from "./explanation.ts";

type Step<S extends ExplanationStep["step"]> = Extract<ExplanationStep, { readonly step: S }>;

const book = defaultPolicyBook("IA_FSRP");
const told = (file: CaseFile, asOf: string, key: string, by: PolicyBook = book) => {
  const found = explainExpectation(file, by, day(asOf), key);
  if (found === undefined) throw new Error(`nothing expected: ${key}`);
  const steps = <S extends ExplanationStep["step"]>(step: S) =>
    found.steps.filter((one): one is Step<S> => one.step === step);
  return { ...found, of: steps };
};

describe(`exactly one care coordinator${covers("EXP-3", "DEC-45", "X-5")}`, () => {
  const withTerms = (...terms: readonly (readonly [string, string?])[]): CaseFile => ({
    ...family([mother()]),
    careCoordinator: terms.map(([from, to], index) => ({
      id: `s${index}` as never,
      name: `Staff ${index}`,
      from: day(from),
      ...(to !== undefined && { to: day(to) }),
    })),
  });
  const key = "COORDINATOR:episode-1";

  test("is missing from the effective date until the day of the assignment", () => {
    const file = withTerms(["2026-11-23"]);
    const before = told(file, "2026-11-20", key);
    expect(before.expectation).toMatchObject({ standing: "MISSING", dueOn: "2026-11-20" });
    expect(before.rule).toMatchObject({ id: "EXP-3", decisions: ["DEC-45"] });
    // What is dated later is not known yet.
    expect(before.of("COORDINATOR")).toEqual([]);
    expect(before.of("WAITS_FOR")).toEqual([{ step: "WAITS_FOR", missing: ["CARE_COORDINATOR"] }]);
    expect(before.of("WOULD_CHANGE").map((step) => step.change)).toContain("COORDINATOR_ASSIGNED");

    const after = told(file, "2026-11-23", key);
    expect(after.expectation).toMatchObject({ standing: "ASSIGNED", doneOn: "2026-11-23" });
    expect(after.of("NO_COORDINATOR")).toEqual([
      { step: "NO_COORDINATOR", from: "2026-11-20", to: "2026-11-22" },
    ]);
    expect(after.of("WAITS_FOR")).toEqual([]);
  });

  test("goes on without a break through the cover of an absence, and names the days that nobody covered", () => {
    const covered = withTerms(["2026-11-20", "2026-11-30"], ["2026-12-01"]);
    expect(told(covered, "2026-12-15", key).expectation.doneOn).toBe("2026-11-20");
    const gap = told(withTerms(["2026-11-20", "2026-11-30"], ["2026-12-03"]), "2026-12-15", key);
    expect(gap.expectation.doneOn).toBe("2026-12-03");
    expect(gap.of("NO_COORDINATOR")).toEqual([
      { step: "NO_COORDINATOR", from: "2026-12-01", to: "2026-12-02" },
    ]);
    expect(gap.of("COORDINATOR").map((step) => step.counts)).toEqual([false, true]);
  });

  test("two at once are told apart from one", () => {
    const file = withTerms(["2026-11-20"], ["2026-12-01"]);
    expect(told(file, "2026-11-30", key).expectation.standing).toBe("ASSIGNED");
    expect(told(file, "2026-12-01", key).expectation.standing).toBe("OVERLAP");
  });

  test("days of grace are counted one by one with the version of the setting", () => {
    const later = withSettings(book, { coordinatorGraceBusinessDays: 3 }, "trial");
    const waiting = told(family([mother()]), "2026-11-24", key, later);
    expect(waiting.expectation).toMatchObject({
      standing: "NOT_YET_EXPECTED",
      dueOn: "2026-11-25",
    });
    expect(waiting.of("SETTING")).toMatchObject([{ value: 3, source: "trial" }]);
    expect(waiting.of("COUNT_BUSINESS_DAYS")[0]?.days).toHaveLength(5);
    expect(told(family([mother()]), "2026-11-25", key, later).expectation.standing).toBe("MISSING");
  });

  test("after the last service day nobody is needed", () => {
    const ended = { ...family([mother()]), lastServiceDay: day("2026-12-01") };
    expect(told(ended, "2026-12-01", key).expectation.standing).toBe("MISSING");
    const over = told(ended, "2026-12-02", key);
    expect(over.expectation.standing).toBe("SERVICES_ENDED");
    expect(over.of("WOULD_CHANGE")).toEqual([]);
  });

  test("agrees with the warning of the evaluation in random cases", () => {
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(10, 140), (file, by, asOf) => {
        const missing = evaluate(file, by, asOf).warnings.flatMap(({ code, params }) =>
          code === "CARE_COORDINATOR_MISSING"
            ? [`COORDINATOR:${String(params?.["episodeId"])}`]
            : [],
        );
        const standing = explainExpectations(file, by, asOf).flatMap(({ expectation }) =>
          expectation.standing === "MISSING" ? [expectation.key] : [],
        );
        expect(standing).toEqual(missing);
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});

describe(`the Department is told promptly${covers("EXP-6", "DEC-43", "X-5")}`, () => {
  const withChange = (change: Partial<HouseholdChange>): CaseFile => ({
    ...family([mother()]),
    householdChanges: [
      { id: "h1", who: "a cousin", type: "ENTERED", date: day("2027-01-27"), ...change },
    ],
  });
  const on = (notified: string | undefined, asOf: string, more: Partial<HouseholdChange> = {}) =>
    told(
      withChange({ ...(notified && { notifiedDepartmentOn: day(notified) }), ...more }),
      asOf,
      "HOUSEHOLD:h1",
    );

  test("within one business day it is prompt, after three it is slow, each day counted", () => {
    const prompt = on("2027-01-28", "2027-02-05");
    expect(prompt.expectation).toMatchObject({
      standing: "PROMPT",
      dueOn: "2027-01-28",
      doneOn: "2027-01-28",
    });
    const slow = on("2027-02-01", "2027-02-05");
    expect(slow.expectation).toMatchObject({ standing: "SLOW", doneOn: "2027-02-01" });
    expect(slow.of("NOTICE")).toEqual([{ step: "NOTICE", on: "2027-02-01", businessDays: 3 }]);
    expect(slow.of("COUNT_BUSINESS_DAYS")[0]?.days).toEqual([
      { date: "2027-01-28", n: 1 },
      { date: "2027-01-29", n: 2 },
      { date: "2027-01-30", skipped: "WEEKEND" },
      { date: "2027-01-31", skipped: "WEEKEND" },
      { date: "2027-02-01", n: 3 },
    ]);
    expect(slow.of("SETTING")).toMatchObject([
      { key: "householdNoticeBusinessDays", value: 1, chosenOn: "2027-01-27" },
    ]);
  });

  test("a notice that is not given yet, or only later, waits and counts on", () => {
    const waiting = on("2027-02-01", "2027-01-29");
    expect(waiting.expectation).not.toHaveProperty("doneOn");
    expect(waiting.of("NOTICE")).toEqual([{ step: "NOTICE", businessDays: 2 }]);
    expect(waiting.of("WAITS_FOR")).toEqual([
      { step: "WAITS_FOR", missing: ["NOTICE"], until: "2027-01-28" },
    ]);
    // A year later the days are a number, not four hundred lines.
    const long = on(undefined, "2028-01-27");
    expect(long.of("COUNT_BUSINESS_DAYS")[0]?.days.length).toBeLessThan(35);
    expect(long.of("NOTICE")[0]?.businessDays).toBeGreaterThan(200);
  });

  test("what the Department recorded itself is owed no notice; what is still to come is not known", () => {
    expect(on("2027-02-01", "2027-02-05", { byDepartment: true }).expectation.standing).toBe(
      "NOT_OWED",
    );
    expect(explainExpectations(withChange({}), book, day("2027-01-26"))).toHaveLength(1);
  });

  test("agrees with the measured days for any change, notice and holidays", () => {
    fc.assert(
      fc.property(policyBookArbitrary, dateIn(), dateIn(), dateIn(), (by, date, given, asOf) => {
        fc.pre(date <= asOf);
        const file = withChange({ date, notifiedDepartmentOn: given });
        const { expectation, steps } = told(file, asOf, "HOUSEHOLD:h1", by);
        const change = file.householdChanges?.[0] as HouseholdChange;
        const measured = householdNotice(change, by, asOf);
        expect(expectation.standing).toBe(measured.flag);
        const count = steps.find((step) => step.step === "COUNT_BUSINESS_DAYS");
        const until = given <= asOf ? given : asOf;
        const counted = count?.days.filter((one) => "n" in one && one.date <= until) ?? [];
        if (until <= (count?.days.at(-1)?.date ?? date))
          expect(counted).toHaveLength(measured.elapsedBusinessDays);
        // Weekends after the day due are no business days, so they are prompt too.
        if (until <= expectation.dueOn) expect(measured.flag).toBe("PROMPT");
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});

test("nothing of it is expected of cases under the other text", () => {
  expect(
    explainExpectations({ ...family([mother()]), profile: "KY_IN_HOME" }, book, day("2026-12-01")),
  ).toEqual([]);
});
