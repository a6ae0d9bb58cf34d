import type { Call } from "./history.ts";
import type { Ledger } from "./ledger.ts";
import type { Violation } from "./violation.ts";

/** One mistake may have a thousand consequences: of each kind the first ones are told. */
const TOLD = 10;

/** What was checked, how the turns came about, and what is violated. */
export function describe(
  ledger: Ledger,
  history: readonly Call[],
  violations: readonly Violation[],
): string {
  const lines = ledger.areas.flatMap((area) => area.entries.map((entry) => entry.line));
  const methods = [...Map.groupBy(lines, (line) => String(line["method"]))]
    .map(([method, own]) => `${own.length} ${method}`)
    .toSorted()
    .join(", ");
  const byCheck = [...Map.groupBy(violations, (one) => one.check)];
  return [
    `${history.length} calls and ${lines.length} lines of ${ledger.areas.length} areas checked: ${methods}.`,
    violations.length === 0 ? "No violation." : `${violations.length} violations:`,
    ...byCheck.flatMap(([check, own]) => [
      ...own.slice(0, TOLD).map((one) => `  ${check}: ${one.text}`),
      ...(own.length > TOLD ? [`  ${check}: and ${own.length - TOLD} more`] : []),
    ]),
  ].join("\n");
}
