import { isUnavailable } from "@kinward/db";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { authHandler } from "./auth/auth-routes.ts";
import type { Auth } from "./auth/auth.ts";
import { signInGuesses } from "./auth/guesses.ts";
import { neverStored, securityHeaders } from "./http/headers.ts";
import { healthz, readyz } from "./http/health.ts";
import { requestIdOf, requestIds, requestLog } from "./http/request-log.ts";
import { refuseForeignRequests } from "./http/same-origin.ts";
import { staticApp } from "./http/static-app.ts";
import { trpcHandler } from "./http/trpc-handler.ts";
import { calendarFeed } from "./lists/feed.ts";
import { bugFields } from "./log.ts";
import { publicLedger } from "./proof/public-ledger.ts";
import { HTTP_ROUTES, type HttpRoute } from "./routes/http.ts";
import type { Services } from "./trpc/context.ts";

export type ServerState = "STARTING" | "READY" | "STOPPING";

export interface AppOptions {
  readonly services: Services;
  readonly auth: Auth;
  readonly state: () => ServerState;
}

/** The server's one origin: API, accounts and both apps. */
export function createApp({ services, auth, state }: AppOptions): Express {
  const { config, log, db } = services;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustedProxies);
  app.set("query parser", "simple");

  const handlers: Record<HttpRoute, readonly RequestHandler[]> = {
    "/healthz": [healthz],
    "/readyz": [readyz(db, state)],
    "/api": [requestLog(log), neverStored, refuseForeignRequests(config.publicUrl)],
    "/api/auth": [
      authHandler({
        auth,
        log,
        guesses: signInGuesses(db),
        endOldSessions: (request) => services.accounts.endIfOver(request.headers),
      }),
    ],
    "/api/trpc": [trpcHandler(services)],
    "/public/ledger": [publicLedger(services)],
    "/feeds": [calendarFeed(services)],
    "/admin": config.adminDist === undefined ? [] : [staticApp(config.adminDist)],
    "/": config.webDist === undefined ? [] : [staticApp(config.webDist)],
  };
  app.use(requestIds, securityHeaders(config.publicUrl.startsWith("https:")));
  for (const { path } of HTTP_ROUTES)
    if (handlers[path].length > 0) app.use(path, ...handlers[path]);

  app.use((_request, response) => {
    response.status(404).json({ error: "NOT_FOUND" });
  });
  const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    // Express reports what a client did wrong (a path that cannot be decoded) with a status of its own.
    const status = (error as { status?: unknown } | null)?.status;
    if (typeof status === "number" && status >= 400 && status < 500) {
      response.status(status).json({ error: "BAD_REQUEST" });
      return;
    }
    const requestId = requestIdOf(response);
    if (isUnavailable(error)) {
      log.warn("unavailable", { requestId });
      response.status(503).json({ error: "UNAVAILABLE" });
      return;
    }
    log.error("bug", { requestId, ...bugFields(error) });
    response.status(500).json({ error: "BUG", reference: requestId });
  };
  app.use(answerError);
  return app;
}
