import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  DataFolderInUse,
  refuseUsedFolder,
  runStatements,
  type Server,
  startServer,
} from "@kinward/postgres";
import { announcement, originOf, readAccounts } from "./announce.ts";
import type { Front } from "./front.ts";
import { type Child, startNode } from "./processes.ts";
import {
  type Address,
  addressOf,
  keptSecret,
  modeOf,
  type OutsideUrls,
  outsideUrls,
  refuseBusyPort,
  StartRefused,
} from "./settings.ts";

export interface StartOptions {
  /** The environment of the person who starts: PORT, HOST, DATABASE_URL and what the API reads. */
  readonly env: NodeJS.ProcessEnv;
  /** Folder for data, secret and stamps. */
  readonly state: string;
  readonly cwd: string;
  /** Scripts of the command line and of the API. */
  readonly cli: string;
  readonly api: string;
  readonly front: Front;
  /** Begin without the sample agency. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
  /** Calls back when a person asks for a stop. */
  readonly onStopRequest: (stop: () => void) => void;
}

/** What has been started and must be stopped, the last first. */
interface Running {
  readonly stop: () => Promise<void>;
}

class Stopped extends Error {}

/**
 * Starts PostgreSQL (unless an outside one is named), the API and both apps, keeps them until a stop is asked for or one
 * of them ends, and then stops the others.
 * @returns the exit code: 0 after an asked-for stop.
 */
export async function supervise(options: StartOptions): Promise<number> {
  const running: Running[] = [];
  let isStopping = false;
  const stopRequested = new Promise<void>((resolve) => {
    options.onStopRequest(() => {
      isStopping = true;
      resolve();
    });
  });
  /** Registers what has been started; nothing may start any more once a stop has begun. */
  function own<T extends Running>(started: T): T {
    running.push(started);
    if (isStopping) throw new Stopped();
    return started;
  }
  const life = live(options, own);
  try {
    await Promise.race([life, stopRequested]);
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return 0;
    const isKnown = error instanceof StartRefused || error instanceof DataFolderInUse;
    options.say(isKnown ? error.message : String(error instanceof Error ? error.stack : error));
    return 1;
  } finally {
    isStopping = true;
    if (running.length > 0) options.say("Stopping ...");
    while (running.length > 0) await running.pop()?.stop();
    // Its unfinished part ends in Stopped, or in the error of something that was stopped below it.
    void life.catch(() => undefined);
  }
}

type Own = <T extends Running>(started: T) => T;

/** Comes back only by throwing. */
async function live(options: StartOptions, own: Own): Promise<never> {
  const { env, say, front } = options;
  const address = addressOf(env);
  const outside = outsideUrls(env);
  const dataDir = join(options.state, "postgres");
  const isProduction = modeOf(env) === "production";
  if (isProduction && outside === undefined)
    refuse("Production needs a database: set DATABASE_URL and DATABASE_OWNER_URL.");
  if (outside === undefined) refuseUsedFolder(dataDir);
  await refuseBusyPort(address);

  const endings: Promise<never>[] = [];
  const [database, frontEnv] = await Promise.all([
    prepareDatabase(options, outside, dataDir, own, endings),
    front.prepare((child) => own(child), say),
  ]);

  const setupToken = env["KINWARD_SETUP_TOKEN"] || randomBytes(9).toString("base64url");
  say("Starting the API ...");
  const apiAddress = await front.apiAddress(address);
  const api = own(
    startNode({
      name: "The API",
      args: [...front.apiNodeArgs, options.api],
      cwd: options.cwd,
      env: {
        ...env,
        ...frontEnv,
        ...databaseEnv(database.urls),
        DATABASE_OWNER_URL: undefined,
        HOST: apiAddress.host,
        PORT: String(apiAddress.port),
        KINWARD_MODE: env["KINWARD_MODE"] ?? (outside === undefined ? "embedded" : modeOf(env)),
        KINWARD_PUBLIC_URL: env["KINWARD_PUBLIC_URL"] || originOf(address),
        KINWARD_SETUP_TOKEN: setupToken,
        // In production the secret is the operator's to choose, and the API says so when it is missing.
        KINWARD_SECRET:
          env["KINWARD_SECRET"] || (isProduction ? undefined : keptSecret(options.state)),
      },
    }),
  );
  endings.push(unexpectedEnd(api));
  await Promise.race([untilReady(apiAddress), ...endings]);
  own({ stop: await front.open(address, apiAddress) });

  const accounts = database.hasSample
    ? readAccounts(join(options.state, "sample-accounts.json"))
    : [];
  say(announcement(address, accounts, database.isEmpty ? setupToken : undefined));
  return Promise.race(endings);
}

interface PreparedDatabase {
  readonly urls: OutsideUrls;
  readonly isEmpty: boolean;
  readonly hasSample: boolean;
}

async function prepareDatabase(
  options: StartOptions,
  outside: OutsideUrls | undefined,
  dataDir: string,
  own: Own,
  endings: Promise<never>[],
): Promise<PreparedDatabase> {
  const { say, env } = options;
  const urls = outside ?? (await startEmbedded(dataDir, say, own, endings));
  if (urls.ownerUrl === undefined) {
    say("DATABASE_OWNER_URL is not set: the database is used as it is, without migrating it.");
    return { urls, isEmpty: false, hasSample: false };
  }
  say("Bringing the database up to date ...");
  await runCli(options, urls, ["db", "migrate"], own);
  const wasEmpty = await isEmpty(urls.ownerUrl);
  if (!wasEmpty) {
    if (options.empty)
      say(`There are data already, so --empty changes nothing. ${beginAnew(outside, dataDir)}`);
  } else if (!options.empty && modeOf(env) !== "production") {
    say("Loading the sample agency ...");
    await runCli(options, urls, ["sample", "load"], own);
    return { urls, isEmpty: false, hasSample: true };
  }
  return { urls, isEmpty: wasEmpty, hasSample: !wasEmpty };
}

function beginAnew(outside: OutsideUrls | undefined, dataDir: string): string {
  return outside === undefined
    ? `To begin anew, remove ${dataDir}.`
    : "To begin anew, name an empty database.";
}

async function startEmbedded(
  dataDir: string,
  say: StartOptions["say"],
  own: Own,
  endings: Promise<never>[],
): Promise<OutsideUrls> {
  say("Starting PostgreSQL ...");
  const server: Server = own(await startServer({ dataDir }));
  endings.push(
    server.ended.then(() =>
      refuse("PostgreSQL has ended unexpectedly; its log: .kinward/postgres/server.log"),
    ),
  );
  return server;
}

async function runCli(
  options: StartOptions,
  urls: OutsideUrls,
  args: readonly string[],
  own: Own,
): Promise<void> {
  const name = `kinward ${args.join(" ")}`;
  const env = { ...options.env, ...databaseEnv(urls), KINWARD_STATE: options.state };
  const child = own(startNode({ name, args: [options.cli, ...args], cwd: options.cwd, env }));
  const code = await child.ended;
  if (code !== 0) refuse(`"${name}" failed with exit code ${code}.`);
}

function databaseEnv({ appUrl, authUrl, ownerUrl }: OutsideUrls): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: appUrl,
    DATABASE_AUTH_URL: authUrl,
    ...(ownerUrl === undefined ? {} : { DATABASE_OWNER_URL: ownerUrl }),
  };
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const rows = await runStatements(ownerUrl, [
    "SELECT NOT EXISTS (SELECT FROM app.agency) AS empty",
  ]);
  return rows[0]?.["empty"] === true;
}

async function untilReady({ host, port }: Address): Promise<void> {
  const reachable =
    { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? (host.includes(":") ? `[${host}]` : host);
  for (;;) {
    const answer = await fetch(`http://${reachable}:${port}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(100);
  }
}

async function unexpectedEnd(child: Child): Promise<never> {
  const code = await child.ended;
  return refuse(`${child.name} has ended unexpectedly (exit code ${code}).`);
}

function refuse(sentence: string): never {
  throw new StartRefused(sentence);
}
