import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openServer, refuseUsedFolder, runStatements, startServer, withDatabase } from "./index.ts";

let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kinward-data-"));
  // The account that PostgreSQL runs as must get through.
  chmodSync(folder, 0o755);
  dataDir = join(folder, "postgres");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a server whose data stay", () => {
  test("keeps what was committed, and leaves nothing behind when it stops", async () => {
    const first = await startServer({ dataDir });
    await runStatements(first.ownerUrl, [
      "CREATE TABLE app.note (id int)",
      "INSERT INTO app.note VALUES (7)",
    ]);
    await first.stop();
    expect(existsSync(first.host)).toBe(false);
    const second = await startServer({ dataDir });
    expect(await runStatements(second.ownerUrl, ["SELECT id FROM app.note"])).toEqual([{ id: 7 }]);
    const [settings] = await runStatements(second.appUrl, [
      "SELECT current_setting('fsync') AS fsync, current_setting('timezone') AS zone, current_setting('server_encoding') AS encoding",
    ]);
    expect(settings).toEqual({ fsync: "on", zone: "UTC", encoding: "UTF8" });
    await second.stop();
  });

  test("has one starter at a time; others may use it", async () => {
    const server = await startServer({ dataDir, fsync: false });
    const sentence = `Kinward is already running on the data folder ${dataDir} (process ${process.pid}). Stop it first.`;
    await expect(startServer({ dataDir, fsync: false })).rejects.toThrow(sentence);
    expect(() => refuseUsedFolder(dataDir)).toThrow(sentence);
    const used = await openServer({ dataDir });
    expect(used.appUrl).toBe(server.appUrl);
    await used.stop();
    expect(await runStatements(server.appUrl, ["SELECT 1 AS one"])).toEqual([{ one: 1 }]);
    await server.stop();
    expect(() => refuseUsedFolder(dataDir)).not.toThrow();
  });

  test("is taken over when it was left behind by a killed starter and a killed guard", async () => {
    const holder = spawn(process.execPath, [join(import.meta.dirname, "testing/hold.ts"), dataDir]);
    const [line] = (await once(holder.stdout, "data")) as [Buffer];
    const pids = JSON.parse(String(line)) as { guard: number; postgres: number; host: string };
    // The whole group of the guard except postgres itself: the shell and the watch on our pipe.
    await killGroupExcept(pids.guard, pids.postgres);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(isAlive(pids.postgres)).toBe(true);
    const server = await startServer({ dataDir, fsync: false });
    expect(isAlive(pids.postgres)).toBe(false);
    expect(existsSync(pids.host)).toBe(false);
    expect(await runStatements(server.appUrl, ["SELECT 1 AS one"])).toEqual([{ one: 1 }]);
    await server.stop();
  });

  test("starts although its note of the last process names one that is something else now", async () => {
    await (await startServer({ dataDir, fsync: false })).stop();
    writeFileSync(
      join(dataDir, "data/postmaster.pid"),
      `${process.pid}\n${join(dataDir, "data")}\n`,
    );
    await (await startServer({ dataDir, fsync: false })).stop();
  });

  test("redoes a data folder that was being made when the power went", async () => {
    mkdirSync(join(dataDir, "data.new"), { recursive: true });
    writeFileSync(join(dataDir, "data.new/half"), "");
    await (await startServer({ dataDir, fsync: false })).stop();
    expect(existsSync(join(dataDir, "data.new"))).toBe(false);
  });

  test("works in a folder whose path is longer than a socket's may be", async () => {
    const server = await startServer({ dataDir: join(folder, "long".repeat(40), "postgres") });
    expect(await runStatements(server.appUrl, ["SELECT 1 AS one"])).toEqual([{ one: 1 }]);
    await server.stop();
  });

  test("says when the data are of another version", async () => {
    await (await startServer({ dataDir, fsync: false })).stop();
    writeFileSync(join(dataDir, "data/PG_VERSION"), "16\n");
    await expect(startServer({ dataDir, fsync: false })).rejects.toThrow(
      "was made by PostgreSQL 16; this Kinward brings 18",
    );
  });
});

test("a throw-away server is removed when it stops", async () => {
  const server = await startServer();
  expect(await runStatements(server.superUrl, ["SHOW fsync"])).toEqual([{ fsync: "off" }]);
  await server.stop();
  expect(existsSync(server.host)).toBe(false);
  await server.ended;
});

test("the same connection to another database", () => {
  expect(withDatabase("postgresql://a@/kinward?host=%2Ftmp%2Fx", "other")).toBe(
    "postgresql://a@/other?host=%2Ftmp%2Fx",
  );
  expect(withDatabase("postgres://a:b@db.example:5433/kinward", "o")).toBe(
    "postgres://a:b@db.example:5433/o",
  );
});

async function killGroupExcept(group: number, spared: number): Promise<void> {
  const listed = spawn("ps", ["-eo", "pid=,pgid="]);
  let output = "";
  listed.stdout.on("data", (data) => (output += String(data)));
  await once(listed, "close");
  for (const line of output.trim().split("\n")) {
    const [pid, pgid] = line.trim().split(/\s+/).map(Number);
    if (pid !== undefined && pgid === group && pid !== spared) process.kill(pid, "SIGKILL");
  }
  await sleep(100);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
