import { readOptions, USAGE } from "./options.ts";
import { soak } from "./soak.ts";

let options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(`Usage: ${USAGE}`);
  process.exit(2);
}
// What was started ends with this process: its guards see the end of their standard input.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => process.exit(130));
process.stdin.once("end", () => process.exit(130));
process.stdin.once("error", () => process.exit(130));
process.stdin.resume();

const { violations } = await soak(options, (line) => console.log(line));
process.exit(violations.length > 0 ? 1 : 0);
