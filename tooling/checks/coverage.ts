import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// The committed table is the one that the rules and the tests of today make.
const root = join(import.meta.dirname, "../..");
const table = join(root, "docs/policy-coverage.md");
const reports = process.argv.slice(2);

const made = spawnSync(
  process.execPath,
  ["apps/cli/src/main.ts", "coverage", "--reports", ...reports],
  {
    cwd: root,
    encoding: "utf8",
  },
);
process.stderr.write(made.stderr);
if (made.status !== 0) process.exit(1);
if (made.stdout !== readFileSync(table, "utf8")) {
  console.error("docs/policy-coverage.md is not up to date: npm run kinward -- coverage --write");
  process.exit(1);
}
