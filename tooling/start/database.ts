import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  DATABASE,
  recreateDatabase,
  runStatements,
  type Server,
  startServer,
} from "@kinward/postgres";
import { startNode } from "./processes.ts";
import { modeOf, type OutsideUrls, refuse } from "./settings.ts";
import type { Own, StartOptions } from "./supervisor.ts";

export interface DatabaseOptions extends Pick<
  StartOptions,
  "env" | "cwd" | "cli" | "empty" | "say"
> {
  /** The addresses of a PostgreSQL of one's own. */
  readonly outside: OutsideUrls | undefined;
  /** Where the embedded one keeps its data. */
  readonly dataDir: string;
  readonly accountsFolder: string;
  readonly own: Own;
  readonly watch: (ending: Promise<never>) => void;
}

export interface PreparedDatabase {
  readonly urls: OutsideUrls;
  readonly isEmpty: boolean;
  readonly hasSample: boolean;
}

/** Each database has sample accounts of its own. */
export function accountsFolderOf(state: string, outside: OutsideUrls | undefined): string {
  if (outside === undefined) return state;
  return join(
    state,
    `outside-${createHash("sha256").update(outside.appUrl).digest("hex").slice(0, 8)}`,
  );
}

export function databaseEnv({ appUrl, authUrl, ownerUrl }: OutsideUrls): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: appUrl,
    DATABASE_AUTH_URL: authUrl,
    ...(ownerUrl === undefined ? {} : { DATABASE_OWNER_URL: ownerUrl }),
  };
}

/** Starts the embedded PostgreSQL if no other is named, migrates, and fills an empty database with the sample. */
export async function prepareDatabase(options: DatabaseOptions): Promise<PreparedDatabase> {
  const { say, env, outside, accountsFolder } = options;
  const embedded = outside === undefined ? await startEmbedded(options) : undefined;
  const urls = outside ?? (embedded as Server);
  if (urls.ownerUrl === undefined) {
    say("DATABASE_OWNER_URL is not set: the database is used as it is, without migrating it.");
    return { urls, isEmpty: false, hasSample: false };
  }
  const loading = join(accountsFolder, "sample-is-loading");
  if (existsSync(loading)) await beginAnew(embedded, loading, say);
  say("Bringing the database up to date ...");
  await runCli(options, urls, ["db", "migrate"]);
  const wasEmpty = await isEmpty(urls.ownerUrl);
  if (!wasEmpty && options.empty)
    say("There are data already, so --empty changes nothing. See README.md.");
  if (wasEmpty && !options.empty && modeOf(env) !== "production") {
    say("Loading the sample agency ...");
    mkdirSync(accountsFolder, { recursive: true });
    writeFileSync(loading, "");
    await runCli(options, urls, ["sample", "load"]);
    rmSync(loading);
    return { urls, isEmpty: false, hasSample: true };
  }
  return { urls, isEmpty: wasEmpty, hasSample: !wasEmpty };
}

/** A load that was interrupted has left half an agency, to which nobody can sign in. */
async function beginAnew(
  embedded: Server | undefined,
  loading: string,
  say: StartOptions["say"],
): Promise<void> {
  if (embedded === undefined) {
    return refuse(
      `Loading the sample agency into this database was interrupted. Name an empty database, or remove ${loading} to use this one as it is.`,
    );
  }
  say("Loading the sample agency was interrupted: beginning anew ...");
  await recreateDatabase(embedded.superUrl, DATABASE);
  rmSync(loading);
}

async function startEmbedded({ dataDir, say, own, watch }: DatabaseOptions): Promise<Server> {
  say("Starting PostgreSQL ...");
  const server = own(await startServer({ dataDir }));
  watch(
    server.ended.then(() =>
      refuse(`PostgreSQL has ended unexpectedly; see ${join(dataDir, "server.log")}`),
    ),
  );
  return server;
}

async function runCli(
  options: DatabaseOptions,
  urls: OutsideUrls,
  args: readonly string[],
): Promise<void> {
  const name = `kinward ${args.join(" ")}`;
  const env = { ...options.env, ...databaseEnv(urls), KINWARD_STATE: options.accountsFolder };
  const child = options.own(
    startNode({ name, args: [options.cli, ...args], cwd: options.cwd, env }),
  );
  const code = await child.ended;
  if (code !== 0) refuse(`"${name}" failed with exit code ${code}.`);
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const rows = await runStatements(ownerUrl, [
    "SELECT NOT EXISTS (SELECT FROM app.agency) AS empty",
  ]);
  return rows[0]?.["empty"] === true;
}
