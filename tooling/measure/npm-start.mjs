import { join } from "node:path";
import { handOver } from "../hand-over.mjs";

// What `run.mjs start` does once everything is installed, with a state of its own: nobody's data are touched.
handOver({
  program: process.execPath,
  args: [join(import.meta.dirname, "start.ts")],
  cwd: process.cwd(),
  env: process.env,
  guarded: true,
});

// Our standard input is held by what measures: its end is the end of this, in order.
process.stdin.once("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
