import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  statfsSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Account, canReach, reachableTempFolders } from "./account.ts";
import { ensureFolder } from "./cluster.ts";

/** A unix socket's whole path has room for 103 bytes on macOS and 107 on Linux. */
const SOCKET_PATH_LIMIT = 103;
const SOCKET_NAME = "/.s.PGSQL.5432";

/** Memory is the fastest home for throw-away data, but containers often leave only 64 MB of it. */
const SHARED_MEMORY = "/dev/shm";
const SHARED_MEMORY_NEEDED = 2 * 1024 ** 3;

/**
 * The real folder for data that stays. Root's own checkouts are often closed to other accounts; the data then live
 * below /var/lib/kinward and the folder in the checkout is a link to them.
 */
export function persistentHome(dataDir: string, account: Account): string {
  if (!isThere(dataDir)) {
    mkdirSync(dirname(dataDir), { recursive: true });
    if (canReach(dirname(dataDir), account)) {
      ensureFolder(dataDir, account);
    } else {
      const key = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
      const elsewhere = join("/var/lib/kinward", key);
      mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
      ensureFolder(elsewhere, account);
      symlinkSync(elsewhere, dataDir);
    }
  }
  const home = realpathSync(dataDir);
  const uid = process.getuid?.();
  if (uid === 0 && statSync(home).uid === 0) ensureFolder(home, account);
  if (uid !== 0 && statSync(home).uid !== uid) {
    throw new Error(
      `The data folder ${dataDir} belongs to another account (${statSync(home).uid}), probably because Kinward was started as root before. ` +
        "Start it as that account again, or move the folder away to begin with an empty database.",
    );
  }
  return home;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A new folder for a server whose data are removed at the end. */
export function throwAwayHome(account: Account): string {
  const home = mkdtempSync(
    join(hasSharedMemory() ? SHARED_MEMORY : firstTemp(account), "kinward-"),
  );
  ensureFolder(home, account);
  return home;
}

function hasSharedMemory(): boolean {
  if (!existsSync(SHARED_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return bavail * bsize >= SHARED_MEMORY_NEEDED;
}

/** The folder of the socket: closed to everyone else, since who reaches the socket is let in. */
export function newSocketFolder(account: Account): string {
  const folder = mkdtempSync(join(firstTemp(account), "kinward-"));
  chmodSync(folder, 0o700);
  ensureFolder(folder, account);
  return folder;
}

export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(folder + SOCKET_NAME) <= SOCKET_PATH_LIMIT;
}

function firstTemp(account: Account): string {
  const found = reachableTempFolders(account).find((folder) =>
    fitsSocket(join(folder, "kinward-XXXXXX")),
  );
  if (found === undefined)
    throw new Error("PostgreSQL needs a temporary folder with a short path, such as /tmp.");
  return found;
}

/** Where a copy of the binaries may go when those of the checkout cannot be run by the account. */
export function stageFolders(home: string | undefined, account: Account): string[] {
  const beside = home !== undefined && basename(dirname(home)) === "kinward" ? [dirname(home)] : [];
  return [...beside, ...reachableTempFolders(account)];
}
