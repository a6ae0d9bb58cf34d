import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";

/** A sentence for the person at the terminal: shown without a stack. */
export class StartRefused extends Error {}

export function refuse(sentence: string): never {
  throw new StartRefused(sentence);
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** PORT and HOST of the environment; only this machine can connect unless HOST says otherwise. */
export function addressOf(env: NodeJS.ProcessEnv): Address {
  const port = Number(env["PORT"] || "4600");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartRefused(`PORT must be a number from 1 to 65535, and is "${env["PORT"]}".`);
  }
  return { host: env["HOST"] || "127.0.0.1", port };
}

/** @throws StartRefused when another program listens there. */
export async function refuseBusyPort({ host, port }: Address): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  if (code === "EADDRINUSE") {
    throw new StartRefused(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  throw new StartRefused(
    `Kinward cannot listen on ${host}, port ${port} (${code}). Set HOST and PORT.`,
  );
}

/** As the API understands it: `production` is strict, everything else is for trying out and developing. */
export function modeOf(env: NodeJS.ProcessEnv): string {
  return env["KINWARD_MODE"] || (env["NODE_ENV"] === "production" ? "production" : "development");
}

export interface OutsideUrls {
  readonly appUrl: string;
  readonly authUrl: string;
  readonly ownerUrl: string | undefined;
}

/** The addresses of a PostgreSQL of one's own, or undefined when the embedded one is wanted. */
export function outsideUrls(env: NodeJS.ProcessEnv): OutsideUrls | undefined {
  const appUrl = env["DATABASE_URL"];
  if (!appUrl) return undefined;
  return {
    appUrl,
    authUrl: env["DATABASE_AUTH_URL"] || asAuthRole(appUrl),
    ownerUrl: env["DATABASE_OWNER_URL"] || undefined,
  };
}

/** Without an address of its own the account role is reached like the app role, with the same password. */
function asAuthRole(appUrl: string): string {
  const replaced = appUrl.replace(/^(postgres(?:ql)?:\/\/)kinward_app(?=[:@])/, "$1kinward_auth");
  if (replaced !== appUrl) return replaced;
  throw new StartRefused(
    "DATABASE_URL names another role than kinward_app: set DATABASE_AUTH_URL as well.",
  );
}

/** The secret that signs sessions: made once, kept beside the data, readable by nobody else. */
export function keptSecret(folder: string): string {
  const file = join(folder, "secret");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8");
}

/** File of the key that signs the ends of the ledgers: made once, kept beside the data, readable by nobody else. */
export function keptLedgerKey(folder: string): string {
  const file = join(folder, "ledger-key.pem");
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), {
      mode: 0o600,
      flag: "wx",
    });
  }
  return file;
}
