import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";

/** The system account that PostgreSQL runs as. Empty: the account of this process. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>;

const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root, so root steps down: to the account that already owns the data,
 * or else to the unprivileged "nobody".
 */
export function accountFor(dataDir?: string): Account {
  if (process.getuid?.() !== 0) return {};
  if (dataDir !== undefined && existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  return { uid: NOBODY, gid: NOBODY };
}

/** Whether the account can pass through the folder (a checkout below /root, for one, is closed to all but root). */
export function canReach(folder: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], {
    ...account,
    cwd: "/",
  });
  return probe.status === 0;
}

/** Temporary folders that exist and can be reached by the account, the configured one first. */
export function reachableTempFolders(account: Account): string[] {
  const candidates = [...new Set([tmpdir(), "/tmp", "/var/tmp"])];
  return candidates.filter((folder) => existsSync(folder) && canReach(folder, account));
}
