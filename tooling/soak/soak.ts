import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkLedger } from "../ledger-checker/check.ts";
import { describe } from "../ledger-checker/describe.ts";
import type { Call } from "../ledger-checker/history.ts";
import type { Ledger } from "../ledger-checker/ledger.ts";
import type { Violation } from "../ledger-checker/violation.ts";
import { ROOT } from "../start/places.ts";
import { makeAgency } from "./agency.ts";
import { Api } from "./api.ts";
import { migrate } from "./migrate.ts";
import { numbers, type Options } from "./options.ts";
import { Postgres } from "./postgres.ts";
import { readLedger } from "./read-ledger.ts";
import { Referrer } from "./referrer.ts";

export interface Outcome {
  readonly violations: readonly Violation[];
  readonly ledger: Ledger;
  readonly history: readonly Call[];
}

/** How long nobody may make any progress. */
const STUCK_MS = 180_000;

/**
 * Lets many people refer families at once while processes are killed, and checks what is left.
 * @param onStop receives what ends everything early and leaves nothing behind
 */
export async function soak(
  options: Options,
  say: (line: string) => void,
  onStop: (stop: () => Promise<void>) => void = () => undefined,
): Promise<Outcome> {
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1_000).toFixed(1);
  const postgres = await Postgres.start();
  const folder = options.out ?? join(ROOT, ".kinward", "soak");
  mkdirSync(folder, { recursive: true });
  const log = join(folder, "api.log");
  writeFileSync(log, "");
  const processes: Api[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(processes.map((one) => one.stop()));
    await postgres.stop();
  };
  onStop(stop);
  try {
    await migrate(postgres);
    const agency = await makeAgency(postgres.urls, options);
    processes.push(
      ...(await Promise.all([1, 2].map(() => Api.start({ urls: postgres.urls, log })))),
    );
    const chance = numbers(options.seed);
    const history: Call[] = [];
    let begun = 0;
    const referrers = agency.people.map(
      ({ email }, index) =>
        new Referrer({
          agency,
          email,
          origins: () => processes.map((one) => one.origin),
          chance: numbers(options.seed + 7_919 * (index + 1)),
          history,
          shares: options,
          begin: () => begun < options.referrals && (begun += 1) > 0,
        }),
    );
    await Promise.all(referrers.map((referrer) => referrer.signIn()));
    say(`${options.referrers} referrers are signed in at two processes after ${seconds()} s`);

    const from = performance.now();
    let isDone = false;
    const working = Promise.all(referrers.map((referrer) => referrer.work())).finally(
      () => (isDone = true),
    );
    const killing = killAll({
      kills: options.kills,
      due: (nth) => isDone || begun >= (options.referrals * nth) / (options.kills + 1),
      chance,
      postgres,
      processes,
    });
    await Promise.race([Promise.all([working, killing]), ...processes.map((one) => one.collapsed)]);
    const took = (performance.now() - from) / 1_000;
    const killed = await killing;
    say(
      `${begun} referrals in ${took.toFixed(1)} s, ${(begun / took).toFixed(1)} a second; ` +
        `killed: ${killed.api} times an API process, ${killed.server} times PostgreSQL, ${killed.connection} times one of its connections`,
    );
    const ledger = await readLedger(postgres.urls.ownerUrl);
    const violations = checkLedger(ledger, history);
    say(describe(ledger, history, violations));
    if (options.out !== undefined || violations.length > 0) {
      keep(folder, ledger, history);
      say(`Kept in ${folder}`);
    }
    return { violations, ledger, history };
  } finally {
    await stop();
  }
}

interface Killing {
  readonly kills: number;
  /** Whether the time of the nth has come. */
  readonly due: (nth: number) => boolean;
  readonly chance: () => number;
  readonly postgres: Postgres;
  readonly processes: readonly Api[];
}

/** Kills something again and again, each time when what was killed before is back. */
async function killAll({ kills, due, chance, postgres, processes }: Killing) {
  const killed = { api: 0, server: 0, connection: 0 };
  for (let nth = 1; nth <= kills; nth += 1) {
    const until = performance.now() + STUCK_MS;
    while (!due(nth)) {
      if (performance.now() > until) throw new Error("nobody refers any family any more");
      await sleep(5);
    }
    await sleep(chance() * 30);
    if (nth % 3 !== 2) {
      await processes[chance() < 0.5 ? 0 : 1]?.kill();
      killed.api += 1;
    } else if (nth % 4 === 2 || chance() < 0.5) {
      await postgres.killServer();
      killed.server += 1;
    } else {
      await postgres.killConnection();
      killed.connection += 1;
    }
  }
  return killed;
}

function keep(folder: string, ledger: Ledger, history: readonly Call[]): void {
  const file = join(folder, "history.jsonl");
  writeFileSync(file, "");
  for (const call of history) appendFileSync(file, `${JSON.stringify(call)}\n`);
  writeFileSync(join(folder, "ledger.json"), JSON.stringify(ledger));
}
