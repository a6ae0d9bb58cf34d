import { closeSync, existsSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Child, startNode } from "../start/processes.ts";
import { ROOT } from "../start/places.ts";
import { type Counts, countTests, FAILED_ONCE, PASSED_ONCE } from "./counts.ts";
import { logOf, reportOf } from "./files.ts";
import type { Command, Stage } from "./stages.ts";
import type { Result } from "./summary.ts";

export interface StageRun {
  /** Folder for logs and reports. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** No stage may hang for ever: after this it counts as failed. */
  readonly limitMs: number;
  readonly onChild: (child: Child) => void;
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs one stage to its end; what its tools say goes to its log. */
export async function runStage(stage: Stage, run: StageRun): Promise<Result> {
  const started = performance.now();
  const { counts, remark } = await countStage(stage, run);
  const seconds = (performance.now() - started) / 1000;
  return { name: stage.name, seconds, counts, ...(remark === undefined ? {} : { remark }) };
}

async function countStage(
  stage: Stage,
  run: StageRun,
): Promise<{ counts: Counts; remark?: string }> {
  const report = reportOf(stage.name, run.folder);
  rmSync(report, { force: true });
  const output = openSync(logOf(stage.name, run.folder), "w");
  try {
    for (const command of stage.commands) {
      if (stage.isVitest && !hasConfig(command)) return { counts: NOTHING, remark: "no tests yet" };
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const args = stage.isVitest ? [...command.args, ...reporters] : command.args;
      const code = await runCommand(stage, { ...command, args }, run, output);
      if (stage.isVitest) {
        const counts = countTests(report, code);
        const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
        return isEmpty ? { counts, remark: "no tests yet" } : { counts };
      }
      if (code !== 0) return { counts: FAILED_ONCE };
    }
    return { counts: PASSED_ONCE };
  } finally {
    closeSync(output);
  }
}

/** A package without Vitest configuration has no tests of that kind. */
function hasConfig({ args, folder = "" }: Command): boolean {
  const named = args[args.indexOf("--config") + 1];
  const config = args.includes("--config") && named !== undefined ? named : "vitest.config.ts";
  return existsSync(join(ROOT, folder, config));
}

async function runCommand(
  stage: Stage,
  command: Command,
  run: StageRun,
  output: number,
): Promise<number> {
  const child = startNode({
    name: stage.name,
    args: command.args,
    cwd: join(ROOT, command.folder ?? ""),
    env: { ...run.env, ...stage.env },
    output,
  });
  run.onChild(child);
  const timer = setTimeout(() => void child.stop(), run.limitMs);
  const code = await child.ended;
  clearTimeout(timer);
  return code;
}
