import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import type { Readable } from "node:stream";
import type { Account } from "./account.ts";

/**
 * Runs postgres below a shell that waits for the end of its standard input, so that the server stops (and its
 * folder is removed) however our process ends, kill -9 included. Descriptor 3 is held by postgres alone: when it
 * closes, postgres is gone. `setsid` (detached) keeps Ctrl+C away: who started the server stops it, in order.
 */
const SCRIPT = `
"$@" </dev/null >&2 & p=$!
exec 3>&-
cat >/dev/null
kill -INT $p 2>/dev/null
(sleep 3; kill -QUIT $p) >/dev/null 2>&1 & t=$!
wait $p
kill $t 2>/dev/null
rm -rf "$0"
`;

export interface GuardedProcess {
  /** Resolves when postgres is gone, or its guard is. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back; forced after three seconds. */
  stop(): Promise<void>;
  readonly pids: { readonly guard: number };
}

export interface GuardOptions {
  readonly command: readonly string[];
  readonly account: Account;
  readonly cwd: string;
  /** Descriptor of the open log file. */
  readonly log: number;
  /** Removed when the server has stopped. */
  readonly removeAfter: string;
  /** Process id of the running postgres, if any; used only when the guard itself was killed. */
  readonly serverPid: () => number | undefined;
}

export function spawnGuarded(options: GuardOptions): GuardedProcess {
  const { command, account, cwd, log, removeAfter, serverPid } = options;
  const guard = spawn("/bin/sh", ["-c", SCRIPT, removeAfter, ...command], {
    ...account,
    cwd,
    detached: true,
    stdio: ["pipe", "ignore", log, "pipe"],
    env: { PATH: "/usr/bin:/bin", TZ: "UTC" },
  });
  // Writing to a guard that is already gone must not bring us down as well.
  guard.stdin?.on("error", () => undefined);
  const guardGone = once(guard);
  const postgresGone = endOf(guard.stdio[3] as Readable);

  async function stop(): Promise<void> {
    guard.stdin?.end();
    await settles(guardGone, 8_000);
    await escalate(serverPid, postgresGone);
    rmSync(removeAfter, { recursive: true, force: true });
  }
  return {
    ended: Promise.race([guardGone, postgresGone]),
    stop,
    pids: { guard: guard.pid ?? 0 },
  };
}

/** When the guard was killed its postgres still runs: stop it ourselves, ever more firmly. */
async function escalate(serverPid: () => number | undefined, gone: Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (await settles(gone, 0)) return;
    const pid = serverPid();
    if (pid === undefined) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await settles(gone, 2_000)) return;
  }
}

function once(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
}

function endOf(stream: Readable): Promise<void> {
  stream.resume();
  return new Promise((resolve) => {
    stream.once("close", () => resolve());
    stream.once("error", () => resolve());
  });
}

function settles(promise: Promise<void>, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), withinMs);
    void promise.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
