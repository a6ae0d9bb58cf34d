import { isMainThread } from "node:worker_threads";

// Loaded with --import into what the supervisor starts: standard input is a pipe that the supervisor holds, so its
// end means that the supervisor is gone or asks for a stop. Either way: stop in order, and not for long.
const PATIENCE_MS = 1_500;

if (isMainThread) {
  process.stdin.once("end", stop);
  process.stdin.once("error", stop);
  process.stdin.resume();
  // Waiting for that end must not keep a process alive that has finished its work.
  process.stdin.unref?.();
}

function stop(): void {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), PATIENCE_MS).unref();
}
