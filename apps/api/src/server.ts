import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createDatabase } from "@kinward/db";
import { findStaffOfAccount } from "@kinward/db/accounts";
import { developmentSigner, ledgerSigner } from "@kinward/db/ledger-keys";
import { createApp, type ServerState } from "./app.ts";
import { createAccounts, mayEnter } from "./auth/accounts.ts";
import { createAuth } from "./auth/auth.ts";
import { setupTokenOf } from "./auth/tokens.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { handlersOf } from "./jobs/handlers.ts";
import { createJobs } from "./jobs/jobs.ts";
import { createOutbox } from "./mail/outbox.ts";
import { checkDatabase, checkLedgerKey } from "./start-checks.ts";
import type { Services } from "./trpc/context.ts";
import { guards as allGuards, type Guards } from "./trpc/guards.ts";

export interface RunningServer {
  readonly port: number;
  readonly services: Services;
  /** Answers what has begun, takes nothing new, and lets go of the database. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly log: Log;
  /** Other guards than ours: only for the test that shows what happens without one. */
  readonly guards?: Guards;
}

/** Requests that take longer than this when a stop is asked for are broken off. */
const PATIENCE_MS = 1_000;

/**
 * Composes the server and listens.
 * @throws StartRefused, or the error of the port
 */
export async function startServer({
  config,
  log,
  guards = allGuards,
}: ServerOptions): Promise<RunningServer> {
  const { databaseUrl: url, keepsPlans = true } = config;
  const db = createDatabase({ url, purpose: "api", max: 20, keepsPlans });
  const signer =
    config.ledgerKey === undefined ? developmentSigner() : ledgerSigner(config.ledgerKey);
  let state: ServerState = "STARTING";
  try {
    await checkDatabase(db, config.mode);
    await checkLedgerKey(db, config.mode, signer.publicKey);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const jobs = createJobs(config.databaseUrl, log);
  const outbox = createOutbox({ config, db, jobs, log });
  const { auth, close: closeAuth } = createAuth({
    config,
    log,
    mayStartSession: async (userId) => {
      const staff = await findStaffOfAccount(db, userId);
      return staff !== undefined && mayEnter(staff);
    },
    sendPasswordReset: (email, token) => outbox.sendPasswordReset(email, token),
  });
  const services: Services = {
    config,
    log,
    db,
    jobs,
    outbox,
    guards,
    accounts: createAccounts(auth, db),
    ledgerSigner: signer,
    setupToken: config.setupToken ?? setupTokenOf(config.secret),
  };
  const server = createServer(createApp({ services, auth, state: () => state }));
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;

  const letGo = async (): Promise<void> => {
    await jobs.stop();
    outbox.stop();
    await Promise.all([closeAuth(), db.destroy()]);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host: config.host, port: config.port }, resolve);
    });
    await jobs.start(handlersOf(services));
    await outbox.sendWaiting();
    state = "READY";
  } catch (error) {
    server.close();
    await letGo();
    throw error;
  }

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    state = "STOPPING";
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await closed;
    clearTimeout(timer);
    await letGo();
  };
  return {
    port: (server.address() as AddressInfo).port,
    services,
    stop: () => (stopped ??= stop()),
  };
}
