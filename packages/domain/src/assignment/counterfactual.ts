import { ia } from "../kernel/citation.ts";
import type { OrganizationId } from "../kernel/ids.ts";
import { rule } from "../kernel/rule.ts";
import { type CourseOptions, type Decide, walkLedger } from "./course.ts";
import type { AssignmentMethod, LedgerLine } from "./ledger-line.ts";
import { laneHead, nextContractor } from "./rotation.ts";

/** An assignment as it went, and as it would have gone. */
export interface OtherTurn {
  readonly seq: number;
  readonly method: AssignmentMethod;
  readonly given: OrganizationId;
  readonly instead: OrganizationId;
}

/** What would have come of the later referrals if one override had not been asked for. */
export interface Counterfactual extends Omit<OtherTurn, "method"> {
  /** The assignments after it, in order. */
  readonly after: readonly OtherTurn[];
}

/** Whether the ordinary rule alone chose the contractor. */
export const isOrdinary = ({ method }: Pick<LedgerLine, "method">): boolean =>
  method === "ROTATION" || method === "EQUALIZING" || method === "TRANSFER";

/**
 * What one override changed: its referral comes at the same moment, but takes the ordinary turn. The later referrals are
 * held as they came: ordinary ones take whatever turn then is next, overrides keep their target, a resubmission or a
 * carry-over follows the line that it goes on from, and what was taken back or corrected later stays so. Undefined when
 * the line is no override. The lines may begin with those of the override's epoch.
 *
 * A line knows of its referral's past only what it refers to: of an override it is taken that without it the family
 * would have had an ordinary turn.
 */
export const withoutLine = rule(
  {
    id: "ASG-7",
    also: ["ASG-3", "ASG-8"],
    cites: [ia("34"), ia("38-39")],
    decisions: ["DEC-30", "DEC-34"],
  },
  (
    lines: readonly LedgerLine[],
    seq: number,
    options: CourseOptions,
  ): Counterfactual | undefined => {
    const override = lines.find((line) => line.seq === seq);
    if (override?.kind !== "ASSIGNMENT" || override.method !== "OVERRIDE") return undefined;

    const went = new Map<number, OrganizationId>();
    const decide: Decide = (line, before, rules) => {
      const { epoch } = before;
      const lane = laneHead(before, line.lane);
      if (epoch === undefined || lane === undefined) return line.contractor;
      if (line.seq === seq || isOrdinary(line)) return nextContractor(epoch, lane, rules.tieBreak);
      const followed = line.method === "OVERRIDE" ? undefined : went.get(line.refersToSeq ?? 0);
      return followed !== undefined && epoch.contractors.includes(followed)
        ? followed
        : line.contractor;
    };
    const after: OtherTurn[] = [];
    let instead = override.contractor;
    let at = 0;
    for (const { line } of walkLedger(lines, options, decide)) {
      const given = (lines[at++] as LedgerLine).contractor;
      if (line.kind !== "ASSIGNMENT") continue;
      went.set(line.seq, line.contractor);
      if (line.seq === seq) instead = line.contractor;
      if (line.seq > seq)
        after.push({ seq: line.seq, method: line.method, given, instead: line.contractor });
    }
    return { seq, given: override.contractor, instead, after };
  },
);
