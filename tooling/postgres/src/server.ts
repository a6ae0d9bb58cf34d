import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { accountFor } from "./account.ts";
import { runnableBinaries } from "./binaries.ts";
import { ensureDatabase, runStatements } from "./databases.ts";
import { endLeftover, ensureCluster, ensureFolder, notedPid } from "./cluster.ts";
import {
  fitsSocket,
  newSocketFolder,
  persistentHome,
  stageFolders,
  throwAwayHome,
} from "./folders.ts";
import { type GuardedProcess, spawnGuarded } from "./guard.ts";
import { type Lock, tryLock } from "./lock.ts";
import { roleStatements } from "./setup-sql.ts";
import { type DatabaseUrls, urlsOf } from "./urls.ts";

/** The database that the server is set up with. */
export const DATABASE = "kinward";

export interface ServerOptions {
  /** Keeps the data in this folder. Absent: a throw-away server, removed when it stops. */
  readonly dataDir?: string;
  /** Whether a commit waits for the disk; by default exactly when the data stay. */
  readonly fsync?: boolean;
  /** Folder of the unix socket; by default a new, short one among the temporary folders. */
  readonly socketDir?: string;
  /** Receives one line per step. */
  readonly log?: (line: string) => void;
}

export interface Server extends DatabaseUrls {
  /** The socket's folder, as `host` of a connection. */
  readonly host: string;
  readonly port: number;
  /** Resolves when the server is gone, asked for or not. */
  readonly ended: Promise<void>;
  readonly pids: { readonly guard: number; readonly postgres: number };
  stop(): Promise<void>;
}

/** The data folder is being used by another process that started Kinward from it. */
export class DataFolderInUse extends Error {
  readonly holder: { readonly pid: number; readonly host: string } | undefined;
  constructor(dataDir: string, holder: DataFolderInUse["holder"]) {
    const by = holder === undefined ? "" : ` (process ${holder.pid})`;
    super(`Kinward is already running on the data folder ${dataDir}${by}. Stop it first.`);
    this.holder = holder;
  }
}

/**
 * Starts PostgreSQL, ready with the database `kinward` and its roles. It stops with this process, however that
 * ends.
 * @throws DataFolderInUse when another process has the data folder.
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { log = () => undefined } = options;
  const dataDir = options.dataDir === undefined ? undefined : resolve(options.dataDir);
  const fsync = options.fsync ?? dataDir !== undefined;
  const account = accountFor(dataDir);
  const home = dataDir === undefined ? throwAwayHome(account) : persistentHome(dataDir, account);
  const lock = dataDir === undefined ? undefined : takeLock(dataDir);
  try {
    const binaries = runnableBinaries(
      account,
      stageFolders(dataDir === undefined ? undefined : home, account),
    );
    const data = ensureCluster(home, binaries, account, fsync);
    if (dataDir !== undefined) await clearLeftovers(dataDir, data);
    const socket = socketFolder(
      options.socketDir,
      dataDir === undefined ? home : undefined,
      account,
    );
    const logFile = join(home, "server.log");
    const logDescriptor = openSync(logFile, "w", 0o600);
    const guarded = spawnGuarded({
      command: [join(binaries, "bin", "postgres"), "-D", data, ...settings(socket, fsync)],
      account,
      cwd: home,
      log: logDescriptor,
      removeAfter: dataDir === undefined ? home : socket,
      serverPid: () => notedPid(data),
    });
    closeSync(logDescriptor);
    await ready(socket, guarded, logFile);
    if (dataDir !== undefined) writeHolder(dataDir, socket);
    await setUp(socket);
    log(`PostgreSQL is ready on ${socket}`);
    return assemble(socket, guarded, notedPid(data) ?? 0, () => {
      if (dataDir !== undefined) rmSync(holderFile(dataDir), { force: true });
      lock?.release();
    });
  } catch (error) {
    lock?.release();
    if (dataDir === undefined) rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** @throws DataFolderInUse when another process has the data folder; takes nothing itself. */
export function refuseUsedFolder(dataDir: string): void {
  if (existsSync(`${dataDir}.lock`)) takeLock(dataDir).release();
}

/** Uses the server that another process has started on the data folder, or starts one. */
export async function openServer(
  options: ServerOptions & { readonly dataDir: string },
): Promise<Server> {
  try {
    return await startServer(options);
  } catch (error) {
    if (!(error instanceof DataFolderInUse) || error.holder === undefined) throw error;
    const { host } = error.holder;
    const nothing = async (): Promise<void> => undefined;
    const pids = { guard: 0, postgres: 0 };
    return {
      ...urlsOf(host, DATABASE),
      host,
      port: PORT,
      ended: new Promise(() => undefined),
      pids,
      stop: nothing,
    };
  }
}

const PORT = 5432;

function assemble(
  host: string,
  guarded: GuardedProcess,
  postgres: number,
  afterwards: () => void,
): Server {
  let stopping: Promise<void> | undefined;
  return {
    ...urlsOf(host, DATABASE),
    host,
    port: PORT,
    ended: guarded.ended,
    pids: { ...guarded.pids, postgres },
    stop: () => (stopping ??= guarded.stop().finally(afterwards)),
  };
}

/** The lock and the note about its holder lie beside the data, which belong to another account. */
function takeLock(dataDir: string): Lock {
  const lock = tryLock(`${dataDir}.lock`);
  if (lock === undefined) throw new DataFolderInUse(dataDir, readHolder(dataDir));
  return lock;
}

function holderFile(dataDir: string): string {
  return `${dataDir}.json`;
}

/** What a killed starter could not take with it: its server, if the guard was killed as well, and its socket. */
async function clearLeftovers(dataDir: string, data: string): Promise<void> {
  await endLeftover(data);
  const last = readHolder(dataDir);
  if (last !== undefined && basename(last.host).startsWith("kinward-")) {
    rmSync(last.host, { recursive: true, force: true });
  }
}

function writeHolder(dataDir: string, host: string): void {
  writeFileSync(holderFile(dataDir), JSON.stringify({ pid: process.pid, host }));
}

function readHolder(dataDir: string): DataFolderInUse["holder"] {
  try {
    return JSON.parse(readFileSync(holderFile(dataDir), "utf8")) as DataFolderInUse["holder"];
  } catch {
    return undefined;
  }
}

function socketFolder(
  wanted: string | undefined,
  home: string | undefined,
  account: ReturnType<typeof accountFor>,
): string {
  if (wanted !== undefined) {
    ensureFolder(wanted, account);
    return wanted;
  }
  return home !== undefined && fitsSocket(home) ? home : newSocketFolder(account);
}

function settings(socket: string, fsync: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: socket,
    unix_socket_permissions: "0700",
    port: String(PORT),
    max_connections: "200",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // Our queries are short: compiling them costs more than it saves.
    jit: "off",
    ...(fsync
      ? {}
      : {
          fsync: "off",
          synchronous_commit: "off",
          full_page_writes: "off",
          wal_level: "minimal",
          max_wal_senders: "0",
        }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function ready(host: string, guarded: GuardedProcess, logFile: string): Promise<void> {
  let ended = false;
  void guarded.ended.then(() => (ended = true));
  // Recovery after a crash replays the log first, which may take a while.
  const until = performance.now() + 120_000;
  while (performance.now() < until) {
    try {
      await runStatements(urlsOf(host, "postgres").superUrl, ["SELECT 1"]);
      return;
    } catch {
      if (ended) break;
      await sleep(20);
    }
  }
  await guarded.stop();
  throw new Error(
    `PostgreSQL did not start. Its log says:\n${readFileSync(logFile, "utf8").trim()}`,
  );
}

/** Run at every start: a newer Kinward may need an extension or right that the last one did not. */
async function setUp(host: string): Promise<void> {
  const { superUrl } = urlsOf(host, "postgres");
  await runStatements(superUrl, roleStatements());
  await ensureDatabase(superUrl, DATABASE);
}
