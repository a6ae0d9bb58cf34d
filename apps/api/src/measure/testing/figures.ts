/** How long something took, in milliseconds, by its name. */
export class Stopwatch {
  readonly #times = new Map<string, number[]>();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    const times = this.#times.get(name) ?? [];
    times.push(performance.now() - started);
    this.#times.set(name, times);
    return result;
  }

  /** One line for each name: how often, the middle and the slowest but one in a hundred. */
  lines(): readonly string[] {
    return [...this.#times].map(
      ([name, times]) =>
        `${name}: ${times.length} calls, p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`,
    );
  }
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const index = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return (sorted[index] ?? 0).toFixed(0);
}
