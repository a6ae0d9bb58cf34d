import { ia } from "../kernel/citation.ts";
import type { OrganizationId } from "../kernel/ids.ts";
import type { Params } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { AssignmentMethod, LedgerLineDraft } from "./ledger-line.ts";
import {
  laneHead,
  nextContractor,
  type RotationEpoch,
  type RotationHead,
  type RotationRules,
  weightOf,
} from "./rotation.ts";

/** Why the ordinary rule names whom it names (DEC-30, DEC-31). */
export type TurnReason = "STARTER" | "ALTERNATES" | "BEHIND" | "STARTER_ON_TIE";

/** One sentence of the reason, for wording. */
export interface WhyPart {
  readonly code:
    | `ASSIGNED_${AssignmentMethod}`
    | "MOVED_AT_CONTRACT_END"
    | "TURN_CORRECTED"
    | "OUT_OF_TURN"
    | "NOT_COUNTED"
    | "NEW_EPOCH";
  readonly params: Params;
}

/** Why a line says what it says, from the line and the area before it alone. */
export interface AssignmentWhy {
  readonly turn: number;
  readonly contractor: OrganizationId;
  readonly method: AssignmentMethod;
  readonly counted: boolean;
  readonly outOfOrder: boolean;
  /** For everyone who may see the receipt; names neither balance nor next turn (ASG-4). */
  readonly parts: readonly WhyPart[];
  /** Only for those who may see the ledger (D9). */
  readonly ledger: LedgerWhy;
  readonly policyNumber: number;
  /** Lines of the policy text and decisions behind it. */
  readonly cites: readonly string[];
  readonly decisions: readonly string[];
}

export interface LedgerWhy {
  /** The two contractors with their standing counted turns of the epoch before and after; empty before any epoch. */
  readonly pool: readonly {
    readonly contractor: OrganizationId;
    readonly before: number;
    readonly after: number;
  }[];
  readonly before: number;
  readonly after: number;
  /** Whose turn it was by the ordinary rule, and why; absent before any epoch. */
  readonly turnOf?: OrganizationId;
  readonly because?: TurnReason;
  /** The last standing counted turn before. */
  readonly last?: { readonly seq: number; readonly contractor: OrganizationId };
  /** The lead that this line repaid: how large it was, how much is left. */
  readonly repaid?: { readonly lead: number; readonly left: number };
}

const BASIS: Readonly<
  Record<AssignmentMethod, { readonly lines: string; readonly decisions: readonly string[] }>
> = {
  ROTATION: { lines: "34", decisions: ["DEC-30", "DEC-31"] },
  EQUALIZING: { lines: "34, 39", decisions: ["DEC-30"] },
  OVERRIDE: { lines: "38", decisions: ["DEC-34"] },
  CARRY_OVER: { lines: "37", decisions: ["DEC-33"] },
  RESUBMISSION: { lines: "34", decisions: ["DEC-35"] },
  REVERSAL: { lines: "34, 68", decisions: ["DEC-35"] },
  FORCED: { lines: "32, 34", decisions: ["DEC-38"] },
  TRANSFER: { lines: "34", decisions: ["DEC-42"] },
};

/**
 * The reason of a line as a structure that wording turns into sentences. `head` is the area before the line, after the
 * epochs that began with it (`enterEpoch`).
 */
export const explainAssignment = rule(
  {
    id: "ASG-3",
    also: ["ASG-7", "ASG-8", "ASG-10"],
    cites: [ia("34"), ia("36-39")],
    decisions: ["DEC-30"],
  },
  (
    line: LedgerLineDraft,
    head: RotationHead,
    rules: Pick<RotationRules, "tieBreak">,
    begun: readonly RotationEpoch[] = [],
  ): AssignmentWhy => ({
    turn: line.seq,
    contractor: line.contractor,
    method: line.method,
    counted: line.counted === 1,
    outOfOrder: line.outOfOrder === 1,
    parts: [
      { code: codeOf(line), params: partParams(line) },
      ...(line.outOfOrder === 1 ? [{ code: "OUT_OF_TURN", params: {} } as const] : []),
      ...(line.counted === 0 ? [{ code: "NOT_COUNTED", params: {} } as const] : []),
      ...(begun.length > 0
        ? [{ code: "NEW_EPOCH", params: { from: begun.at(-1)?.from ?? "" } } as const]
        : []),
    ],
    ledger: ledgerWhy(line, head, rules),
    policyNumber: line.policyNumber,
    cites: [`IA_TOPIC_6:${BASIS[line.method].lines}`],
    decisions: BASIS[line.method].decisions,
  }),
);

const codeOf = ({ kind, method }: LedgerLineDraft): WhyPart["code"] =>
  kind === "MOVE"
    ? "MOVED_AT_CONTRACT_END"
    : kind === "CORRECTION"
      ? "TURN_CORRECTED"
      : `ASSIGNED_${method}`;

const partParams = (line: LedgerLineDraft): Params => ({
  contractor: line.contractor,
  turn: line.seq,
  ...(line.refersToSeq === undefined ? {} : { refersToSeq: line.refersToSeq }),
});

const ledgerWhy = (
  line: LedgerLineDraft,
  head: RotationHead,
  rules: Pick<RotationRules, "tieBreak">,
): LedgerWhy => {
  const { epoch } = head;
  const lane = laneHead(head, line.lane);
  const balance = { before: line.before, after: line.after };
  if (epoch === undefined || lane === undefined) return { pool: [], ...balance };
  const counts = (position: 0 | 1) => {
    const weight = line.after - line.before;
    const added =
      line.kind === "ASSIGNMENT" && weightOf(epoch, line.contractor) === (position === 0 ? 1 : -1);
    return {
      contractor: epoch.contractors[position],
      before: lane.counts[position],
      after: lane.counts[position] + (added ? Math.abs(weight) : 0),
    };
  };
  return {
    pool: [counts(0), counts(1)],
    ...balance,
    turnOf: nextContractor(epoch, lane, rules.tieBreak),
    because: turnReason(lane, rules.tieBreak),
    ...(lane.last && { last: lane.last }),
    ...(Math.abs(line.after) < Math.abs(line.before) && line.kind === "ASSIGNMENT"
      ? { repaid: { lead: Math.abs(line.before), left: Math.abs(line.after) } }
      : {}),
  };
};

const turnReason = (
  lane: { readonly balance: number; readonly last?: unknown },
  tieBreak: RotationRules["tieBreak"],
): TurnReason =>
  lane.balance !== 0
    ? "BEHIND"
    : lane.last === undefined
      ? "STARTER"
      : tieBreak === "STARTER_FIRST"
        ? "STARTER_ON_TIE"
        : "ALTERNATES";
