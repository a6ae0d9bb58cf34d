import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, usage } from "../command.ts";
import { CATALOGUE } from "../policy-coverage/catalogue.ts";
import { domainAreas, loadDeclaredRules } from "../policy-coverage/declared-rules.ts";
import { type Baseline, baselineOf, joinCoverage, lossesSince } from "../policy-coverage/join.ts";
import { renderBaseline, renderCoverage } from "../policy-coverage/render.ts";
import { passedTests, readReport, runTests } from "../policy-coverage/reports.ts";

const HOW = "coverage [--write | --check] [--reports VITEST-JSON...]";
const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const TABLE = join(ROOT, "docs", "policy-coverage.md");
const BASELINE = join(ROOT, "packages", "domain", "requirements", "covered.json");

/** The files after `--reports`; undefined where the option is missing, so that the domain's tests are run instead. */
const reportFiles = (args: readonly string[]): readonly string[] | undefined => {
  const at = args.indexOf("--reports");
  if (at < 0) return undefined;
  const rest = args.slice(at + 1);
  const end = rest.findIndex((arg) => arg.startsWith("--"));
  return end < 0 ? rest : rest.slice(0, end);
};

/** Shows, writes or checks which requirement has a rule and a test. */
export const command: Command = {
  summary: "which requirement of the policy has a rule and a test",
  run: async (args) => {
    const files = reportFiles(args);
    const known = new Set(["--write", "--check", "--reports", ...(files ?? [])]);
    const both = args.includes("--write") && args.includes("--check");
    if (both || files?.length === 0 || args.some((arg) => !known.has(arg))) return usage(HOW);

    const reports = files?.map(readReport) ?? [runTests(ROOT, "packages/domain")];
    const tests = reports.flatMap((report) => passedTests(report, ROOT));
    const coverage = joinCoverage(CATALOGUE, await loadDeclaredRules(domainAreas(ROOT)), tests);
    const baseline = existsSync(BASELINE)
      ? (JSON.parse(readFileSync(BASELINE, "utf8")) as Baseline)
      : {};

    if (args.includes("--write")) {
      writeFileSync(TABLE, renderCoverage(CATALOGUE, coverage));
      writeFileSync(BASELINE, renderBaseline(baselineOf(coverage)));
    } else if (!args.includes("--check")) process.stdout.write(renderCoverage(CATALOGUE, coverage));

    const losses = args.includes("--check") ? lossesSince(baseline, coverage) : [];
    for (const id of coverage.unknown)
      process.stderr.write(`${id} is named by a rule or test and is not in the catalogue.\n`);
    for (const loss of losses)
      process.stderr.write(`Lost since the last committed table: ${loss}\n`);
    const failed = coverage.unknown.length + losses.length;
    if (args.includes("--check") && failed === 0)
      process.stdout.write(
        `${CATALOGUE.requirements.length} requirements checked: no rule and no test was lost.\n`,
      );
    return failed > 0 ? 1 : 0;
  },
};
