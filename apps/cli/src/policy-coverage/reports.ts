import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { PassedTest } from "./join.ts";

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The tests of a Vitest JSON report that passed; skipped and failed ones prove nothing. */
export const passedTests = (report: VitestReport, root: string): readonly PassedTest[] =>
  report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "passed")
      .map(({ fullName }) => ({ file: relative(root, name), title: fullName })),
  );

export const readReport = (file: string): VitestReport =>
  JSON.parse(readFileSync(file, "utf8")) as VitestReport;

/** Runs the tests of one package and gives their report; throws when Vitest wrote none. */
export const runTests = (root: string, folder: string): VitestReport => {
  const scratch = mkdtempSync(join(tmpdir(), "kinward-coverage-"));
  const file = join(scratch, "report.json");
  try {
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    const args = [vitest, "run", "--reporter=json", `--outputFile=${file}`];
    spawnSync(process.execPath, args, { cwd: join(root, folder), stdio: "ignore" });
    return readReport(file);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};
