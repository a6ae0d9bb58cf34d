import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DatabaseUrls, runStatements, type Server, startServer } from "@kinward/postgres";

const TRIES = 20;

/** A PostgreSQL that waits for the disk at every commit, and that can be killed and started again on the same data. */
export class Postgres {
  readonly #home: string;
  #server: Server;

  private constructor(home: string, server: Server) {
    this.#home = home;
    this.#server = server;
  }

  static async start(): Promise<Postgres> {
    const home = mkdtempSync(join(tmpdir(), "kinward-soak-"));
    // PostgreSQL must be able to reach its data here, whoever starts it.
    chmodSync(home, 0o755);
    mkdirSync(join(home, "database"), { mode: 0o755 });
    return new Postgres(home, await open(home));
  }

  /** The same before and after a restart. */
  get urls(): DatabaseUrls {
    return this.#server;
  }

  /** A folder for what else the run has to write. */
  get folder(): string {
    return this.#home;
  }

  /** Ends the server's first process, which takes all its others along, and starts a new one: it recovers from its log. */
  async killServer(): Promise<void> {
    process.kill(this.#server.pids.postgres, "SIGKILL");
    await this.#server.ended;
    await this.#server.stop();
    for (let tried = 1; ; tried += 1) {
      try {
        this.#server = await open(this.#home);
        return;
      } catch (error) {
        // Processes of the old one may still be about to notice that it is gone.
        if (tried === TRIES) throw error;
        await sleep(100);
      }
    }
  }

  /** Ends one process that serves a connection: the server throws out everyone and recovers. */
  async killConnection(): Promise<void> {
    const [row] = await runStatements(this.urls.superUrl, [
      `SELECT pid FROM pg_stat_activity WHERE usename = 'kinward_app' AND state <> 'idle'
       ORDER BY random() LIMIT 1`,
    ]);
    if (row !== undefined) process.kill(Number(row["pid"]), "SIGKILL");
    for (let tried = 1; tried <= TRIES * 5; tried += 1) {
      await sleep(50);
      const answer = await runStatements(this.urls.superUrl, ["SELECT 1"]).catch(() => undefined);
      if (answer !== undefined) return;
    }
    throw new Error("PostgreSQL did not recover");
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The socket is always at the same place, so that the addresses stay what they are. */
const open = (home: string): Promise<Server> =>
  startServer({
    dataDir: join(home, "database", "data"),
    socketDir: join(home, "socket"),
    fsync: true,
  });
