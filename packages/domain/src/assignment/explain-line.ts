import type { Instant } from "../kernel/instant.ts";
import type { OrganizationId } from "../kernel/ids.ts";
import { type Counterfactual, isOrdinary, withoutLine } from "./counterfactual.ts";
import { type CourseOptions, walkLedger } from "./course.ts";
import { type AssignmentWhy, explainAssignment } from "./explain.ts";
import type { LedgerLine } from "./ledger-line.ts";
import { laneHead } from "./rotation.ts";

/** A turn as it went, and as it would have gone. */
export interface TurnInstead {
  readonly seq: number;
  readonly given: OrganizationId;
  readonly instead: OrganizationId;
}

/** What would have been without one override. */
export interface WithoutOverride {
  /** The override that is taken out. */
  readonly override: TurnInstead & { readonly at: Instant };
  /** The line asked about, where it is a later one. */
  readonly line?: TurnInstead;
  /** The first ordinary turn of the same order after the override. */
  readonly next?: TurnInstead;
}

export interface LineWhy extends AssignmentWhy {
  /** The newest override first. */
  readonly without: readonly WithoutOverride[];
}

/** So many overrides before a line are looked at: each is one more course of the whole epoch. */
const OVERRIDES = 3;

/**
 * Why a line says what it says, with the counts after it and what the overrides before it changed.
 * @param lines those of the line's epoch, or all from the first on
 * @returns undefined when the line is not among them
 */
export function explainLine(
  lines: readonly LedgerLine[],
  seq: number,
  options: CourseOptions,
): LineWhy | undefined {
  for (const { line, before, after, begun } of walkLedger(lines, options)) {
    if (line.seq !== seq) continue;
    const why = explainAssignment(line, before, options.rules(line), begun);
    const counts = laneHead(after, line.lane)?.counts;
    const pool = why.ledger.pool.map((one, position) => ({
      ...one,
      after: counts?.[position as 0 | 1] ?? one.after,
    }));
    return {
      ...why,
      ledger: { ...why.ledger, pool },
      without: withoutOverrides(lines, line, options),
    };
  }
  return undefined;
}

/** The override itself, or those before an ordinary turn: the newest, and earlier ones without which it had gone elsewhere. */
function withoutOverrides(
  lines: readonly LedgerLine[],
  line: LedgerLine,
  options: CourseOptions,
): readonly WithoutOverride[] {
  const taken = isMoved(line)
    ? [line]
    : line.kind === "ASSIGNMENT" && isOrdinary(line)
      ? lines
          .filter((one) => one.seq < line.seq && sameOrder(one, line) && isMoved(one))
          .slice(-OVERRIDES)
          .toReversed()
      : [];
  return taken
    .flatMap((override) => {
      const found = withoutLine(lines, override.seq, options);
      return found === undefined ? [] : [told(lines, override, line, found)];
    })
    .filter(({ line: asked }, at) => at === 0 || asked?.given !== asked?.instead);
}

const isMoved = (line: LedgerLine): boolean =>
  line.kind === "ASSIGNMENT" && line.method === "OVERRIDE" && line.outOfOrder === 1;

const sameOrder = (a: LedgerLine, b: LedgerLine): boolean =>
  a.epoch === b.epoch && a.lane === b.lane;

function told(
  lines: readonly LedgerLine[],
  override: LedgerLine,
  about: LedgerLine,
  { seq, given, instead, after }: Counterfactual,
): WithoutOverride {
  const orderOf = new Map(lines.map((line) => [line.seq, line]));
  const inOrder = after.filter((one) => sameOrder(orderOf.get(one.seq) as LedgerLine, override));
  const line = after.find((one) => one.seq === about.seq);
  const next = inOrder.find(isOrdinary);
  return {
    override: { seq, given, instead, at: override.at },
    ...(line && { line: turn(line) }),
    ...(next && { next: turn(next) }),
  };
}

const turn = ({ seq, given, instead }: TurnInstead): TurnInstead => ({ seq, given, instead });
