import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBusinessDay } from "../calendar/office-calendar.ts";
import type { Duty } from "../contacts/duty.ts";
import { addDays } from "../kernel/plain-date.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import type { SettingValues } from "../policy/settings.ts";
import { covers, dateIn, day } from "../testing/index.ts";
import { complianceStatement } from "./compliance.ts";
import { reportDueOn, reportSchedule } from "./schedule.ts";

const defaults = defaultPolicyBook("IA_FSRP");
const dues = (
  effective: string,
  last: string | undefined,
  values: Partial<SettingValues> = {},
  until = "2027-12-31",
) =>
  reportSchedule(
    day(effective),
    last === undefined ? undefined : day(last),
    withSettings(defaults, values),
    day(until),
  ).map((report) => `${report.periodStart} ${report.periodEnd} ${report.dueOn}`);

describe("the schedule of progress reports", () => {
  test(`ends with the service; a report due on the last day is due${covers("REP-3", "DEC-24")}`, () => {
    expect(dues("2026-11-20", "2027-02-10")).toEqual([
      "2026-11-20 2026-12-19 2026-12-20",
      "2026-12-20 2027-01-19 2027-01-20",
    ]);
    expect(dues("2026-11-20", "2027-01-20")).toHaveLength(2);
    expect(dues("2026-11-20", "2027-01-19")).toHaveLength(1);
  });

  test(`may have a last partial report, never besides one due that day${covers("DEC-24")}`, () => {
    const final = { finalPartialReport: true };
    expect(dues("2026-11-20", "2027-02-10", final).at(-1)).toBe("2027-01-20 2027-02-10 2027-02-10");
    expect(dues("2026-11-20", "2027-01-20", final)).toHaveLength(2);
    expect(dues("2026-11-20", "2026-11-30", final)).toEqual(["2026-11-20 2026-11-30 2026-11-30"]);
  });

  test(`a roll moves the due date, never the period, and decides about the last report${covers("REP-5", "DEC-23", "DEC-24")}`, () => {
    const next = { reportDueRoll: "NEXT_BUSINESS_DAY" } as const;
    expect(dues("2026-11-20", "2026-12-20", next)).toEqual([]);
    expect(dues("2026-11-20", "2026-12-21", next)).toEqual(["2026-11-20 2026-12-19 2026-12-21"]);
    expect(dues("2026-11-20", "2026-12-18", { reportDueRoll: "PREVIOUS_BUSINESS_DAY" })).toEqual([
      "2026-11-20 2026-12-19 2026-12-18",
    ]);
  });

  test(`is one period after another without gap, due dates on business days when rolled${covers("REP-5", "DEC-23")}`, () => {
    fc.assert(
      fc.property(dateIn(0, 900), (effective) => {
        const reports = reportSchedule(effective, undefined, defaults, addDays(effective, 500));
        reports.forEach((report, i) => {
          expect(report.periodStart).toBe(
            i === 0 ? effective : addDays(reports[i - 1]?.periodEnd ?? effective, 1),
          );
          expect(report.dueOn).toBe(addDays(report.periodEnd, 1));
          const rolled = reportDueOn(
            effective,
            report.n,
            withSettings(defaults, { reportDueRoll: "NEXT_BUSINESS_DAY" }),
          );
          expect(isBusinessDay(defaults, rolled) && rolled >= report.dueOn).toBe(true);
        });
      }),
      { seed: 9, numRuns: 50 },
    );
  });
});

describe("the statement of compliance", () => {
  const duty = (key: string, more: Partial<Duty>) =>
    ({ key, kind: "DEADLINE", dueOn: day("2026-12-25"), missing: [], ...more }) as unknown as Duty;
  const period = { periodStart: day("2026-12-20"), periodEnd: day("2027-01-19") };
  const state = (duties: readonly Duty[], noted: readonly string[] = []) =>
    complianceStatement(duties, period, day("2027-01-20"), new Set(noted)).statement;

  test(`is met, met late with a note, or not met${covers("REP-9", "DEC-25")}`, () => {
    const met = duty("a", { settledOn: day("2026-12-24") });
    const late = duty("b", { settledOn: day("2026-12-28") });
    const cancelled = duty("c", { cancelledOn: day("2026-12-23") });
    const outside = duty("d", { dueOn: day("2027-01-20") });
    expect(state([met, cancelled, outside])).toBe("MET");
    expect(state([met, late])).toBe("NOT_MET");
    expect(state([met, late], ["b"])).toBe("MET_LATE");
    expect(state([duty("e", {})], ["e"])).toBe("NOT_MET");
  });
});
