// Plain JavaScript, like run.mjs: runs on whatever Node is there.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Longer than an orderly stop takes; after it the command is killed, and its own guards end what it started. */
const PATIENCE_MS = 10_000;

/**
 * Runs a command to its end and takes over its exit code. A guarded command stops, in order, when its standard
 * input ends: so it ends with us however we end, and we ask it to stop by closing that pipe.
 */
export function handOver({ program, args, cwd, env, guarded }) {
  const stdin = guarded ? "pipe" : "inherit";
  const child = spawn(program, args, { cwd, env, stdio: [stdin, "inherit", "inherit"] });
  const stop = () => {
    if (!guarded) return child.kill();
    child.stdin.end();
    setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS).unref();
  };
  child.stdin?.on("error", () => {});
  // Ctrl+C reaches the child as well; both ways of asking lead to the same orderly stop.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  watchStarter(stop);
  child.on("error", (error) => {
    console.error(`${program} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code ?? 1));
}

/** Under npm, the end of npm (or of the shell between it and us) is the end of the command. */
function watchStarter(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const starters = () => {
    const parent = process.ppid;
    return isShell(parent) ? `${parent} ${parentOf(parent)}` : `${parent}`;
  };
  const first = starters();
  const timer = setInterval(() => {
    if (first === starters()) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

/** The shell that npm may put between itself and a script, and that does not notice when npm is killed. */
function isShell(pid) {
  return /^\S*sh\0-c\0/.test(readProcess(pid, "cmdline"));
}

function parentOf(pid) {
  return readProcess(pid, "stat")
    .replace(/^.*\) . /s, "")
    .split(" ")[0];
}

function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
