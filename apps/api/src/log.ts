/** What a log line may carry: ids, codes, counts. Never names, addresses of people, texts or inputs. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One JSON object per line on standard output. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export function createLog(
  level: "info" | "silent",
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Log {
  const at =
    (severity: "info" | "warn" | "error") =>
    (event: string, fields: LogFields = {}): void => {
      if (level === "silent" && severity === "info") return;
      write(`${JSON.stringify({ at: new Date().toISOString(), severity, event, ...fields })}\n`);
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/**
 * Where an unexpected error came from, without its message: messages of the database quote values of records.
 */
export function bugFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const { code } = error as { code?: unknown };
  return {
    errorName: error.name,
    ...(typeof code === "string" ? { errorCode: code } : {}),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim())
      .join(" | "),
  };
}
