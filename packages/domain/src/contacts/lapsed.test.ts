import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFile } from "../casefile/case-file.ts";
import { readCaseFile } from "../casefile/read-case-file.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
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
} from "../testing/index.ts";
import { complianceStatement } from "./compliance.ts";
import type { Duty } from "./duty.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain/index.ts";
import { latenessOn } from "./lateness.ts";
import { bucketOf, readsAs, statusOn } from "./status.ts";

const book = defaultPolicyBook("IA_FSRP");
const dutyOn = (asOf: string, file: CaseFile, key: string): Duty => {
  const found = evaluate(file, book, day(asOf)).duties.find((duty) => duty.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};
/** The five-day contact of ann (due 2026-12-01) in lists, in the register's word, and since when it has lapsed. */
const ann = (asOf: string, file: CaseFile, key = "INITIAL:ann") => {
  const duty = dutyOn(asOf, file, key);
  return [bucketOf(duty, day(asOf)), statusOn(duty, day(asOf)), duty.lapsedOn];
};

const seen = [visit("2026-11-24", "mother")];
const unseen = family([mother(), child("ann", [at("FOSTER_FAMILY")])], seen);
const until = (last: string): CaseFile => ({ ...unseen, serviceTerminationDate: day(last) });
const having = (of: Parameters<typeof child>[2]) =>
  family([mother(), child("ann", [at("FOSTER_FAMILY")], of)], seen);

describe("a deadline that passed unmet", () => {
  test(`can be met late as long as services run${covers("DEC-17")}`, () => {
    expect(ann("2027-01-15", unseen)).toEqual(["late", "OVERDUE", undefined]);
  });

  test(`is missed from the last service day on, and keeps its status${covers("DEC-14", "CON-14")}`, () => {
    const file = until("2026-12-21");
    expect(ann("2026-12-20", file)).toEqual(["late", "OVERDUE", undefined]);
    expect(ann("2026-12-21", file)).toEqual(["missed", "OVERDUE", "2026-12-21"]);
    expect(ann("2026-12-21", file, "FIRST30:ann")).toEqual(["missed", "OVERDUE", "2026-12-21"]);
    expect(ann("2027-06-01", file)).toEqual(["missed", "OVERDUE", "2026-12-21"]);
  });

  test(`is late again when the end of services is corrected or taken back${covers("DEC-14")}`, () => {
    expect(ann("2026-12-21", until("2026-12-22"))).toEqual(["late", "OVERDUE", undefined]);
    expect(ann("2026-12-22", until("2026-12-22"))).toEqual(["missed", "OVERDUE", "2026-12-22"]);
    expect(ann("2026-12-22", unseen)).toEqual(["late", "OVERDUE", undefined]);
  });

  test(`is met late by a contact of the last service day${covers("DEC-17", "DEC-18")}`, () => {
    const file = { ...until("2026-12-21"), contacts: [...seen, visit("2026-12-21", "ann")] };
    expect(ann("2026-12-22", file)).toEqual([undefined, "SATISFIED_LATE", undefined]);
  });

  test(`due on the last service day can still be met on it${covers("DEC-14")}`, () => {
    expect(ann("2026-12-01", until("2026-12-01"))).toEqual(["today", "OPEN", "2026-12-01"]);
    expect(ann("2026-12-02", until("2026-12-01"))).toEqual(["missed", "OVERDUE", "2026-12-01"]);
  });

  test(`is missed when the person has died or left, and late again on coming back${covers("DEC-13")}`, () => {
    expect(ann("2026-12-05", having({ deceasedOn: day("2026-12-05") }))).toEqual([
      "missed",
      "OVERDUE",
      "2026-12-05",
    ]);
    const gone = having({ to: day("2026-12-04") });
    expect(ann("2026-12-04", gone)).toEqual(["late", "OVERDUE", undefined]);
    expect(ann("2026-12-05", gone)).toEqual(["missed", "OVERDUE", "2026-12-05"]);
    const away = having({ absences: [{ from: day("2026-12-05"), to: day("2026-12-09") }] });
    expect(ann("2026-12-09", away)).toEqual(["missed", "OVERDUE", "2026-12-05"]);
    expect(ann("2026-12-10", away)).toEqual(["late", "OVERDUE", undefined]);
  });

  test(`counts as missed in the statement and says since when and why${covers("X-4", "X-5")}`, () => {
    const file = until("2026-12-21");
    const statement = complianceStatement(
      evaluate(file, book, day("2026-12-22")).duties.filter(({ rule }) => rule === "CON-4"),
      day("2026-12-22"),
    );
    expect(statement.total).toMatchObject({ LATE: 0, MISSED: 1 });
    const duty = dutyOn("2026-12-22", file, "INITIAL:ann");
    expect(readsAs(duty, day("2026-12-22"))).toBe("MISSED");
    // It grows no later: 12-02 to 12-21 without weekends.
    expect(latenessOn(duty, day("2027-03-01"), book)).toEqual({ n: 14, unit: "BUSINESS_DAYS" });
    const told = explain(file, book, day("2026-12-22"), duty.episodeId, duty.key);
    expect(told?.status).toBe("MISSED");
    expect(told?.steps.slice(-2)).toEqual([
      { step: "LAPSED", on: "2026-12-21", reason: "CASE_CLOSED" },
      { step: "WOULD_CHANGE", change: "EFFECTIVE_DATE_CORRECTED" },
    ]);
    const died = having({ deceasedOn: day("2026-12-05") });
    expect(
      explain(died, book, day("2026-12-06"), duty.episodeId, duty.key)?.steps.find(
        ({ step }) => step === "LAPSED",
      ),
    ).toEqual({ step: "LAPSED", on: "2026-12-05", reason: "DECEASED" });
  });

  test(`lapses exactly when services have ended or the person is gone, in any case${covers("DEC-13", "DEC-14")}`, () => {
    let lapsed = 0;
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(5, 150), (file, any, asOf) => {
        const { episodes, members } = readCaseFile(file);
        for (const duty of evaluate(file, any, asOf).duties) {
          const of = episodes.find((one) => one.id === duty.episodeId);
          const last = of?.lastServiceDay !== undefined && of.lastServiceDay <= asOf;
          const on: PlainDate = last ? (of.lastServiceDay as PlainDate) : asOf;
          const person = members.find((one) => one.id === duty.subject);
          const isGone =
            person !== undefined &&
            ((person.to !== undefined && person.to < on) ||
              (person.deceasedOn !== undefined && person.deceasedOn <= on) ||
              (person.absences ?? []).some(({ from, to }) => from <= on && on <= to));
          const isUnmet =
            duty.kind === "DEADLINE" &&
            duty.settledOn === undefined &&
            duty.cancelledOn === undefined;
          expect([duty.key, duty.lapsedOn !== undefined]).toEqual([
            duty.key,
            isUnmet && (last || isGone),
          ]);
          if (duty.lapsedOn === undefined) continue;
          lapsed += 1;
          expect(duty.lapsedOn >= (duty.dueOn ?? "")).toBe(true);
          expect(duty.lapsedOn <= asOf).toBe(true);
          expect(["OVERDUE", "OPEN"]).toContain(statusOn(duty, asOf));
          expect(bucketOf(duty, addDays(asOf, 1))).toBe("missed");
        }
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
    expect(lapsed).toBeGreaterThan(20);
  });
});
