import { parseArgs } from "node:util";
import { benchAssignment } from "./assignment.ts";
import { benchSimulation } from "./simulation.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "6" },
    seconds: { type: "string", default: "2" },
    clients: { type: "string", default: "16" },
  },
});
process.stdin.once("end", () => process.exit(130));
process.stdin.once("error", () => process.exit(130));
process.stdin.resume();

await benchAssignment(
  {
    rounds: Number(values.rounds),
    sliceMs: Number(values.seconds) * 1_000,
    clients: Number(values.clients),
  },
  (line) => console.log(line),
);
benchSimulation((line) => console.log(line));
process.exit(0);
