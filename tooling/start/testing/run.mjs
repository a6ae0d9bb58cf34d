import { join } from "node:path";
import { handOver } from "../../hand-over.mjs";

handOver({
  program: process.env.KINWARD_TEST_NODE,
  args: [join(import.meta.dirname, "main.ts"), ...process.argv.slice(2)],
  cwd: process.cwd(),
  env: process.env,
  guarded: true,
});
