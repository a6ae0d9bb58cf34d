import { join } from "node:path";
import { APPS } from "../start/build.ts";
import { ROOT } from "../start/places.ts";
import { reportOf } from "./files.ts";

export interface Command {
  /** Script of a tool and its arguments, for Node. */
  readonly args: readonly string[];
  /** Folder below the root; by default the root. */
  readonly folder?: string;
}

export interface Stage {
  readonly name: string;
  readonly commands: readonly Command[];
  /** Tests are counted from Vitest's report; any other stage counts as one. */
  readonly isVitest: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** The stage without which this one has nothing to show. */
  readonly needs?: string;
}

const tool = (path: string) => join(ROOT, "node_modules", path);
const OXFMT = tool("oxfmt/bin/oxfmt");
const OXLINT = tool("oxlint/bin/oxlint");
const TSC = tool("typescript/bin/tsc");
const TURBO = tool("turbo/bin/turbo");
const VITE = tool("vite/bin/vite.js");
const VITEST = tool("vitest/vitest.mjs");

function check(name: string, ...commands: Command[]): Stage {
  return { name, commands, isVitest: false };
}

function tests(
  name: string,
  folder: string,
  extra: Partial<Stage> & { config?: string } = {},
): Stage {
  const { config, ...rest } = extra;
  const args = [VITEST, "run", ...(config === undefined ? [] : ["--config", config])];
  return { name, commands: [{ args, folder }], isVitest: true, ...rest };
}

/** Those whose answers could shift by a day run in two time zones on either side of midnight. */
const ZONED = ["domain", "wording", "db"];
const ZONES = ["UTC", "America/Los_Angeles"];

/** Packages whose types are not those of Node: pure, or for the browser. All others are one program, that of the tools. */
const APART = ["domain", "wording", "ui", "web", "admin"];

/** The tests that the table of policy coverage is made from. */
const DOMAIN = "domain, UTC";
const CLI = "apps/cli/src/main.ts";
const BUILD = "production build";

/** Everything that `npm test` runs, in order. */
export const STAGES: readonly Stage[] = [
  check("format", { args: [OXFMT, "--check"] }),
  check("lint", { args: [OXLINT, "--type-aware", "--deny-warnings"] }),
  check("lock files and places", { args: ["tooling/checks/main.ts"] }),
  check("boundaries", { args: ["tooling/boundaries/main.ts"] }),
  check(
    "types",
    {
      args: [
        TURBO,
        "run",
        "typecheck",
        "--ui=stream",
        "--output-logs=errors-only",
        "--continue",
        "--concurrency=2",
        ...APART.map((name) => `--filter=@kinward/${name}`),
      ],
    },
    { args: [TSC, "-p", "tooling"] },
  ),
  ...ZONES.flatMap((zone) =>
    ZONED.map((name) => tests(`${name}, ${zone}`, `packages/${name}`, { env: { TZ: zone } })),
  ),
  {
    ...check(
      "policy coverage",
      { args: [CLI, "coverage", "--check", "--reports", reportOf(DOMAIN)] },
      { args: ["tooling/checks/coverage.ts", reportOf(DOMAIN)] },
    ),
    needs: DOMAIN,
  },
  tests("db, without locks", "packages/db", { config: "vitest.without-lock.config.ts" }),
  tests("api", "apps/api"),
  tests("sample", "packages/sample"),
  tests("cli", "apps/cli"),
  tests("ui", "packages/ui"),
  tests("web", "apps/web"),
  tests("admin", "apps/admin"),
  tests("testkit", "packages/testkit"),
  tests("tooling", "tooling"),
  check("soak, short", { args: ["tooling/soak/main.ts", "--short"] }),
  check(
    BUILD,
    ...APPS.map(({ name, base }) => ({
      args: [VITE, "build", "--base", base, "--logLevel", "warn"],
      folder: `apps/${name}`,
    })),
  ),
  tests("browser parts, ui", "packages/ui", { config: "vitest.e2e.config.ts" }),
  tests("sizes, web", "apps/web", { config: "vitest.size.config.ts", needs: BUILD }),
  ...APPS.map(({ name }) =>
    tests(`browser journeys, ${name}`, `apps/${name}`, {
      config: "vitest.e2e.config.ts",
      needs: BUILD,
    }),
  ),
];
