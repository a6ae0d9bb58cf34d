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
let stop = async (): Promise<void> => undefined;
const leave = (): void => void stop().finally(() => process.exit(130));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, leave);
process.stdin.once("end", leave);
process.stdin.once("error", leave);
process.stdin.resume();

const { violations } = await soak(
  options,
  (line) => console.log(line),
  (given) => (stop = given),
);
process.exit(violations.length > 0 ? 1 : 0);
