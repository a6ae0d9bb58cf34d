import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "../start/processes.ts";
import { signIn } from "./client.ts";

const CALLS = 200;
/** More than any list shows at once. */
const CASES_OPENED = 20;

interface Account {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** A Kinward that runs as by `npm start`, and how long it took to say so. */
interface Running extends Child {
  readonly origin: string;
  readonly startedAt: number;
  readonly seconds: number;
}

/**
 * Starts Kinward with the sample agency in a folder of its own, twice, and asks for the lists that people look at most.
 * @throws when it does not start or does not answer
 */
export async function measureRunning(
  own: (child: Child) => void,
  say: (line: string) => void,
): Promise<boolean> {
  const state = mkdtempSync(join(tmpdir(), "kinward-measure-"));
  // PostgreSQL must be able to reach its data here, whoever measures.
  chmodSync(state, 0o755);
  try {
    const first = await start(state, own);
    say(`first start, with the apps built before: ${first.seconds.toFixed(1)} s`);
    await first.stop();
    const second = await start(state, own);
    say(`second start: ${second.seconds.toFixed(1)} s`);
    try {
      await measureLists(second, state, say);
    } finally {
      await second.stop();
    }
    return true;
  } finally {
    rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function start(state: string, own: (child: Child) => void): Promise<Running> {
  const script = `node ${join(import.meta.dirname, "npm-start.mjs")}`;
  writeFileSync(join(state, "package.json"), JSON.stringify({ scripts: { start: script } }));
  const port = await freePort();
  const startedAt = performance.now();
  const npm = spawn("npm", ["start", "--silent"], {
    cwd: state,
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      ...process.env,
      KINWARD_MEASURE_STATE: state,
      PORT: String(port),
      KINWARD_LOG: "silent",
    },
  });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr])
    stream.on("data", (data) => (output += String(data)));
  npm.stdin.on("error", () => undefined);
  const ended = once(npm, "exit").then(([code]) => (code as number | null) ?? 1);
  const child: Child = {
    name: "Kinward",
    pid: npm.pid ?? 0,
    ended,
    stop: async () => {
      npm.stdin.end();
      await ended;
    },
  };
  own(child);
  while (!output.includes("Kinward is running")) {
    if (npm.exitCode !== null) throw new Error(`Kinward did not start:\n${output}`);
    await sleep(10);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return { ...child, origin: `http://127.0.0.1:${port}`, startedAt, seconds };
}

/** Each list as someone whose work it is: one person may ask only so often in a minute. */
async function measureLists(
  { origin, startedAt }: Running,
  state: string,
  say: (line: string) => void,
): Promise<void> {
  const accounts = JSON.parse(
    readFileSync(join(state, "sample-accounts.json"), "utf8"),
  ) as readonly Account[];
  const enter = (role: string) => {
    const account = accounts.find((one) => one.role.split(", ").includes(role));
    if (account === undefined) throw new Error(`no sample account with the role ${role}`);
    return signIn(origin, account);
  };
  const coordinator = await enter("care coordinator");
  await coordinator.page("/");
  await coordinator.query("work.list");
  const seconds = (performance.now() - startedAt) / 1_000;
  say(`from the second "npm start" to a signed-in My work with its rows: ${seconds.toFixed(1)} s`);

  const worker = await enter("caseworker");
  const supervisor = await enter("supervisor");
  const { rows } = await supervisor.query<{ rows: readonly { caseId: string }[] }>("cases.list");
  const opened = rows.slice(0, CASES_OPENED);
  const of = (index: number) => ({ caseId: opened[index % opened.length]?.caseId });
  say(await timed("work.list, a care coordinator", () => coordinator.query("work.list")));
  say(await timed("work.list, a caseworker", () => worker.query("work.list")));
  say(await timed("cases.list, a supervisor", () => supervisor.query("cases.list")));
  const other = await enter("auditor");
  say(await timed("cases.list, an auditor", () => other.query("cases.list")));
  say(
    await timed(`cases.overview, ${opened.length} cases`, (index) =>
      supervisor.query("cases.overview", of(index)),
    ),
  );
}

/** One client, one call after the other. */
async function timed(name: string, call: (index: number) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let index = 0; index < CALLS; index += 1) {
    const before = performance.now();
    await call(index);
    times.push(performance.now() - before);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * CALLS) - 1] ?? 0).toFixed(1);
  return `${name}: ${CALLS} calls, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
