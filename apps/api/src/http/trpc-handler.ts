import { createExpressMiddleware } from "@trpc/server/adapters/express";
import type { RequestHandler } from "express";
import { bugFields } from "../log.ts";
import { appRouter } from "../router.ts";
import type { RequestContext, Services, SignedIn } from "../trpc/context.ts";
import { failureOf } from "../trpc/errors.ts";
import { requestIdOf } from "./request-log.ts";

/** Calls in one request; the apps send at most ten. */
export const MAX_BATCH = 20;
/** A referral with a large family is some 50 kB. */
export const MAX_BODY_BYTES = 1_000_000;

/** Names of procedures, joined by commas in a batch. Anything else cannot be a call. */
const CALLS = /^\/[A-Za-z]+\.[A-Za-z]+(,[A-Za-z]+\.[A-Za-z]+)*$/;

/** All procedures, behind the guards of `same-origin.ts`. */
export function trpcHandler(services: Services, router = appRouter): RequestHandler {
  const handle = createExpressMiddleware({
    router,
    maxBatchSize: MAX_BATCH,
    maxBodySize: MAX_BODY_BYTES,
    // Queries carry names: sent by POST, they stay out of addresses and logs.
    allowMethodOverride: true,
    createContext: ({ req, res }): RequestContext => {
      let found: Promise<SignedIn | undefined> | undefined;
      return {
        services,
        requestId: requestIdOf(res),
        address: req.ip ?? "",
        signedIn: () =>
          (found ??= services.accounts.signedIn(req.headers, (cookie) =>
            res.append("Set-Cookie", cookie),
          )),
      };
    },
    onError: ({ error, path, ctx }) => {
      const failure = failureOf(error, ctx?.requestId ?? "none");
      if (failure.kind === "UNAVAILABLE")
        return services.log.warn("unavailable", { requestId: ctx?.requestId, route: path });
      if (failure.kind !== "BUG") return;
      services.log.error("bug", {
        requestId: ctx?.requestId,
        route: path,
        ...bugFields(error.cause ?? error),
      });
    },
  });
  return (request, response, next) => {
    if (!CALLS.test(request.path)) return next();
    // One form of answer: a stream has no status and no error of its own.
    delete request.headers["trpc-accept"];
    return handle(request, response, next);
  };
}
