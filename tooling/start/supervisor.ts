import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DataFolderInUse, refuseUsedFolder } from "@kinward/postgres";
import { announcement, originOf, readAccounts } from "./announce.ts";
import { accountsFolderOf, databaseEnv, prepareDatabase } from "./database.ts";
import type { Front } from "./front.ts";
import { type Child, startNode } from "./processes.ts";
import {
  type Address,
  addressOf,
  keptLedgerKey,
  keptSecret,
  modeOf,
  outsideUrls,
  refuse,
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
export interface Running {
  readonly stop: () => Promise<void>;
}

/** Registers what has been started. */
export type Own = <T extends Running>(started: T) => T;

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
  /** Whatever ends by itself ends everything. */
  function watch(ending: Promise<never>): void {
    ending.catch(() => undefined);
    endings.push(ending);
  }
  const accountsFolder = accountsFolderOf(options.state, outside);
  const [database, frontEnv] = await Promise.all([
    prepareDatabase({ ...options, outside, dataDir, accountsFolder, own, watch }),
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
        KINWARD_LEDGER_KEY_FILE:
          env["KINWARD_LEDGER_KEY_FILE"] ||
          (isProduction || env["KINWARD_LEDGER_KEY"] ? undefined : keptLedgerKey(options.state)),
      },
    }),
  );
  const didNotStart = api.ended.then(() => refuse("The API did not start; it says why above."));
  await Promise.race([untilReady(apiAddress), didNotStart, ...endings]);
  watch(unexpectedEnd(api));
  own({ stop: await front.open(address, apiAddress) });

  const file = join(accountsFolder, "sample-accounts.json");
  const accounts = database.hasSample ? readAccounts(file) : [];
  say(announcement({ address, accounts, file, ...(database.isEmpty ? { setupToken } : {}) }));
  return Promise.race(endings);
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
