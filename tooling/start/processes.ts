import { spawn } from "node:child_process";

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves with the exit code; a process ended by a signal counts as 1. */
  readonly ended: Promise<number>;
  /** Asks for an orderly stop, forces it after two seconds, and resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** As people know it: used in messages. */
  readonly name: string;
  /** Arguments of Node: a script and its own arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Descriptor of a file that receives its output; by default that goes where ours goes. */
  readonly output?: number;
}

const GUARD = new URL("./guard.ts", import.meta.url).href;
const PATIENCE_MS = 2_000;

/**
 * Starts a Node process that ends with this one, however this one ends. It gets a process group of its own, so
 * that Ctrl+C reaches only the supervisor, which then stops things in order.
 */
export function startNode({ name, args, cwd, env, output }: ChildOptions): Child {
  const child = spawn(process.execPath, ["--import", GUARD, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["pipe", output ?? "inherit", output ?? "inherit"],
  });
  child.stdin?.on("error", () => undefined);
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", () => resolve(1));
  });
  async function stop(): Promise<void> {
    child.stdin?.end();
    const timer = setTimeout(() => killGroup(child.pid), PATIENCE_MS);
    await ended;
    clearTimeout(timer);
    // Whatever it started itself is in the same group.
    killGroup(child.pid);
  }
  return { name, pid: child.pid ?? 0, ended, stop };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}
