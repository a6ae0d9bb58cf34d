import { loadavg } from "node:os";
import { join } from "node:path";
import { startServer } from "@kinward/postgres";
import { buildApps } from "../start/build.ts";
import { ROOT } from "../start/places.ts";
import { type Child, startNode } from "../start/processes.ts";
import { measureLists } from "./lists.ts";
import { measureRunning } from "./running.ts";

/** Something that is measured; it fails when what must hold does not, never because it takes long. */
interface Part {
  readonly name: string;
  readonly run: () => Promise<boolean>;
}

const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");

let current: Child | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void stop());
process.stdin.once("end", () => void stop());
process.stdin.once("error", () => void stop());
process.stdin.resume();

const server = await startServer();
const PARTS: readonly Part[] = [
  { name: "sizes", run: () => vitest("apps/web", ["--config", "vitest.size.config.ts"]) },
  { name: "starts", run: () => measureRunning(own, (line) => console.log(line)) },
  { name: "lists", run: () => measureLists(own, (line) => console.log(line)) },
  {
    name: "race",
    run: () => program(["tooling/soak/main.ts", "--referrals", "2000"]),
  },
  {
    name: "model",
    run: () =>
      vitest("packages/domain", ["src/assignment/naive-model"], {
        KINWARD_MODEL_SEQUENCES: "100000",
      }),
  },
  {
    name: "duties",
    run: () =>
      vitest("packages/db", ["src/duties/incremental", "--testTimeout=7200000"], {
        KINWARD_SEQUENCES: "100000",
      }),
  },
  {
    name: "ledger",
    run: () => vitest("apps/cli", ["src/ledger/speed"], { KINWARD_MEASURE_LINES: "200000" }),
  },
  {
    name: "days",
    run: () =>
      vitest("apps/api", ["src/measure/passing-days"], {
        KINWARD_MEASURE_DAYS: "90",
        KINWARD_MEASURE_CASES: "400",
      }),
  },
];

const wanted = process.argv.slice(2);
const parts = PARTS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);
if (parts.length === 0)
  console.error(`No part has such a name. There are: ${PARTS.map(({ name }) => name).join("; ")}`);

await buildApps(own, (line) => console.log(line));
let failed = parts.length === 0;
for (const part of parts) {
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`\n── ${part.name} (load before it: ${load.join(", ")})`);
  if (!(await part.run())) {
    console.log(`✗ ${part.name}: what must hold does not`);
    failed = true;
  }
}
await server.stop();
process.exit(failed ? 1 : 0);

function own(child: Child): void {
  current = child;
}

/** The same tests as in `npm test`, at full size. */
function vitest(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  return program([VITEST, "run", ...args, "--disable-console-intercept"], join(ROOT, folder), env);
}

async function program(
  args: readonly string[],
  cwd = ROOT,
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  const child = startNode({
    name: "measuring",
    args,
    cwd,
    env: { ...process.env, KINWARD_TEST_POSTGRES: server.superUrl, ...env },
  });
  own(child);
  return (await child.ended) === 0;
}

async function stop(): Promise<void> {
  await current?.stop();
  await server.stop();
  process.exit(130);
}
