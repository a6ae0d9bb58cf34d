import type { Command } from "./command.ts";

/** Each command is loaded when it is called: `worked-cases` needs no database driver, `db` no rules. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  coverage: () => import("./commands/coverage.ts"),
  db: () => import("./commands/db.ts"),
  evaluate: () => import("./commands/evaluate.ts"),
  ledger: () => import("./commands/ledger.ts"),
  sample: () => import("./commands/sample.ts"),
  "worked-cases": () => import("./commands/worked-cases.ts"),
};

const [name, ...args] = process.argv.slice(2);
const load = name === undefined ? undefined : COMMANDS[name];
if (load === undefined) {
  const asked = name === undefined || name === "help" || name === "--help";
  const out = asked ? process.stdout : process.stderr;
  if (!asked) out.write(`There is no command "${name}".\n\n`);
  out.write(`Usage: npm run kinward -- COMMAND [ARGUMENTS]\n\nCommands:\n`);
  for (const [one, loadOne] of Object.entries(COMMANDS))
    out.write(`  ${one.padEnd(14)} ${(await loadOne()).command.summary}\n`);
  process.exitCode = asked ? 0 : 2;
} else {
  const { command } = await load();
  process.exitCode = await command.run(args);
}
