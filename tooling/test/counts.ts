import { existsSync, readFileSync } from "node:fs";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

export const FAILED_ONCE: Counts = { passed: 0, failed: 1, skipped: 0 };
export const PASSED_ONCE: Counts = { passed: 1, failed: 0, skipped: 0 };

/**
 * Counts the test cases of a Vitest run. A file that could not even be read counts as one failed case, and a run
 * that failed for any other reason (an error between the tests, no report at all) does so too.
 */
export function countTests(reportFile: string, exitCode: number): Counts {
  if (!existsSync(reportFile)) return FAILED_ONCE;
  const report = JSON.parse(readFileSync(reportFile, "utf8")) as VitestReport;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
