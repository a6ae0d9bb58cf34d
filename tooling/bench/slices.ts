/** Something that is measured in slices of time, in turn with others. */
export interface Contender {
  readonly name: string;
  /** Prepares one slice; gives what each client then does again and again. */
  readonly prepare: () => Promise<() => Promise<void>>;
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

/** Lets contenders work in turn, so that what else the machine does falls on each of them alike. */
export async function measureInTurn(
  contenders: readonly Contender[],
  plan: { readonly rounds: number; readonly sliceMs: number; readonly clients: number },
): Promise<ReadonlyMap<string, Figures>> {
  const taken = new Map<string, { times: number[]; ms: number }>();
  for (let round = 0; round <= plan.rounds; round += 1) {
    // Whoever comes first in a round is another one each time.
    const order = contenders.map(
      (_, index) => contenders[(index + round) % contenders.length] as Contender,
    );
    for (const { name, prepare } of order) {
      const work = await prepare();
      const { times, ms } = await slice(work, plan);
      // The first round warms up.
      if (round === 0) continue;
      const all = taken.get(name) ?? { times: [], ms: 0 };
      all.times.push(...times);
      taken.set(name, { times: all.times, ms: all.ms + ms });
    }
  }
  return new Map([...taken].map(([name, { times, ms }]) => [name, figuresOf(times, ms)]));
}

async function slice(
  work: () => Promise<void>,
  { sliceMs, clients }: { readonly sliceMs: number; readonly clients: number },
): Promise<{ readonly times: readonly number[]; readonly ms: number }> {
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - started < sliceMs) {
        const before = performance.now();
        await work();
        times.push(performance.now() - before);
      }
    }),
  );
  return { times, ms: performance.now() - started };
}

function figuresOf(times: readonly number[], ms: number): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return {
    perSecond: (times.length / ms) * 1_000,
    p50: at(0.5),
    p99: at(0.99),
    count: times.length,
  };
}
