import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Chain, isAlive, ROLES, type Role } from "./testing/chain.ts";

/** Processes are read from /proc. */
describe.skipIf(process.platform !== "linux")("npm start", { timeout: 60_000 }, () => {
  const chain = new Chain({ longest: true });
  let PORT: string;

  beforeAll(async () => {
    const server = await listen();
    PORT = String((server.address() as AddressInfo).port);
    await close(server);
  });
  afterAll(() => chain.remove());

  test.each(Object.keys(ROLES) as Role[])(
    "when %s is killed, everything else is gone within five seconds and the next start works",
    async (role) => {
      chain.start({ PORT });
      await chain.ready();
      const pids = [...chain.processes().keys()];
      expect(pids.length).toBeGreaterThan(Object.keys(ROLES).length);
      process.kill(chain.pidOf(role), "SIGKILL");
      await chain.until(() => !pids.some(isAlive), 5_000);
    },
  );

  test("a sample that was interrupted while it was loaded is loaded anew", async () => {
    const chain = new Chain({ longest: false });
    chain.start({ PORT, KINWARD_TEST_HANG: "1" });
    await chain.until(() => chain.output.includes("Half of the sample"), 30_000);
    const pids = [...chain.processes().keys()];
    process.kill(chain.pidOf("the supervisor"), "SIGKILL");
    await chain.until(() => !pids.some(isAlive), 5_000);
    chain.start({ PORT });
    await chain.ready();
    expect(chain.output).toContain("Loading the sample agency was interrupted: beginning anew");
    chain.interrupt();
    await chain.exitCode();
    chain.remove();
  });

  test("Ctrl+C stops everything, without an error", async () => {
    const chain = new Chain({ longest: false });
    chain.start({ PORT });
    await chain.ready();
    const pids = [...chain.processes().keys()];
    chain.interrupt();
    await chain.until(() => !pids.some(isAlive), 5_000);
    expect(chain.output).toMatch(/Stopping \.\.\.\s*$/);
    expect(chain.output).not.toMatch(/error/i);
    chain.remove();
  });

  test("a second starter on the same data folder is refused with a sentence", async () => {
    const second = new Chain({ longest: false });
    chain.start({ PORT });
    await chain.ready();
    second.start({ PORT: "4999", KINWARD_TEST_STATE: chain.state });
    expect(await second.exitCode()).toBe(1);
    expect(second.output).toMatch(
      /^Kinward is already running on the data folder .* \(process \d+\)\. Stop it first\.\n/,
    );
    second.remove();
    chain.interrupt();
    await chain.exitCode();
  });

  test("a busy port is refused with a sentence, before anything is started", async () => {
    const server = await listen();
    const busy = (server.address() as AddressInfo).port;
    chain.start({ PORT: String(busy) });
    expect(await chain.exitCode()).toBe(1);
    expect(chain.output).toContain(
      `Port ${busy} is in use by another program. Stop it, or choose another port: PORT=`,
    );
    expect(chain.output).not.toContain("Starting PostgreSQL");
    await close(server);
  });
});

async function listen(): Promise<Server> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, "close");
}
