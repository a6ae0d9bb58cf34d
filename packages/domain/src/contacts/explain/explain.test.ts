import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBusinessDay } from "../../calendar/office-calendar.ts";
import { defaultPolicyBook, type PolicyBook } from "../../policy/policy-book.ts";
import {
  at,
  caseFileArbitrary,
  child,
  covers,
  dateIn,
  day,
  family,
  mother,
  policyBookArbitrary,
  visit,
} from "../../testing/index.ts";
import { evaluate } from "../evaluate.ts";
import { explain } from "./explain.ts";
import { type Explanation, type ExplanationStep, OWED_VERDICTS } from "./explanation.ts";

type Step<S extends ExplanationStep["step"]> = Extract<ExplanationStep, { readonly step: S }>;

const steps = <S extends ExplanationStep["step"]>(explanation: Explanation, step: S) =>
  explanation.steps.filter((entry): entry is Step<S> => entry.step === step);

/** What the steps alone say about due date and outcome, read as somebody who checks them by hand would. */
const readBack = (explanation: Explanation, book: PolicyBook): void => {
  const { duty } = explanation;
  for (const count of steps(explanation, "COUNT_BUSINESS_DAYS")) {
    expect(count.dueOn).toBe(duty.dueOn);
    expect(isBusinessDay(book, count.dueOn)).toBe(true);
    expect(count.days.at(-1)?.date).toBe(count.dueOn);
  }
  for (const count of steps(explanation, "COUNT_DAYS"))
    if (duty.key.startsWith("FIRST30:")) expect(count.lastDay).toBe(duty.dueOn);
  for (const window of [...steps(explanation, "WEEKS"), ...steps(explanation, "WINDOW")])
    expect([window.start, window.end]).toEqual([duty.opensOn, duty.dueOn]);
  if (duty.kind === "TASK") return;

  const counting = steps(explanation, "CONTACT").filter((step) =>
    step.verdict.startsWith("COUNTS"),
  );
  if (duty.settledBy !== undefined)
    expect(counting.map((step) => step.contact)).toContain(duty.settledBy);
  const seen = new Set<string>(counting.flatMap((step) => step.people));
  const open = duty.settledOn === undefined && duty.cancelledOn === undefined;
  if (duty.subject !== "FAMILY") {
    const times = duty.level?.effective ?? 1;
    const dates = new Set(counting.map((step) => step.on)).size;
    // A person who left, died or moved away after being seen keeps the settled duty.
    expect(dates >= times).toBe(duty.settledOn !== undefined);
    return;
  }
  const judged = steps(explanation, "PERSON");
  const owed = judged.filter((step) => OWED_VERDICTS.has(step.verdict));
  expect(owed.length).toBeGreaterThan(0);
  for (const label of duty.missing) {
    if (label === "ADULT")
      expect(owed.filter((p) => p.verdict === "HOME_ADULT").some((p) => seen.has(p.person))).toBe(
        false,
      );
    else if (label === "ANYONE_HOME") expect(seen.size).toBe(0);
    else if (label.startsWith("ANOTHER_DATE"))
      expect(new Set(counting.map((step) => step.on)).size).toBeLessThan(
        duty.level?.effective ?? 1,
      );
    else {
      expect(owed.map((step) => step.person as string)).toContain(label);
      expect(seen.has(label)).toBe(false);
    }
  }
  expect(open).toBe(duty.missing.length > 0);
};

describe("explain", () => {
  test(`agrees with evaluate about every duty of random cases${covers("X-5")}`, () => {
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(10, 140), (file, book, asOf) => {
        for (const duty of evaluate(file, book, asOf).duties) {
          const explanation = explain(file, book, asOf, duty.episodeId, duty.key);
          expect(explanation?.duty).toEqual(duty);
          if (explanation) readBack(explanation, book);
        }
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  const book = defaultPolicyBook("IA_FSRP");
  const told = (
    key: string,
    asOf: string,
    file = family([mother(), child("ann", [at("PARENTAL_HOME")])]),
  ) => {
    const { duties } = evaluate(file, book, day(asOf));
    const duty = duties.find((candidate) => candidate.key === key);
    const explanation = duty && explain(file, book, day(asOf), duty.episodeId, key);
    if (!explanation) throw new Error(`nothing to explain: ${key}`);
    return explanation;
  };

  test(`counts the five days one by one, with the holidays by name${covers("X-5", "CON-4", "DEC-02")}`, () => {
    const explanation = told("INITIAL:ann", "2026-11-23");
    const [count] = steps(explanation, "COUNT_BUSINESS_DAYS");
    expect(count?.days).toHaveLength(11);
    expect(count?.days.flatMap((d) => ("name" in d ? [d.name] : []))).toEqual([
      "Thanksgiving Day",
      "Friday after Thanksgiving",
    ]);
    expect(count?.calendars).toEqual([{ year: 2026, source: "RULE" }]);
    expect(explanation.rule).toMatchObject({
      id: "CON-4",
      cites: [{ lines: "59-63" }, { lines: "68" }],
    });
    expect(steps(explanation, "SETTING")).toEqual([
      {
        step: "SETTING",
        key: "initialContactBusinessDays",
        value: 5,
        source: "DEC-02",
        chosenOn: "2026-11-20",
      },
    ]);
    expect(steps(explanation, "WAITS_FOR")).toEqual([
      { step: "WAITS_FOR", missing: ["ann"], until: "2026-12-01" },
    ]);
  });

  test(`says why a contact does not count${covers("X-5", "DEC-18")}`, () => {
    const ann = child("ann", [at("FOSTER_FAMILY")]);
    const contacts = [
      visit("2026-11-18", "ann"),
      { ...visit("2026-11-23", "ann"), mode: "VIDEO" as const },
      { ...visit("2026-11-24", "ann"), by: "DEPARTMENT" as const },
      visit("2026-12-03", "ann"),
    ];
    const explanation = told("INITIAL:ann", "2026-12-10", family([mother(), ann], contacts));
    expect(steps(explanation, "CONTACT").map((step) => step.verdict)).toEqual([
      "BEFORE_EFFECTIVE_DATE",
      "NOT_FACE_TO_FACE",
      "BY_DEPARTMENT",
      "COUNTS_LATE",
    ]);
  });

  test(`judges each member of a family window${covers("X-5", "DEC-08", "DEC-13")}`, () => {
    const file = family([
      mother(),
      child("ann", [at("PARENTAL_HOME")]),
      child("ben", [at("FOSTER_FAMILY")]),
      child("cal", [at("KINSHIP", undefined, "IL")]),
      child("dee", [at("PARENTAL_HOME")], { dob: day("2009-01-05") }),
      child("eva", [at("PARENTAL_HOME")], { joined: day("2027-01-28") }),
    ]);
    const verdicts = steps(told("MONTH:2027-01:FAMILY", "2027-01-30", file), "PERSON").map(
      (step) => `${step.person} ${step.verdict}`,
    );
    expect(verdicts).toEqual([
      "mother HOME_ADULT",
      "ann HOME_CHILD",
      "ben OWN_WINDOW",
      "cal OUTSIDE_IOWA",
      "dee GROWN_UP",
      "eva JOINED_TOO_LATE",
    ]);
  });

  test("says what would change what is still to be done, and nothing for what is over", () => {
    const late = told("INITIAL:ann", "2026-12-02");
    expect(steps(late, "WOULD_CHANGE").map((step) => step.change)).toEqual([
      "CONTACT_WITH",
      "EFFECTIVE_DATE_CORRECTED",
    ]);
    const file = family([mother(), child("ann", [at("FOSTER_FAMILY")])]);
    expect(steps(told("MONTH:2026-12:ann", "2027-01-02", file), "WOULD_CHANGE")).toEqual([]);
  });

  test(`says of a missed level whether the minimum was met${covers("X-5", "CON-2", "CON-3", "DEC-20")}`, () => {
    const asked = (...days: string[]) =>
      steps(
        told("MONTH:2027-01:FAMILY", "2027-02-01", {
          ...family(
            [mother(), child("ann", [at("PARENTAL_HOME")])],
            days.map((on) => visit(on, "mother", "ann")),
          ),
          familyPlanFrequency: { from: day("2027-01-01"), times: 2 },
        }),
        "LEVEL",
      );
    expect(asked("2027-01-06")).toMatchObject([
      { minimum: 1, effective: 2, minimumMetOn: "2027-01-06" },
    ]);
    expect(asked()[0]).not.toHaveProperty("minimumMetOn");
  });

  test(`says of every task what it waits for and what would change it${covers("X-5", "CON-5", "CON-12", "REP-2")}`, () => {
    const file = family(
      [mother(), child("cal", [at("KINSHIP", undefined, "NE")])],
      [visit("2026-11-23", "mother")],
    );
    const task = (kind: string, of = file) => {
      const explanation = told(`TASK:${kind}`, "2026-11-25", of);
      return [
        steps(explanation, "WAITS_FOR").flatMap((step) => step.missing),
        steps(explanation, "WOULD_CHANGE").map((step) => step.change),
      ];
    };
    expect(task("JOINT_MEETING")).toEqual([
      ["JOINT_MEETING"],
      ["TASK_DONE", "WORKER_NOT_AVAILABLE", "EFFECTIVE_DATE_CORRECTED", "SERVICES_END"],
    ]);
    expect(task("ICPC_COORDINATION:cal")).toEqual([
      ["ICPC_COORDINATION"],
      ["TASK_DONE", "RETURNS_TO_IOWA", "PERSON_LEAVES_OR_DIES", "SERVICES_END"],
    ]);
    expect(task("FIRST_MEETING_EMAIL")).toEqual([
      ["FIRST_MEETING_EMAIL"],
      ["TASK_DONE", "EARLIER_FIRST_CONTACT"],
    ]);
  });

  test(`names the day that an e-mail stated where another was the first meeting${covers("X-5", "REP-2")}`, () => {
    const file = {
      ...family([mother()], [visit("2026-11-23", "mother"), visit("2026-11-21", "mother")]),
      tasksInput: [
        {
          type: "FIRST_MEETING_EMAIL" as const,
          sentOn: day("2026-11-24"),
          statedMeetingDate: day("2026-11-23"),
        },
      ],
    };
    const explanation = told("TASK:FIRST_MEETING_EMAIL", "2026-11-25", file);
    expect(explanation.status).toBe("OPEN");
    expect(steps(explanation, "TASK_RECORD")).toEqual([
      { step: "TASK_RECORD", on: "2026-11-24", states: "2026-11-23", counts: false },
    ]);
  });
});
