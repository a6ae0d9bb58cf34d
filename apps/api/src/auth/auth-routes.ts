import { createHash } from "node:crypto";
import { isUnavailable } from "@kinward/db";
import type {
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from "express";
import { readJsonBody } from "../http/body.ts";
import { requestIdOf } from "../http/request-log.ts";
import { bugFields, type Log } from "../log.ts";
import { ADDRESS_HEADER, type Auth } from "./auth.ts";

/** What is open of the accounts: path and the fields of its body. Nothing else of the library is reachable. */
export const AUTH_ROUTES = {
  "/sign-in/email": ["email", "password"],
  "/sign-out": [],
  "/change-password": ["currentPassword", "newPassword"],
  "/request-password-reset": ["email"],
  "/reset-password": ["token", "newPassword"],
  "/two-factor/enable": ["password"],
  "/two-factor/disable": ["password"],
  "/two-factor/verify-totp": ["code", "trustDevice"],
  "/two-factor/verify-backup-code": ["code", "trustDevice"],
  "/two-factor/generate-backup-codes": ["password"],
} as const satisfies Record<string, readonly string[]>;

type AuthPath = keyof typeof AUTH_ROUTES;

/** Whoever knows the password of one session must not keep others open. */
const FIXED_FIELDS: Partial<Record<AuthPath, Record<string, unknown>>> = {
  "/change-password": { revokeOtherSessions: true },
};

const BODY_LIMIT = 16_384;
const FIELD_LIMIT = 1_000;

export interface AuthHandlerOptions {
  readonly auth: Auth;
  readonly log: Log;
  /** Wrong passwords for one account, however many addresses they come from. */
  readonly guesses: {
    readonly areTooMany: (key: string) => Promise<boolean>;
    readonly count: (key: string) => Promise<void>;
  };
  /** Ends sessions that are older than the absolute life time before the library sees them. */
  readonly endOldSessions: (request: ExpressRequest) => Promise<void>;
}

/** Hands one of the open paths to the library, with only the fields it takes. */
export function authHandler({
  auth,
  log,
  guesses,
  endOldSessions,
}: AuthHandlerOptions): RequestHandler {
  return async (request, response, next) => {
    const path = request.path;
    if (request.method !== "POST" || !isOpen(path)) return next();
    const body = await readJsonBody(request, BODY_LIMIT);
    if (!body.ok) {
      response.status(body.status).json({ code: body.code });
      return;
    }
    const fields = pick(body.value, AUTH_ROUTES[path]);
    if (fields === undefined) {
      response.status(400).json({ code: "INVALID_FIELDS" });
      return;
    }
    try {
      const guessed = path === "/sign-in/email" ? guessKey(fields) : undefined;
      if (guessed !== undefined && (await guesses.areTooMany(guessed))) {
        response.status(429).set("Retry-After", "600").json({ code: "TOO_MANY_ATTEMPTS" });
        return;
      }
      await endOldSessions(request);
      const answer = await auth.handler(
        toWebRequest(request, path, { ...fields, ...FIXED_FIELDS[path] }),
      );
      if (guessed !== undefined && answer.status === 401) await guesses.count(guessed);
      log.info("account", {
        path,
        status: answer.status,
        requestId: requestIdOf(response),
      });
      await send(response, answer);
    } catch (error) {
      const requestId = requestIdOf(response);
      if (isUnavailable(error)) {
        log.warn("unavailable", { path, requestId });
        response.status(503).json({ code: "UNAVAILABLE" });
        return;
      }
      log.error("bug", { path, requestId, ...bugFields(error) });
      response.status(500).json({ code: "BUG", reference: requestId });
    }
  };
}

const isOpen = (path: string): path is AuthPath => Object.hasOwn(AUTH_ROUTES, path);

/** The named fields; undefined when one is neither a text of bearable length nor yes or no. */
function pick(value: unknown, names: readonly string[]): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const field: unknown = Object.hasOwn(value, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
    if (field === undefined) continue;
    const isText =
      typeof field === "string" &&
      field.length <= FIELD_LIMIT &&
      !field.includes("\u0000") &&
      field.isWellFormed();
    if (!isText && typeof field !== "boolean") return undefined;
    picked[name] = field;
  }
  return picked;
}

/** Kept as a hash: the table of limits must not become a list of addresses. */
const guessKey = ({ email }: Record<string, unknown>): string | undefined =>
  typeof email === "string"
    ? `sign-in:${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`
    : undefined;

function toWebRequest(request: ExpressRequest, path: string, body: object): Request {
  const headers = new Headers({
    "content-type": "application/json",
    [ADDRESS_HEADER]: request.ip ?? "",
  });
  for (const name of ["cookie", "user-agent"]) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  // The library needs some address; links in mails are made by us from the configured one.
  return new Request(`http://localhost/api/auth${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
}

async function send(response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status);
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  const retryAfter = answer.headers.get("x-retry-after");
  if (retryAfter !== null) response.set("Retry-After", retryAfter);
  response.set("Content-Type", "application/json; charset=utf-8");
  response.end(Buffer.from(await answer.arrayBuffer()));
}
