import { parseArgs } from "node:util";
import { benchAssignment } from "./assignment.ts";
import { benchChain } from "./chain.ts";
import { benchSimulation } from "./simulation.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "6" },
    seconds: { type: "string", default: "2" },
    clients: { type: "string", default: "16" },
  },
});
let stop = async (): Promise<void> => undefined;
const leave = (): void => void stop().finally(() => process.exit(130));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, leave);
process.stdin.once("end", leave);
process.stdin.once("error", leave);
process.stdin.resume();

const say = (line: string): void => console.log(line);
await benchAssignment(
  {
    rounds: Number(values.rounds),
    sliceMs: Number(values.seconds) * 1_000,
    clients: Number(values.clients),
  },
  say,
  (given) => (stop = given),
);
benchChain(say);
benchSimulation(say);
process.exit(0);
