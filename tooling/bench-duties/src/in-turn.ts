/** A way to do the same work. */
export interface Way {
  readonly name: string;
  /** Does the work once; what it gives back keeps the engine from leaving it out. */
  readonly work: () => unknown;
}

const TARGET_MS = 60;

/**
 * Measures ways in turn, so that what else the machine does falls on each alike; each round begins with another one.
 * @returns microseconds of one run of each, the best round of all
 */
export async function measureInTurn(
  ways: readonly Way[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const repeats = new Map<string, number>();
  for (const { name, work } of ways) repeats.set(name, await repeatsOf(work));
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1)
    for (let index = 0; index < ways.length; index += 1) {
      const way = ways[(index + round) % ways.length];
      if (way === undefined) continue;
      const count = repeats.get(way.name) ?? 1;
      const took = (await timeOf(way.work, count)) / count;
      best.set(way.name, Math.min(best.get(way.name) ?? Number.POSITIVE_INFINITY, took));
    }
  return new Map([...best].map(([name, ms]) => [name, ms * 1_000]));
}

/** As many repetitions as take long enough to be measured; warms up by finding them. */
async function repeatsOf(work: () => unknown): Promise<number> {
  let count = 1;
  for (;;) {
    const took = await timeOf(work, count);
    if (took >= TARGET_MS) return count;
    count = took < 1 ? count * 8 : Math.ceil((count * TARGET_MS * 1.2) / took);
  }
}

async function timeOf(work: () => unknown, count: number): Promise<number> {
  const started = performance.now();
  for (let run = 0; run < count; run += 1) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return performance.now() - started;
}

/** One line for each way, with how many times as long as the first it takes. */
export function sayInTurn(
  title: string,
  figures: ReadonlyMap<string, number>,
  say: (line: string) => void,
): void {
  const [reference] = figures.values();
  say(`\n${title}`);
  for (const [name, microseconds] of figures)
    say(
      `  ${name.padEnd(44)}${microseconds.toFixed(2).padStart(12)} µs${(reference === undefined ? "" : `${(microseconds / reference).toFixed(1)}x`).padStart(10)}`,
    );
}
