/** Classes and codes of PostgreSQL: connection exceptions, too many connections, shutting down, starting up. */
const SQLSTATES = /^(08...|53300|57P0[1235])$/;
/** What Node says of a connection that was refused, reset or could not be made. */
const SOCKET_ERRORS: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);
/** node-postgres has no code for a connection that broke under a statement. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * Whether an error says only that the database cannot be reached for now, as while it restarts: no fault of the
 * statement, so the same command may be sent again. Looks at causes and at errors of several attempts too.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === "string") {
    if (SQLSTATES.test(code)) return true;
    if (typeof syscall === "string" && syscall !== "open" && SOCKET_ERRORS.has(code)) return true;
  }
  if (BROKEN.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  return isUnavailable(error.cause);
}
