import { parseArgs } from "node:util";

export interface Options {
  readonly referrals: number;
  readonly referrers: number;
  readonly areas: number;
  /** Ends of an API process or of PostgreSQL by `kill -9`; every third is one of PostgreSQL. */
  readonly kills: number;
  readonly seed: number;
  /** Shares of referrals in percent. */
  readonly overrides: number;
  readonly withdrawals: number;
  readonly plans: number;
  /** Keeps history, ledger and the log of the API here; by default history and ledger only when something is violated. */
  readonly out?: string;
}

const FULL = {
  referrals: 10_000,
  referrers: 64,
  areas: 10,
  kills: 0,
  seed: 20_261_123,
  overrides: 3,
  withdrawals: 8,
  plans: 5,
};
/** What `npm test` runs: two kills of an API process and one of PostgreSQL. */
const SHORT = { ...FULL, referrals: 140, referrers: 10, areas: 4, kills: 3 };

export const USAGE = `npm run soak -- [--kills N] [--referrals N] [--referrers N] [--areas N] [--seed N]
                 [--overrides %] [--withdrawals %] [--plans %] [--out FOLDER] [--short]`;

/** @throws when an argument is not understood */
export function readOptions(args: readonly string[]): Options {
  const number = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: "boolean" },
      out: { type: "string" },
      referrals: number,
      referrers: number,
      areas: number,
      kills: number,
      seed: number,
      overrides: number,
      withdrawals: number,
      plans: number,
    },
  });
  const { short, out, ...given } = values;
  const counts = Object.entries(given).map(([name, text]) => {
    const count = Number(text);
    if (!Number.isSafeInteger(count) || count < 0)
      throw new Error(`--${name} is "${text}" but must be a whole number.`);
    return [name, count] as const;
  });
  return {
    ...(short === true ? SHORT : FULL),
    ...Object.fromEntries(counts),
    ...(out !== undefined && { out }),
  };
}

/** Numbers from 0 to 1, the same for the same seed: the order of answers is chance enough. */
export function numbers(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
