import { openSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseUrls } from "@kinward/postgres";
import { ROOT } from "../start/places.ts";
import { type Child, startNode } from "../start/processes.ts";

export const SECRET = "secret of the soak, known to everyone";
const READY_MS = 60_000;

export interface ApiOptions {
  readonly urls: DatabaseUrls;
  /** Receives what it writes. */
  readonly log: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** One API process, which can be killed and started again. */
export class Api {
  readonly #options: ApiOptions;
  #child: Child;
  #origin: string;
  #isEnding = false;
  readonly #collapse = Promise.withResolvers<never>();

  private constructor(options: ApiOptions, child: Child, origin: string) {
    this.#options = options;
    this.#child = child;
    this.#origin = origin;
    this.#watch();
  }

  /** Rejects when the process ends though nobody killed it. */
  get collapsed(): Promise<never> {
    return this.#collapse.promise;
  }

  #watch(): void {
    const child = this.#child;
    void child.ended.then(() => {
      if (child === this.#child && !this.#isEnding)
        this.#collapse.reject(
          new Error(`An API process ended by itself; what it wrote is in ${this.#options.log}.`),
        );
    });
  }

  static async start(options: ApiOptions): Promise<Api> {
    return new Api(options, ...(await begin(options)));
  }

  /** Such as http://127.0.0.1:40123; another one after each start. */
  get origin(): string {
    return this.#origin;
  }

  get pid(): number {
    return this.#child.pid;
  }

  async kill(): Promise<void> {
    this.#isEnding = true;
    process.kill(this.#child.pid, "SIGKILL");
    await this.#child.ended;
    [this.#child, this.#origin] = await begin(this.#options);
    this.#isEnding = false;
    this.#watch();
  }

  stop(): Promise<void> {
    this.#isEnding = true;
    return this.#child.stop();
  }
}

/** Starts a process and waits until it is ready; again while its database is not there. */
async function begin({ urls, log, env = {} }: ApiOptions): Promise<[Child, string]> {
  const until = performance.now() + READY_MS;
  while (performance.now() < until) {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const child = startNode({
      name: "API",
      args: [join(ROOT, "apps/api/src/main.ts")],
      cwd: ROOT,
      output: openSync(log, "a"),
      env: {
        ...process.env,
        DATABASE_URL: urls.appUrl,
        DATABASE_AUTH_URL: urls.authUrl,
        HOST: "127.0.0.1",
        PORT: String(port),
        KINWARD_SECRET: SECRET,
        KINWARD_LOG: "silent",
        // Only the API: nobody opens a page.
        KINWARD_WEB_DIST: "",
        KINWARD_ADMIN_DIST: "",
        ...env,
      },
    });
    let hasEnded = false;
    void child.ended.then(() => (hasEnded = true));
    while (!hasEnded && performance.now() < until) {
      const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
      if (answer?.ok === true) return [child, origin];
      await sleep(20);
    }
    await child.stop();
  }
  throw new Error(`The API did not become ready; what it wrote is in ${log}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
