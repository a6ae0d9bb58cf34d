import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Log } from "../log.ts";

/** Gives each request an id, by which a bug told to a person is found in the log. */
export const requestIds: RequestHandler = (_request, response, next) => {
  const requestId = randomUUID();
  response.locals["requestId"] = requestId;
  response.set("X-Request-Id", requestId);
  next();
};

export const requestIdOf = (response: { readonly locals: Record<string, unknown> }): string =>
  String(response.locals["requestId"]);

/** One line for each answer of the API: no address, no query, no input. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once("finish", () => {
      log.info("request", {
        requestId: requestIdOf(response),
        method: request.method,
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - began),
      });
    });
    next();
  };
}
