import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The processes of `npm start`, each with what its command line contains. */
export const ROLES = {
  npm: /^npm start/,
  "the shell of npm": /^sh\0-c\0node/,
  "run.mjs": /^node\0[^\0]*testing\/run\.mjs/,
  "the supervisor": /testing\/main\.ts/,
  "the API": /stand-in-api\.ts/,
  "the guard of PostgreSQL": /exec 3>&-/,
  "the guard's watch": /^cat\0/,
  PostgreSQL: /^[^\0]*bin\/postgres\0-D/,
} as const;

export type Role = keyof typeof ROLES;

/** A checkout whose `npm start` runs the chain with stand-ins. */
export class Chain {
  readonly state = mkdtempSync(join(tmpdir(), "kinward-chain-"));
  #npm: ChildProcess | undefined;
  output = "";

  /** With `longest`, a shell stays between npm and the script, as some systems have it. */
  constructor({ longest }: { longest: boolean }) {
    const start = `node ${join(import.meta.dirname, "run.mjs")}${longest ? " && true" : ""}`;
    writeFileSync(join(this.state, "package.json"), JSON.stringify({ scripts: { start } }));
    // PostgreSQL must be able to reach its data here, whoever runs the test.
    chmodSync(this.state, 0o755);
  }

  start(env: NodeJS.ProcessEnv): void {
    this.output = "";
    const npm = spawn("npm", ["start", "--silent"], {
      cwd: this.state,
      // A group of its own, as a terminal gives to each command.
      detached: true,
      env: {
        ...process.env,
        KINWARD_TEST_STATE: this.state,
        KINWARD_TEST_NODE: process.execPath,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [npm.stdout, npm.stderr])
      stream.on("data", (data) => (this.output += String(data)));
    this.#npm = npm;
  }

  async ready(): Promise<void> {
    await this.until(() => this.output.includes("Kinward is running"), 30_000);
  }

  /** Ctrl+C: the terminal sends it to the whole group in the foreground. */
  interrupt(): void {
    process.kill(-(this.#npm?.pid ?? 0), "SIGINT");
  }

  async exitCode(): Promise<number | null> {
    await this.until(() => this.#npm?.exitCode !== null || this.#npm.signalCode !== null, 10_000);
    return this.#npm?.exitCode ?? null;
  }

  /** All living processes below npm, npm included. */
  processes(): Map<number, string> {
    const all = new Map<number, { parent: number; command: string }>();
    for (const name of readdirSync("/proc")) {
      const found = /^\d+$/.test(name) ? readProcess(name) : undefined;
      if (found !== undefined) all.set(Number(name), found);
    }
    const below = new Map<number, string>();
    const add = (pid: number): void => {
      const found = all.get(pid);
      if (found === undefined) return;
      below.set(pid, found.command);
      for (const [child, { parent }] of all) if (parent === pid) add(child);
    };
    add(this.#npm?.pid ?? 0);
    return below;
  }

  pidOf(role: Role): number {
    const found = [...this.processes()].filter(([, command]) => ROLES[role].test(command));
    if (found[0] === undefined || found.length > 1) {
      throw new Error(`There are ${found.length} processes of ${role}.`);
    }
    return found[0][0];
  }

  async until(condition: () => boolean, withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    while (!condition()) {
      if (performance.now() > end)
        throw new Error(`Waited ${withinMs} ms in vain. Output:\n${this.output}`);
      await sleep(25);
    }
  }

  remove(): void {
    for (const pid of this.processes().keys()) process.kill(pid, "SIGKILL");
    rmSync(this.state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Whether the process runs; one that has ended but was not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  return readProcess(String(pid)) !== undefined;
}

function readProcess(pid: string): { parent: number; command: string } | undefined {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (state === "Z" || state === "X") return undefined;
    return { parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, "utf8") };
  } catch {
    return undefined;
  }
}
