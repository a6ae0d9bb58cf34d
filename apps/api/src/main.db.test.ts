import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { newLedgerKey } from "@kinward/db/ledger-keys";
import type { TestDatabase } from "@kinward/testkit/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "./testing/database.ts";

let database: TestDatabase;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await database.drop();
});

interface Process {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** The real process, with nothing of this test's settings but what is given. */
function start(environment: Record<string, string>): Process {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      // What others have compiled already: half of the time of a start.
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      KINWARD_PUBLIC_URL: "http://kinward.test",
      ...environment,
    },
  });
  children.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => (output += String(data)));
  child.stdin.on("error", () => undefined);
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, output: () => output, ended };
}

const environment = (port: number) => ({
  PORT: String(port),
  DATABASE_URL: database.appUrl,
  DATABASE_AUTH_URL: database.authUrl,
  KINWARD_SECRET: "s".repeat(40),
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function ready(port: number, { output }: Process): Promise<void> {
  for (let wait = 0; wait < 300; wait += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(50);
  }
  throw new Error(`not ready:\n${output()}`);
}

async function tokenSaid({ output }: Process): Promise<string> {
  for (let wait = 0; wait < 100; wait += 1) {
    const token = /with this one-time token:\n {2}([\w-]+)\n/.exec(output())?.[1];
    if (token !== undefined) return token;
    await sleep(20);
  }
  throw new Error(`no token:\n${output()}`);
}

test.each([
  ["no database address", { KINWARD_SECRET: "s".repeat(40) }, "No database address"],
  ["no secret", { DATABASE_URL: "postgresql://kinward_app@localhost/kinward" }, "No secret"],
] as const)("production refuses %s with one sentence and no stack", async (_, given, sentence) => {
  const run = start({
    KINWARD_MODE: "production",
    KINWARD_LEDGER_KEY: newLedgerKey(),
    ...given,
  });
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain(sentence);
  expect(run.output().trim().split("\n")).toHaveLength(1);
});

test("an owner as the app's role is refused with a sentence", async () => {
  const run = start({ ...environment(0), DATABASE_URL: database.ownerUrl });
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('"kinward_owner" owns the tables');
});

test("a database that does not answer and a port that is taken are named", async () => {
  const none = start({
    ...environment(0),
    DATABASE_URL: "postgresql://kinward_app@127.0.0.1:9/kinward",
  });
  expect(await none.ended).toBe(1);
  expect(none.output()).toContain("The database does not answer");
  const blocker = createServer().listen(0, "127.0.0.1");
  await once(blocker, "listening");
  const taken = start(environment((blocker.address() as AddressInfo).port));
  expect(await taken.ended).toBe(1);
  expect(taken.output()).toContain("is in use by another program");
  blocker.close();
});

test("it starts, says the set-up token on an empty database, and stops in order when asked", async () => {
  const port = await freePort();
  const run = start(environment(port));
  await ready(port, run);
  expect(await tokenSaid(run)).toHaveLength(32);
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
});

test("two processes say the same token and are both ready", async () => {
  const ports = [await freePort(), await freePort()] as const;
  const runs = ports.map((port) => start(environment(port)));
  await Promise.all(runs.map((run, index) => ready(ports[index] as number, run)));
  const [one, two] = await Promise.all(runs.map(tokenSaid));
  expect(one).toBe(two);
  for (const run of runs) run.child.kill("SIGTERM");
  expect(await Promise.all(runs.map((run) => run.ended))).toEqual([0, 0]);
});

test("it ends with the process that holds its standard input", async () => {
  const port = await freePort();
  const run = start({ ...environment(port), KINWARD_PARENT_PIPE: "1" });
  await ready(port, run);
  run.child.stdin?.end();
  expect(await run.ended).toBe(0);
});
