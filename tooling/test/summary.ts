import type { Counts } from "./counts.ts";

export interface Result {
  readonly name: string;
  readonly seconds: number;
  readonly counts: Counts;
  /** Said instead of counts where there is nothing to count. */
  readonly remark?: string;
}

/** The one table at the end, and the line that sums it up. */
export function summary(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const rows = results.map((result) => {
    const sign = result.counts.failed > 0 ? "✗" : result.remark === undefined ? "✓" : "·";
    return `${sign} ${result.name.padEnd(width)}  ${result.seconds.toFixed(1).padStart(6)} s  ${describe(result)}`;
  });
  const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
  const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0);
  const failed = results.reduce((sum, { counts }) => sum + counts.failed, 0);
  const skipped = results.reduce((sum, { counts }) => sum + counts.skipped, 0);
  return [
    "",
    ...rows,
    "",
    `${total.toFixed(0)} s in all${skipped > 0 ? `, ${skipped} skipped` : ""}`,
    `${passed} passed, ${failed} failed`,
  ].join("\n");
}

export function describe({ counts: { passed, failed, skipped }, remark }: Result): string {
  if (remark !== undefined) return remark;
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return parts.join(", ");
}
