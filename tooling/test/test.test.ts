import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countTests } from "./counts.ts";
import { logOf } from "./files.ts";
import { runStage } from "./run-stage.ts";
import type { Stage } from "./stages.ts";
import { summary } from "./summary.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kinward-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(values: object): string {
  const file = join(folder, "report.json");
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  };
  writeFileSync(file, JSON.stringify({ ...none, ...values }));
  return file;
}

test("cases are counted from the report", () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
  });
  expect(countTests(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("a file that cannot be read is a failure, although it has no test cases", () => {
  const file = report({
    numPassedTests: 5,
    testResults: [{ status: "failed", assertionResults: [] }],
  });
  expect(countTests(file, 1)).toMatchObject({ passed: 5, failed: 1 });
});

test("a run that fails between the tests, or leaves no report, is a failure", () => {
  expect(countTests(report({ numPassedTests: 5 }), 1)).toMatchObject({ passed: 5, failed: 1 });
  expect(countTests(join(folder, "none.json"), 0)).toMatchObject({ failed: 1 });
});

async function runScript(script: string, limitMs = 10_000) {
  const stage: Stage = { name: "a stage", commands: [{ args: ["-e", script] }], isVitest: false };
  const result = await runStage(stage, {
    folder,
    env: process.env,
    limitMs,
    onChild: () => undefined,
  });
  return { ...result.counts, log: readFileSync(logOf(stage.name, folder), "utf8") };
}

test("a stage without test cases counts as one, and what it says is kept", async () => {
  expect(await runScript("console.log('fine')")).toEqual({
    passed: 1,
    failed: 0,
    skipped: 0,
    log: "fine\n",
  });
  expect(await runScript("console.error('broken'); process.exit(3)")).toMatchObject({
    failed: 1,
    log: "broken\n",
  });
});

test("a stage that hangs is ended and counts as failed", async () => {
  expect(await runScript("setInterval(() => {}, 1000)", 300)).toMatchObject({
    passed: 0,
    failed: 1,
  });
});

test("the last line sums up, and a stage without tests does not look like one that passed", () => {
  const lines = summary([
    { name: "format", seconds: 1, counts: { passed: 1, failed: 0, skipped: 0 } },
    { name: "domain", seconds: 2, counts: { passed: 40, failed: 2, skipped: 1 } },
    {
      name: "cli",
      seconds: 0.5,
      counts: { passed: 0, failed: 0, skipped: 0 },
      remark: "no tests yet",
    },
  ]).split("\n");
  expect(lines.at(-1)).toBe("41 passed, 2 failed");
  expect(lines.at(-2)).toBe("4 s in all, 1 skipped");
  expect(lines).toContain("✗ domain     2.0 s  40 passed, 2 failed, 1 skipped");
  expect(lines).toContain("· cli        0.5 s  no tests yet");
});
