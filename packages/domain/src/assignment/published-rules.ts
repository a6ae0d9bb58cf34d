import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { LedgerLine } from "./ledger-line.ts";
import type { PublishedLedger } from "./published.ts";
import { replay, type ReplayOptions, type ReplayRules, type ReplayVerdict } from "./replay.ts";

/** A referral is judged by the day on which its submission began; the line may be written this much later. */
const SUBMISSION_MS = 60_000;

interface Term {
  readonly settings: ReplayRules;
  /** First moment; undefined: always. */
  readonly from: number | undefined;
}

/** The first moment of a day in a time zone, in milliseconds. */
export const startOfDay = (day: PlainDate, timeZone: string): number => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  /** How far the clocks on the wall are ahead of UTC at a moment. */
  const ahead = (at: number): number => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    ) as Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;
    const { year, month, day: date, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, date, hour, minute, second) - at;
  };
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  // The second time with the offset of the place where the first one leads, in case the clocks change that night.
  return midnight - ahead(midnight - ahead(midnight));
};

/**
 * Computes a published ledger again by its own policies. A line written in the minute after a setting changed may have
 * been begun before: then the version before may be the one that gives it.
 */
export const replayPublished = (
  ledger: Pick<PublishedLedger, "area" | "timeZone" | "policies" | "epochs">,
  lines: readonly LedgerLine[],
): ReplayVerdict => {
  const policies = new Map<number, readonly Term[]>();
  for (const { policyNumber, versions } of ledger.policies)
    policies.set(
      policyNumber,
      versions.map(({ from, settings }) => ({
        settings,
        from: from === undefined ? undefined : startOfDay(from, ledger.timeZone),
      })),
    );
  const begunBefore = new Set<number>();
  const options: ReplayOptions = {
    area: ledger.area.id,
    epochs: ledger.epochs,
    rules: (line) => {
      const terms = policies.get(line.policyNumber) ?? [];
      const delay = begunBefore.has((line as LedgerLine).seq) ? SUBMISSION_MS : 0;
      return settingsAt(terms, line.at, delay);
    },
  };
  for (;;) {
    const verdict = replay(lines, options);
    if (verdict.ok || begunBefore.has(verdict.seq)) return verdict;
    const line = lines.find(({ seq }) => seq === verdict.seq);
    const terms = line && policies.get(line.policyNumber);
    if (
      !line ||
      !terms ||
      settingsAt(terms, line.at, 0) === settingsAt(terms, line.at, SUBMISSION_MS)
    )
      return verdict;
    begunBefore.add(verdict.seq);
  }
};

const settingsAt = (terms: readonly Term[], at: Instant, earlierMs: number): ReplayRules => {
  const [first] = terms;
  if (first === undefined) throw new Error("a policy without versions");
  if (terms.length === 1) return first.settings;
  const moment = Date.parse(at) - earlierMs;
  return (terms.findLast(({ from }) => from === undefined || from <= moment) ?? first).settings;
};
