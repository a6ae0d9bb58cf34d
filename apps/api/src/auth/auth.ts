import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";

/** Without a request for this long one has to sign in again. */
export const IDLE_MINUTES = 30;
/** However busy: after this one has to sign in again. */
export const ABSOLUTE_HOURS = 12;
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;
/** The header in which our own server hands the caller's address on; a client's own is overwritten. */
export const ADDRESS_HEADER = "x-kinward-address";

/** A session's end is moved at most this often, so an idle time-out comes up to this much later than promised. */
const REFRESH_SECONDS = 60;
const SESSION_SECONDS = IDLE_MINUTES * 60 + REFRESH_SECONDS;

export interface AuthOptions {
  readonly config: Pick<Config, "databaseAuthUrl" | "secret" | "publicUrl">;
  readonly log: Log;
  /** Whether the account belongs to someone who may sign in today. */
  readonly mayStartSession: (userId: string) => Promise<boolean>;
  readonly sendPasswordReset: (email: string, token: string) => Promise<void>;
}

/** Accounts, sign-in and sessions, on their own role and schema; nothing else touches those tables. */
export function createAuth(options: AuthOptions) {
  const { config, log } = options;
  const pool = new pg.Pool({ connectionString: config.databaseAuthUrl, max: 10 });
  pool.on("error", () => log.warn("auth-connection-lost"));
  // One that breaks while it is in use fails by its next statement; without a listener it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const auth = betterAuth(authOptions(db, options));
  return { auth, close: () => db.destroy() };
}

/** The library's names of columns, and ours. */
const snake = <const Names extends readonly string[]>(...names: Names) =>
  Object.fromEntries(
    names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
  ) as Record<Names[number], string>;

export type Auth = ReturnType<typeof createAuth>["auth"];

/** The configuration alone, so that a test can compare the tables that it expects with ours. */
export function authOptions(
  db: Kysely<unknown>,
  { config, log, mayStartSession, sendPasswordReset }: AuthOptions,
) {
  return {
    appName: "Kinward",
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: config.secret,
    database: { db, type: "postgres" as const, schemaName: "auth", transaction: true },
    emailAndPassword: {
      enabled: true,
      // Accounts come from invitations only.
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      sendResetPassword: ({ user, token }: { user: { email: string }; token: string }) =>
        sendPasswordReset(user.email, token),
    },
    user: { fields: snake("emailVerified", "createdAt", "updatedAt") },
    account: {
      fields: snake(
        "accountId",
        "providerId",
        "userId",
        "accessToken",
        "refreshToken",
        "idToken",
        "accessTokenExpiresAt",
        "refreshTokenExpiresAt",
        "createdAt",
        "updatedAt",
      ),
    },
    verification: { fields: snake("expiresAt", "createdAt", "updatedAt") },
    session: {
      fields: snake("expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent", "userId"),
      expiresIn: SESSION_SECONDS,
      updateAge: REFRESH_SECONDS,
      // A session that was ended must be over at the next request.
      cookieCache: { enabled: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: { userId: string }) => {
            if (!(await mayStartSession(session.userId))) return false;
            return undefined;
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database" as const,
      modelName: "rate_limit",
      fields: snake("lastRequest"),
      window: 60,
      max: 120,
      customRules: {
        // An office shares one address; guessing at one account is counted by account (see auth-routes.ts).
        "/sign-in/email": { window: 60, max: 120 },
        "/change-password": { window: 60, max: 20 },
        "/request-password-reset": { window: 60, max: 10 },
        "/two-factor/*": { window: 60, max: 60 },
      },
    },
    plugins: [
      twoFactor({
        issuer: "Kinward",
        schema: {
          user: { fields: snake("twoFactorEnabled") },
          twoFactor: {
            modelName: "two_factor",
            fields: snake("backupCodes", "userId", "failedVerificationCount", "lockedUntil"),
          },
        },
      }),
    ],
    // Our own guard has compared the origin with the address by which the request came (see same-origin.ts).
    advanced: {
      cookiePrefix: "kinward",
      disableCSRFCheck: true,
      useSecureCookies: config.publicUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      defaultCookieAttributes: { sameSite: "lax" as const, httpOnly: true },
    },
    telemetry: { enabled: false },
    logger: {
      // Its messages quote addresses of people; what matters is answered or recorded by us.
      log: (level: string) => {
        if (level === "error") log.warn("auth-error");
      },
    },
    onAPIError: { throw: false },
  };
}
