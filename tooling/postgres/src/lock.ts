import { DatabaseSync } from "node:sqlite";

/** Held until `release()` or the end of the process, however it ends. */
export interface Lock {
  release(): void;
}

/**
 * Takes an exclusive lock on a file, or returns undefined when another process has it. The lock is the operating
 * system's own (through SQLite, since Node offers no file locks), so a process killed with -9 leaves none behind.
 */
export function tryLock(file: string): Lock | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked/.test(error.message)) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}
