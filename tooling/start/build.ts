import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { type Child, startNode } from "./processes.ts";
import { ROOT, STATE } from "./places.ts";
import { StartRefused } from "./settings.ts";

interface App {
  readonly name: "web" | "admin";
  /** Where the API serves it. */
  readonly base: string;
}

export const APPS: readonly App[] = [
  { name: "web", base: "/" },
  { name: "admin", base: "/admin/" },
];

/** What both apps are made of besides their own folder. */
const SHARED_INPUTS = [
  "packages/domain",
  "packages/wording",
  "packages/ui",
  "pnpm-lock.yaml",
  "tooling/typescript",
];

const IGNORED = new Set(["node_modules", "dist", ".turbo", ".vite"]);

export function distOf(app: App): string {
  return join(ROOT, "apps", app.name, "dist");
}

/**
 * Builds the apps whose inputs have changed since their last build, one after the other.
 * @throws when a build fails; Vite has said why.
 */
export async function buildApps(
  onChild: (child: Child) => void,
  say: (line: string) => void,
): Promise<void> {
  for (const app of APPS) {
    const stamp = join(STATE, `build-${app.name}`);
    const wanted = hashInputs(app);
    const isBuilt = existsSync(join(distOf(app), "index.html")) && existsSync(stamp);
    if (isBuilt && readFileSync(stamp, "utf8") === wanted) continue;
    say(`Building the ${app.name} app ...`);
    rmSync(stamp, { force: true });
    const child = startNode({
      name: `build of the ${app.name} app`,
      args: [
        join(ROOT, "node_modules/vite/bin/vite.js"),
        "build",
        "--base",
        app.base,
        "--logLevel",
        "warn",
      ],
      cwd: join(ROOT, "apps", app.name),
      env: { ...process.env, NODE_ENV: "production" },
    });
    onChild(child);
    if ((await child.ended) !== 0)
      throw new StartRefused(`The ${app.name} app could not be built.`);
    mkdirSync(STATE, { recursive: true });
    writeFileSync(stamp, wanted);
  }
}

function hashInputs(app: App): string {
  const hash = createHash("sha256").update(app.base);
  for (const input of [`apps/${app.name}`, ...SHARED_INPUTS]) {
    for (const file of filesBelow(join(ROOT, input))) {
      hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !IGNORED.has(name) && !name.includes(".test."))
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}

if (process.argv[1] === import.meta.filename) {
  await buildApps(
    () => undefined,
    (line) => console.log(line),
  );
  console.log("Both apps are built.");
}
