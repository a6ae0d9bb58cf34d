import { readLedgerKey } from "./proof/read-ledger-key.ts";

/** How the server is run: for real; on a developer's machine; by `npm start` with its own database. */
export type Mode = "production" | "development" | "embedded";

export interface Config {
  readonly mode: Mode;
  readonly port: number;
  readonly host: string;
  /** Connection of the role `kinward_app`. */
  readonly databaseUrl: string;
  /** A pooler in front of the database hands no named statements on. */
  readonly keepsPlans?: false;
  /** Connection of the role `kinward_auth`, which reads and writes the accounts. */
  readonly databaseAuthUrl: string;
  /** Signs cookies and encrypts second factors; the same in every process of one deployment. */
  readonly secret: string;
  /** Origin as browsers and mails name it. */
  readonly publicUrl: string;
  /** Folders of the built apps; absent: not served by this process. */
  readonly webDist?: string;
  readonly adminDist?: string;
  readonly smtpUrl?: string;
  /** Ed25519 private key (PEM) that signs the ends of the ledgers; absent: the one of developers' machines. */
  readonly ledgerKey?: string;
  /** The ledgers are there for everyone, without a session. */
  readonly publicLedger?: boolean;
  readonly mailFrom: string;
  /** One-time token of the first set-up; absent: made at start and printed. */
  readonly setupToken?: string;
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** Stop when the standard input closes: the starter that spawned this process is gone. */
  readonly parentPipe: boolean;
  readonly logLevel: "info" | "silent";
}

/** What is wrong with the environment, one clear sentence each. */
export class ConfigError extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "ConfigError";
    this.sentences = sentences;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const MODES: readonly Mode[] = ["production", "development", "embedded"];
const MIN_SECRET = 32;
/** Only for a developer's machine: known to everyone who reads this. */
const DEVELOPMENT_SECRET = "kinward-development-secret-known-to-everyone";

/**
 * Reads the environment: the only place that does.
 * @throws ConfigError with one sentence per mistake.
 */
export function readConfig(environment: Environment = process.env): Config {
  const mistakes: string[] = [];
  const given = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === "" ? undefined : value;
  };
  const refuse = (sentence: string): void => void mistakes.push(sentence);

  const mode =
    given("KINWARD_MODE") ?? (given("NODE_ENV") === "production" ? "production" : "development");
  if (!isMode(mode)) refuse(`KINWARD_MODE is "${mode}" but must be one of ${MODES.join(", ")}.`);
  const port = whole(given("PORT"), 4600, 0, 65_535);
  if (port === undefined)
    refuse(`PORT is "${given("PORT")}" but must be a number from 0 to 65535.`);
  const trustedProxies = whole(given("KINWARD_TRUSTED_PROXIES"), 0, 0, 10);
  if (trustedProxies === undefined)
    refuse("KINWARD_TRUSTED_PROXIES must be the number of proxies in front, 0 to 10.");
  const host = given("HOST") ?? "127.0.0.1";

  const databaseUrl = given("DATABASE_URL");
  if (databaseUrl === undefined)
    refuse(
      "No database address: set DATABASE_URL to the connection string of the role kinward_app.",
    );
  else if (!isDatabaseUrl(databaseUrl))
    refuse("DATABASE_URL is not a PostgreSQL connection string (postgresql://...).");
  const databaseAuthUrl =
    given("DATABASE_AUTH_URL") ?? (databaseUrl === undefined ? undefined : asAuthRole(databaseUrl));
  if (databaseAuthUrl !== undefined && !isDatabaseUrl(databaseAuthUrl))
    refuse("DATABASE_AUTH_URL is not a PostgreSQL connection string (postgresql://...).");

  const secret =
    given("KINWARD_SECRET") ?? (mode === "development" ? DEVELOPMENT_SECRET : undefined);
  if (secret === undefined)
    refuse(`No secret: set KINWARD_SECRET to at least ${MIN_SECRET} random characters.`);
  else if (secret.length < MIN_SECRET)
    refuse(`KINWARD_SECRET is too short: it needs at least ${MIN_SECRET} random characters.`);
  else if (mode === "production" && secret === DEVELOPMENT_SECRET)
    refuse("KINWARD_SECRET is the development secret, which everyone knows: set one of your own.");

  const publicUrl = originOf(
    given("KINWARD_PUBLIC_URL") ?? `http://${named(host)}:${port ?? 4600}`,
  );
  if (publicUrl === undefined)
    refuse(
      "KINWARD_PUBLIC_URL must be the address people open, such as https://kinward.example.gov.",
    );

  const ledgerKey = readLedgerKey(given, refuse);
  if (ledgerKey === undefined && mode === "production")
    refuse(
      'No key for the ledgers: set KINWARD_LEDGER_KEY_FILE to a file made by "npm run kinward -- ledger new-key".',
    );

  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return {
    mode: mode as Mode,
    port: port as number,
    host,
    databaseUrl: databaseUrl as string,
    databaseAuthUrl: databaseAuthUrl as string,
    secret: secret as string,
    publicUrl: publicUrl as string,
    mailFrom: given("MAIL_FROM") ?? "Kinward <kinward@localhost>",
    trustedProxies: trustedProxies as number,
    parentPipe: given("KINWARD_PARENT_PIPE") === "1",
    logLevel: given("KINWARD_LOG") === "silent" ? "silent" : "info",
    ...(given("KINWARD_PREPARED_STATEMENTS") === "0" && { keepsPlans: false as const }),
    ...optional("webDist", given("KINWARD_WEB_DIST")),
    ...optional("adminDist", given("KINWARD_ADMIN_DIST")),
    ...optional("smtpUrl", given("SMTP_URL")),
    ...optional("setupToken", given("KINWARD_SETUP_TOKEN")),
    ...optional("ledgerKey", ledgerKey),
    publicLedger: given("KINWARD_PUBLIC_LEDGER") === "1",
  };
}

const isMode = (value: string): value is Mode => (MODES as readonly string[]).includes(value);

const optional = <K extends string>(key: K, value: string | undefined): { [k in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { [k in K]?: string };

function whole(
  value: string | undefined,
  otherwise: number,
  min: number,
  max: number,
): number | undefined {
  if (value === undefined) return otherwise;
  const number = Number(value);
  return Number.isInteger(number) && number >= min && number <= max ? number : undefined;
}

const isDatabaseUrl = (value: string): boolean => /^postgres(ql)?:\/\/\S+$/.test(value);

/** Without an address of its own the account role is reached like the app role, with the same password. */
const asAuthRole = (url: string): string =>
  url.replace(
    /^(postgres(?:ql)?:\/\/)(?:[^@/?:]*(:[^@/?]*)?@)?/,
    (_, scheme: string, password: string | undefined) => {
      return `${scheme}kinward_auth${password ?? ""}@`;
    },
  );

/** The address for links where the server listens everywhere. */
const named = (host: string): string =>
  host === "0.0.0.0" || host === "::" || host === "127.0.0.1"
    ? "localhost"
    : host.includes(":")
      ? `[${host}]`
      : host;

function originOf(url: string): string | undefined {
  try {
    const { origin, protocol } = new URL(url);
    return protocol === "http:" || protocol === "https:" ? origin : undefined;
  } catch {
    return undefined;
  }
}
