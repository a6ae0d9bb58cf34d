import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseUrls } from "@kinward/postgres";

const ROOT = join(import.meta.dirname, "../../..");
const GUARD = join(ROOT, "tooling/start/guard.ts");

export interface Api {
  /** Such as http://127.0.0.1:40123; the API and both built apps answer there. */
  readonly origin: string;
  readonly pid: number;
  /** What it has written so far, for a look after a failure. */
  output(): string;
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly urls: DatabaseUrls;
  /** Added to the environment, over what is set here. */
  readonly env?: NodeJS.ProcessEnv;
}

function databaseEnv(urls: DatabaseUrls): NodeJS.ProcessEnv {
  return { DATABASE_URL: urls.appUrl, DATABASE_AUTH_URL: urls.authUrl };
}

/** Starts the real API process on a free port and waits until it is ready. It ends with the test run, however that ends. */
export async function startApi({ urls, env = {} }: ApiOptions): Promise<Api> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", GUARD, join(ROOT, "apps/api/src/main.ts")], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      ...process.env,
      ...databaseEnv(urls),
      HOST: "127.0.0.1",
      PORT: String(port),
      KINWARD_SECRET: "secret of the tests, known to everyone",
      KINWARD_WEB_DIST: join(ROOT, "apps/web/dist"),
      KINWARD_ADMIN_DIST: join(ROOT, "apps/admin/dist"),
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => (output += String(data)));
  child.stdin.on("error", () => undefined);
  const ended = once(child, "exit");
  await untilReady(
    origin,
    () => child.exitCode,
    () => output,
  );
  async function stop(): Promise<void> {
    child.stdin.end();
    await ended;
  }
  return { origin, pid: child.pid ?? 0, output: () => output, stop };
}

/** Runs `npm run kinward -- ...` on a test database and answers with its output. */
export async function runKinward(
  urls: DatabaseUrls,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const child = spawn(process.execPath, [join(ROOT, "apps/cli/src/main.ts"), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...databaseEnv(urls), DATABASE_OWNER_URL: urls.ownerUrl, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => (output += String(data)));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0)
    throw new Error(`kinward ${args.join(" ")} ended with exit code ${code}:\n${output}`);
  return output;
}

async function untilReady(
  origin: string,
  exitCode: () => number | null,
  output: () => string,
): Promise<void> {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    if (exitCode() !== null)
      throw new Error(`The API ended with exit code ${exitCode()}:\n${output()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(50);
  }
  throw new Error(`The API at ${origin} did not become ready in a minute:\n${output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
