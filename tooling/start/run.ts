import { join } from "node:path";
import type { Front } from "./front.ts";
import { ROOT, STATE } from "./places.ts";
import { type StartOptions, supervise } from "./supervisor.ts";

const USAGE =
  "Usage: npm start [-- --empty]\n  --empty  begin without the sample agency and create your own";

/** The command: reads arguments and environment, and listens for every way of asking for a stop. */
export async function run(front: Front, overrides: Partial<StartOptions> = {}): Promise<void> {
  const unknown = process.argv.slice(2).filter((argument) => argument !== "--empty");
  if (unknown.length > 0) {
    console.error(USAGE);
    process.exit(2);
  }
  // A terminal that has gone must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const code = await supervise({
    env: process.env,
    state: STATE,
    cwd: ROOT,
    cli: join(ROOT, "apps/cli/src/main.ts"),
    api: join(ROOT, "apps/api/src/main.ts"),
    front,
    empty: process.argv.includes("--empty"),
    say: (line) => console.log(line),
    onStopRequest,
    ...overrides,
  });
  process.exit(code);
}

/** Ctrl+C and the like, or the end of standard input: a pipe held by `run.mjs` (see hand-over.mjs). */
function onStopRequest(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.stdin.once("end", stop);
  process.stdin.once("error", stop);
  process.stdin.resume();
}
