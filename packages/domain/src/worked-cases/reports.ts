import { complianceStatement } from "../reports/compliance.ts";
import { reportSchedule, type ScheduledReport } from "../reports/schedule.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import type { BlockChecker, JsonObject, WorkedCase } from "./checker.ts";
import { Comparison, isObject, objects, textOf } from "./compare.ts";
import { caseFileOf, evaluationOf, minimumMetIn } from "./facts-of-case.ts";
import { readCaseFile } from "../casefile/read-case-file.ts";
import { compareDuties } from "./duty-rows.ts";

const reportFields = (report: ScheduledReport) => ({
  n: report.n,
  periodStart: report.periodStart,
  periodEnd: report.periodEnd,
  due: report.dueOn,
});

const compareReports = (
  comparison: Comparison,
  at: string,
  expected: readonly JsonObject[],
  effectiveDate: string,
  lastServiceDay: string | undefined,
  workedCase: WorkedCase,
): void => {
  const latest = expected
    .map((row) => textOf(row["due"]) ?? "")
    .reduce((a, b) => (a > b ? a : b), effectiveDate);
  const actual = reportSchedule(
    plainDate(effectiveDate),
    lastServiceDay === undefined ? undefined : plainDate(lastServiceDay),
    workedCase.book,
    plainDate(latest),
  );
  expected.forEach((row, i) => {
    const report = actual.find((candidate) => candidate.n === row["n"]) ?? actual[i];
    comparison.fields(`${at}[${i}]`, row, report ? reportFields(report) : {});
  });
  // An open case goes on; the table of a closed one must be complete.
  if (lastServiceDay !== undefined)
    for (const report of actual.slice(expected.length))
      comparison.unexpected(`${at}[${report.n}]`, reportFields(report));
};

/** Report dates (REP-3, REP-5) and the statement of compliance (REP-9). */
export const reportsChecker: BlockChecker = {
  area: "reports",
  takes: (block) =>
    block === "reportTables" || block === "reportSchedule" || block === "progressReportStatement",
  check: (block, expected, workedCase) => {
    const comparison = new Comparison();
    const file = readCaseFile(caseFileOf(workedCase));
    const episode = file.episodes.find((candidate) => candidate.serviceType === "FSRP");
    if (block === "reportTables")
      objects(expected).forEach((table, i) => {
        const effectiveDate = textOf(table["effectiveDate"]) ?? "";
        const last = textOf(
          table["terminationDate"] ?? table["lastServiceDay"] ?? table["serviceTerminationDate"],
        );
        const reports = objects(table["reports"]);
        compareReports(comparison, `[${i}].reports`, reports, effectiveDate, last, workedCase);
      });
    else if (block === "reportSchedule" && episode)
      compareReports(
        comparison,
        "",
        objects(expected),
        episode.effectiveDate,
        episode.lastServiceDay,
        workedCase,
      );
    else if (block === "progressReportStatement" && isObject(expected)) {
      const period = {
        periodStart: plainDate(textOf(expected["periodStart"]) ?? ""),
        periodEnd: plainDate(textOf(expected["periodEnd"]) ?? ""),
      };
      const sentOn = textOf(expected["sentOn"] ?? expected["asOf"]);
      const on = sentOn === undefined ? addDays(period.periodEnd, 1) : plainDate(sentOn);
      const { duties } = evaluationOf(workedCase, on);
      const compliance = complianceStatement(duties, period, on, new Set());
      compareDuties(
        comparison,
        ".obligationsDueInPeriod",
        objects(expected["obligationsDueInPeriod"]),
        compliance.duties,
        on,
        minimumMetIn(workedCase, on),
      );
      const { obligationsDueInPeriod: _, ...rest } = expected;
      comparison.fields("", rest, {
        reportNumber: reportNumber(workedCase, period.periodStart, episode?.effectiveDate),
        periodStart: period.periodStart,
        periodEnd: period.periodEnd,
        contactRequirementsMet: compliance.statement !== "NOT_MET",
        statement: compliance.statement,
        reasons: compliance.notMet.map(({ key, status }) => `${key} ${status}`),
        sentOn: sentOn ?? null,
        asOf: sentOn ?? null,
      });
    }
    return comparison.result();
  },
};

const reportNumber = (
  workedCase: WorkedCase,
  periodStart: string,
  effectiveDate: string | undefined,
): number | undefined =>
  effectiveDate === undefined
    ? undefined
    : reportSchedule(
        plainDate(effectiveDate),
        undefined,
        workedCase.book,
        plainDate(periodStart),
      ).find((report) => report.periodStart === periodStart)?.n;
