import { readFile } from "node:fs/promises";
import { type Difference, type Json, runWorkedCases } from "@kinward/domain/worked-cases";
import { type Command, usage } from "../command.ts";

const HOW = "worked-cases FILE";

const say = (value: Json | undefined): string =>
  value === undefined ? "nothing" : JSON.stringify(value);

const line = ({ at, expected, actual }: Difference): string =>
  `  ${at}: expected ${say(expected)}, got ${say(actual)}`;

/** Runs worked cases from a file and prints each difference; blocks that no rule answers yet are named, never passed. */
export const command: Command = {
  summary: "run worked cases from a JSON file and print each difference",
  run: async (args) => {
    const [file] = args;
    if (file === undefined || args.length !== 1) return usage(HOW);
    const { cases, unsupported } = runWorkedCases(JSON.parse(await readFile(file, "utf8")) as Json);
    for (const outcome of cases) {
      if (outcome.differences.length === 0) continue;
      process.stdout.write(`${outcome.id}\n${outcome.differences.map(line).join("\n")}\n`);
    }
    for (const block of unsupported) process.stdout.write(`Not judged: ${block}\n`);
    const checks = cases.reduce((sum, outcome) => sum + outcome.checks, 0);
    const differences = cases.reduce((sum, outcome) => sum + outcome.differences.length, 0);
    process.stdout.write(
      `${cases.length} cases, ${checks} values compared, ${differences} differences, ${unsupported.length} blocks or parts not judged\n`,
    );
    return differences === 0 ? 0 : 1;
  },
};
