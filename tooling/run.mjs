// The one entry of every command, for whatever Node is there: brings the pinned pnpm and Node 24 through the lock
// files, installs, and hands over. Plain JavaScript, and no packages, because nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { handOver } from "./hand-over.mjs";

const COMMANDS = {
  start: { script: "tooling/start/main.ts", guarded: true },
  dev: { script: "tooling/start/dev.ts", guarded: true },
  test: { script: "tooling/test/main.ts", guarded: true },
  "test:all": { script: "tooling/test/main.ts", guarded: true, env: { KINWARD_SWEEP: "full" } },
  measure: { script: "tooling/measure/main.ts", guarded: true },
  soak: { script: "tooling/soak/main.ts", guarded: true },
  "bench:assignment": { script: "tooling/bench/main.ts", guarded: true },
  "bench:duties": { script: "tooling/bench-duties/src/main.ts", guarded: true },
  build: { script: "tooling/start/build.ts", guarded: true },
  kinward: { script: "apps/cli/src/main.ts", guarded: false },
};

/** The first Node that runs TypeScript by itself; needed only where the lock file brings no Node. */
const OWN_NODE_NEEDED = [22, 18];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, "tooling", "toolchain");
const env = cleanEnvironment();

const [name = "", ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) fail(`Usage: node tooling/run.mjs ${Object.keys(COMMANDS).join(" | ")}`);
if (process.platform === "win32")
  fail("Kinward does not run on Windows yet. Use Linux, macOS or WSL 2.");
if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`Kinward needs Node 20 or newer to start; this is ${process.version}.`);
}

bringPnpm();
install();
const program = findNode();
handOver({
  program,
  args: [join(root, command.script), ...rest],
  // npm runs scripts in the folder of package.json; file names on the command line mean the caller's folder.
  cwd: command.guarded ? root : (process.env.INIT_CWD ?? process.cwd()),
  env: { ...env, ...command.env },
  guarded: command.guarded,
});

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** npm's own variables would tell pnpm and others that they run inside a script of another package. */
function cleanEnvironment() {
  const cleaned = {
    // Saves a third of the time that loading takes.
    NODE_COMPILE_CACHE: join(root, ".kinward", "compile-cache"),
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
  };
  for (const key of Object.keys(cleaned))
    if (/^npm_(lifecycle|package)_/.test(key)) delete cleaned[key];
  if (!isWritable(cleaned.HOME)) {
    cleaned.HOME = join(root, ".kinward", "home");
    mkdirSync(cleaned.HOME, { recursive: true });
    // npm has derived these from the home that cannot be used.
    for (const key of ["npm_config_cache", "npm_config_userconfig"]) delete cleaned[key];
  }
  return cleaned;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function bringPnpm() {
  const stamp = join(toolchain, "node_modules", ".kinward-stamp");
  once(stamp, [join(toolchain, "package-lock.json")], () => {
    console.error("Bringing pnpm ...");
    run(
      "npm",
      ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
      toolchain,
    );
    // What pnpm's own install script does: without it the command is a placeholder that some callers cannot run.
    run(process.execPath, ["node_modules/pnpm/install.js"], toolchain);
  });
  env.PATH = [
    join(root, "node_modules", ".bin"),
    join(toolchain, "node_modules", ".bin"),
    env.PATH ?? "",
  ].join(delimiter);
}

function install() {
  const stamp = join(root, "node_modules", ".kinward-stamp");
  once(stamp, [join(root, "pnpm-lock.yaml"), join(root, "pnpm-workspace.yaml")], () => {
    console.error("Installing packages ...");
    run("pnpm", ["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"], root);
  });
}

/** Does the work unless it was done for the same files, platform and place: a second start needs no network. */
function once(stamp, files, work) {
  const hash = createHash("sha256").update([root, process.platform, process.arch].join(" "));
  for (const file of files) hash.update(readFileSync(file));
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  work();
  writeFileSync(stamp, wanted);
}

/** What is said on the way goes to standard error: standard output belongs to the command. */
function run(program, args, cwd) {
  const done = spawnSync(program, args, { cwd, env, stdio: ["ignore", 2, 2] });
  if (done.error) fail(`${program} could not be started: ${done.error.message}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function findNode() {
  const brought = join(
    root,
    "node_modules",
    `node-${process.platform}-${process.arch}`,
    "bin",
    "node",
  );
  if (existsSync(brought)) return brought;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [neededMajor, neededMinor] = OWN_NODE_NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor))
    return process.execPath;
  return fail(
    `On ${process.platform} ${process.arch} Kinward uses the Node that is installed, and needs ${OWN_NODE_NEEDED.join(".")} or newer; this is ${process.version}.`,
  );
}
