import { ConfigError, readConfig } from "./config.ts";
import { bugFields, createLog } from "./log.ts";
import { announceSetup } from "./setup/announce.ts";
import { startServer } from "./server.ts";
import { StartRefused } from "./start-checks.ts";

/** A stop that takes longer than this is no longer orderly. */
const LAST_MS = 4_000;

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const server = await startServer({ config, log });
  log.info("listening", { host: config.host, port: server.port, mode: config.mode });
  await announceSetup(server.services, (line) => console.log(line));

  const stop = (): void => {
    setTimeout(() => process.exit(1), LAST_MS).unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error("stop", bugFields(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  if (config.parentPipe) {
    // The starter holds the other end: when it is gone, however it ended, nobody would stop this process.
    process.stdin.once("end", stop);
    process.stdin.once("error", stop);
    process.stdin.resume();
  }
}

try {
  await main();
} catch (error) {
  const sentences =
    error instanceof ConfigError || error instanceof StartRefused
      ? error.sentences
      : [startFailure(error)];
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}

/** What a person at the terminal can do something about. */
function startFailure(error: unknown): string {
  const { code, port, syscall } = error as { code?: unknown; port?: unknown; syscall?: unknown };
  if (code === "EADDRINUSE") return `Port ${String(port)} is in use by another program: set PORT.`;
  // A missing socket is a database that does not run; any other missing file is what it is.
  if (
    code === "ECONNREFUSED" ||
    code === "ENOTFOUND" ||
    (code === "ENOENT" && syscall === "connect")
  )
    return "The database does not answer: check DATABASE_URL and that PostgreSQL runs.";
  if (code === "28P01" || code === "28000")
    return "The database refuses the role or password of DATABASE_URL.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
