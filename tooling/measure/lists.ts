import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Server, startServer } from "@kinward/postgres";
import { Api } from "../soak/api.ts";
import { ROOT } from "../start/places.ts";
import { type Child, startNode } from "../start/processes.ts";
import { type Client, signIn } from "./client.ts";

/** The first has all facts of its cases, the second what lists show of them. */
const [FULL = 100_000, SUMMARY = 1_000_000] = (process.env["KINWARD_MEASURE_LISTS"] ?? "")
  .split(",")
  .filter(Boolean)
  .map(Number);
/** Where the loaded agencies are kept for another run; loading takes far longer than asking. */
const KEPT = process.env["KINWARD_MEASURE_KEEP"] ?? "";
const CALLS = 200;
/** Nobody may ask as often as this does without a pause. */
const PAUSE_MS = 20_000;
/** Calls before the clock counts: plans and pages of the database are then where they are on any working day. */
const WARM = 10;
/** What is asked for: growth from the one agency to the other, and the slowest call but one in a hundred. */
const GROWTH = 1.1;
const P99_MS = 50;

/** Pages by whose they are: those that lie open all day. */
const PAGES: readonly { readonly role: string; readonly names: readonly string[] }[] = [
  { role: "caseworker", names: ["work.list", "cases.list"] },
  { role: "supervisor", names: ["work.list", "cases.list", "team.board"] },
  { role: "care coordinator", names: ["work.list", "cases.list"] },
  { role: "administrator", names: ["state.view"] },
  { role: "contractor supervisor", names: ["work.list", "cases.list", "team.board"] },
];

interface Agency {
  readonly cases: number;
  readonly home: string;
  readonly server: Server;
  readonly api: Api;
}

type Own = (child: Child) => void;
type Say = (line: string) => void;

/**
 * Loads a large agency and one that is ten times as large, and asks both for the same lists in turns, so that what else
 * runs on the machine slows down both. Says whether what is asked for was reached; it fails only when a list fails.
 */
export async function measureLists(own: Own, say: Say): Promise<boolean> {
  const agencies: Agency[] = [];
  try {
    agencies.push(await open(FULL, false, own, say), await open(SUMMARY, true, own, say));
    for (const { role, names } of PAGES) {
      const clients = await Promise.all(agencies.map((one) => enter(one, role)));
      for (const name of names) {
        await compare(`${name}, ${role}`, name, clients, say);
        await sleep(PAUSE_MS);
      }
    }
    return true;
  } finally {
    for (const { home, server, api } of agencies) {
      await api.stop();
      await server.stop();
      if (KEPT === "")
        rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
}

async function open(cases: number, summaryOnly: boolean, own: Own, say: Say): Promise<Agency> {
  const home = homeFor(cases);
  // PostgreSQL must be able to reach its data here, whoever measures.
  chmodSync(home, 0o755);
  mkdirSync(join(home, "database"), { mode: 0o755, recursive: true });
  const server = await startServer({ dataDir: join(home, "database", "data"), fsync: false });
  const cli = async (...args: readonly string[]): Promise<void> => {
    const child = startNode({
      name: args.join(" "),
      args: [join(ROOT, "apps/cli/src/main.ts"), ...args],
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: server.appUrl,
        DATABASE_OWNER_URL: server.ownerUrl,
        KINWARD_STATE: home,
      },
    });
    own(child);
    if ((await child.ended) !== 0) throw new Error(`"${args.join(" ")}" failed`);
  };
  const what = `${cases} cases${summaryOnly ? ", what lists show of them" : ""}`;
  const started = performance.now();
  await cli("db", "migrate");
  const loaded = join(home, "loaded");
  if (existsSync(loaded)) say(`${what}: kept from an earlier run`);
  else {
    await cli("sample", "load", "--cases", String(cases), ...(summaryOnly ? ["--summary"] : []));
    writeFileSync(loaded, "");
    say(`${what}: loaded in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  }
  const api = await Api.start({ urls: server, log: join(home, "api.log") });
  return { cases, home, server, api };
}

function homeFor(cases: number): string {
  if (KEPT === "") return mkdtempSync(join(tmpdir(), "kinward-lists-"));
  const home = join(KEPT, String(cases));
  mkdirSync(home, { recursive: true });
  return home;
}

async function enter({ home, api }: Agency, role: string): Promise<Client> {
  const accounts = JSON.parse(
    readFileSync(join(home, "sample-accounts.json"), "utf8"),
  ) as readonly {
    readonly role: string;
    readonly email: string;
    readonly password: string;
  }[];
  const account = accounts.find((one) => one.role.split(", ").includes(role));
  if (account === undefined) throw new Error(`no sample account with the role ${role}`);
  return signIn(api.origin, account);
}

async function compare(
  title: string,
  name: string,
  clients: readonly Client[],
  say: Say,
): Promise<void> {
  const times = clients.map((): number[] => []);
  for (let call = -WARM; call < CALLS; call += 1)
    for (const [at, client] of clients.entries()) {
      const before = performance.now();
      await client.query(name);
      if (call >= 0) times[at]?.push(performance.now() - before);
    }
  const [small = [], large = []] = times.map((one) => one.toSorted((a, b) => a - b));
  const at = (sorted: readonly number[], share: number): number =>
    sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  const growth = at(large, 0.5) / at(small, 0.5);
  const slowest = Math.max(at(small, 0.99), at(large, 0.99));
  const verdict = growth <= GROWTH && slowest < P99_MS ? "reached" : "NOT REACHED";
  const figures = [small, large].map(
    (sorted) => `p50 ${at(sorted, 0.5).toFixed(1)} ms, p99 ${at(sorted, 0.99).toFixed(1)} ms`,
  );
  say(`${title}: ${figures.join(" -> ")}; growth ${growth.toFixed(2)}: ${verdict}`);
}
