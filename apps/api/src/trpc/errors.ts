import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { Failed, type Failure } from "./failure.ts";

/** The one table of failure kinds and what HTTP calls them. */
const CODES = {
  REFUSED: "UNPROCESSABLE_CONTENT",
  CONFLICT: "CONFLICT",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  SIGNED_OUT: "UNAUTHORIZED",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  REASON_NEEDED: "FORBIDDEN",
  INVALID: "BAD_REQUEST",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  BUG: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<Failure["kind"], TRPCError["code"]>;

export const toTrpcError = (failure: Failure): TRPCError =>
  new TRPCError({ code: CODES[failure.kind], message: failure.kind, cause: new Failed(failure) });

/** Errors of tRPC's own that a client can cause: each is the client's mistake, none tells more than its kind. */
const CLIENT_MISTAKES: ReadonlySet<TRPCError["code"]> = new Set([
  "PARSE_ERROR",
  "BAD_REQUEST",
  "METHOD_NOT_SUPPORTED",
  "UNSUPPORTED_MEDIA_TYPE",
  "PAYLOAD_TOO_LARGE",
]);

/**
 * What a client is told about an error, whatever it was.
 * @param reference the request's id, by which a bug is found in the log
 */
export function failureOf(error: TRPCError, reference: string): Failure {
  const { cause } = error;
  if (cause instanceof Failed) return cause.failure;
  if (cause instanceof ZodError)
    return {
      kind: "INVALID",
      issues: cause.issues.map(({ path, message }) => ({
        path: path.map((part) => (typeof part === "symbol" ? String(part) : part)),
        message,
      })),
    };
  if (error.code === "NOT_FOUND") return { kind: "NOT_FOUND" };
  if (CLIENT_MISTAKES.has(error.code))
    return { kind: "INVALID", issues: [{ path: [], message: error.code }] };
  return { kind: "BUG", reference };
}
