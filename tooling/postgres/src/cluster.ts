import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.ts";
import { SUPERUSER } from "./urls.ts";

/** The major version of the embedded server; a data folder belongs to one. */
const MAJOR = "18";

/** Creates the data folder `<home>/data` unless it is there. A half-made one from an interrupted start is redone. */
export function ensureCluster(
  home: string,
  binaries: string,
  account: Account,
  fsync: boolean,
): string {
  const data = join(home, "data");
  if (existsSync(join(data, "PG_VERSION"))) {
    const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
    if (version !== MAJOR) {
      throw new Error(
        `The data in ${data} was made by PostgreSQL ${version}; this Kinward brings ${MAJOR}. See docs/operations.md, "Upgrade".`,
      );
    }
    return data;
  }
  const building = join(home, "data.new");
  rmSync(building, { recursive: true, force: true });
  const arguments_ = ["-D", building, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const made = spawnSync(
    join(binaries, "bin", "initdb"),
    [...arguments_, ...locale, ...(fsync ? [] : ["--no-sync"])],
    {
      ...account,
      cwd: home,
      encoding: "utf8",
      env: { PATH: "/usr/bin:/bin", TZ: "UTC" },
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  renameSync(building, data);
  return data;
}

/** Makes a folder that the account owns. */
export function ensureFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
}

/** The process id that PostgreSQL noted in its data folder, dead or alive. */
export function notedPid(data: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(data, "postmaster.pid"), "utf8"), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends a server that was left behind (its guard and its starter were both killed). Called only by the holder of
 * the lock, so nobody else is using it.
 */
export async function endLeftover(data: string): Promise<void> {
  const pid = notedPid(data);
  if (pid === undefined || !isAlive(pid)) return;
  if (!isServerOf(pid, data)) {
    // The number has been given to another process since: the note is stale, and PostgreSQL would refuse to start.
    rmSync(join(data, "postmaster.pid"), { force: true });
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 3_000; waited += 50) {
      if (!isAlive(pid)) return;
      await sleep(50);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isServerOf(pid: number, data: string): boolean {
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  }
  const shown = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return shown.stdout.includes("postgres") && shown.stdout.includes(data);
}
