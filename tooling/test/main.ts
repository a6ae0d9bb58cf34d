import { mkdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { startServer } from "@kinward/postgres";
import type { Child } from "../start/processes.ts";
import { ROOT } from "../start/places.ts";
import { FAILED_ONCE } from "./counts.ts";
import { FOLDER, logOf } from "./files.ts";
import { runStage } from "./run-stage.ts";
import { type Stage, STAGES } from "./stages.ts";
import { describe, type Result, summary } from "./summary.ts";

const MINUTE = 60_000;
const isFull = process.env["KINWARD_SWEEP"] === "full";
const LINES_SHOWN = 120;

let current: Child | undefined;
let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void stop());
process.stdin.once("end", () => void stop());
process.stdin.once("error", () => void stop());
process.stdin.resume();

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const stages = STAGES.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
if (stages.length === 0) {
  console.error(
    `No stage has such a name. There are: ${STAGES.map(({ name }) => name).join("; ")}`,
  );
  process.exit(2);
}
// One throw-away PostgreSQL for all stages, so that the schema is made once; or one that is named, to test with its version.
const given = process.env["KINWARD_TEST_POSTGRES"];
const results: Result[] = [];
const server = given ? undefined : await startServer().catch(refuse);
for (const stage of stages) {
  if (isStopping) break;
  const result = await run(stage);
  if (isStopping) break;
  results.push(result);
  console.log(
    `${result.counts.failed > 0 ? "✗" : "·"} ${stage.name}: ${describe(result)} (${result.seconds.toFixed(1)} s)`,
  );
  if (result.counts.failed > 0 && result.remark === undefined)
    console.log(tailOf(logOf(stage.name)));
}
await server?.stop();
if (!isStopping) {
  console.log(summary(results));
  process.exit(results.some(({ counts }) => counts.failed > 0) ? 1 : 0);
}

function refuse(error: Error): undefined {
  results.push({ name: "PostgreSQL", seconds: 0, counts: FAILED_ONCE, remark: error.message });
}

async function run(stage: Stage): Promise<Result> {
  const needed = results.find(({ name }) => name === stage.needs);
  if (needed !== undefined && needed.counts.failed > 0) {
    return {
      name: stage.name,
      seconds: 0,
      counts: FAILED_ONCE,
      remark: `not run: ${needed.name} failed`,
    };
  }
  return runStage(stage, {
    folder: FOLDER,
    env: {
      ...process.env,
      KINWARD_TEST_POSTGRES: given || server?.superUrl,
      FORCE_COLOR: "0",
      NO_COLOR: "1",
    },
    limitMs: (isFull ? 60 : 10) * MINUTE,
    onChild: (child) => (current = child),
  });
}

function tailOf(log: string): string {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  const omitted = lines.length - LINES_SHOWN;
  const shown =
    omitted > 0
      ? [`... ${omitted} lines before, in ${relative(ROOT, log)}`, ...lines.slice(-LINES_SHOWN)]
      : lines;
  return shown.map((line) => `    ${line}`).join("\n");
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await current?.stop();
  await server?.stop();
  process.exit(130);
}
