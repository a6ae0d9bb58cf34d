import { type ContractTerm, findContractOf } from "../agency/contract.ts";
import { ia } from "../kernel/citation.ts";
import type { ContractId, OrganizationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { ServiceType } from "../people/people.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { AssignmentDecision } from "./assign.ts";
import { beginDueEpochs } from "./epochs.ts";
import {
  laneOf,
  type LedgerLine,
  type LedgerLineDraft,
  type RotationScope,
} from "./ledger-line.ts";
import {
  laneHead,
  openLane,
  type RotationHead,
  rotationRulesOn,
  scopeOf,
  type Turn,
  weightOf,
} from "./rotation.ts";

/** A later line about an assignment of the same area. */
export interface Amendment {
  /** The ASSIGNMENT line that it is about. */
  readonly line: LedgerLine;
  readonly serviceType: ServiceType;
  readonly on: PlainDate;
  readonly at: Instant;
}

export interface AmendmentFacts {
  readonly contracts: readonly ContractTerm[];
  readonly starters: readonly ContractId[];
  /** Standing counted turns of the line's lane in its epoch, the line's own included (`standingTurns`). */
  readonly standing: readonly Turn[];
  /** Whether the line was taken back already. */
  readonly reversed: boolean;
}

/**
 * Takes back the turn of a referral withdrawn before its effective date (DEC-35): a compensating line, never an edit.
 * The balance changes only if the turn counts in the present epoch. INVALID_TRANSITION when it was taken back before.
 */
export const reverse = rule(
  { id: "ASG-10", cites: [ia("34"), ia("39"), ia("68")], decisions: ["DEC-35"] },
  (
    before: RotationHead,
    amendment: Amendment,
    facts: AmendmentFacts,
    book: PolicyBook,
  ): Result<AssignmentDecision> => {
    if (amendment.line.kind !== "ASSIGNMENT" || facts.reversed)
      return refuse({ code: "INVALID_TRANSITION" });
    const at = headOn(before, amendment, facts, book);
    const turn = facts.standing.find((one) => one.seq === amendment.line.seq);
    return amend(at, amendment, facts, book, {
      kind: "REVERSAL",
      method: "REVERSAL",
      contractor: turn?.contractor ?? amendment.line.contractor,
      counted: 0,
    });
  },
);

/**
 * Moves an open case to the successor when a contract ends: outside the rotation, not counted (DEC-42). The successor
 * serves from a day on on which its contract is in force; the line itself is of the day on which it is written.
 */
export const moveAtContractEnd = rule(
  { id: "ASG-12", cites: [ia("34")], decisions: ["DEC-42"] },
  (
    before: RotationHead,
    amendment: Amendment & { readonly successor: OrganizationId; readonly servesFrom?: PlainDate },
    facts: AmendmentFacts,
    book: PolicyBook,
  ): Result<AssignmentDecision> => {
    if (facts.reversed) return refuse({ code: "INVALID_TRANSITION" });
    const { successor, servesFrom = amendment.on } = amendment;
    if (findContractOf(facts.contracts, successor, servesFrom) === undefined)
      return refuse({ code: "NO_ACTIVE_CONTRACTOR", path: ["successor"] });
    return amend(headOn(before, amendment, facts, book), amendment, facts, book, {
      kind: "MOVE",
      method: "TRANSFER",
      contractor: successor,
      counted: 0,
    });
  },
);

/**
 * States anew whose turn a line was and whether it counts: an administrator's correction, with a reason and a second
 * person recorded in the command. INVALID_TRANSITION when the line was taken back or nothing would change.
 */
export const correctTurn = rule(
  { id: "ASG-10", cites: [ia("39")] },
  (
    before: RotationHead,
    amendment: Amendment & { readonly contractor: OrganizationId; readonly counted: boolean },
    facts: AmendmentFacts,
    book: PolicyBook,
  ): Result<AssignmentDecision> => {
    const turn = facts.standing.find((one) => one.seq === amendment.line.seq);
    const same = amendment.counted ? turn?.contractor === amendment.contractor : turn === undefined;
    if (amendment.line.kind !== "ASSIGNMENT" || facts.reversed || same)
      return refuse({ code: "INVALID_TRANSITION" });
    return amend(headOn(before, amendment, facts, book), amendment, facts, book, {
      kind: "CORRECTION",
      method: amendment.line.method,
      contractor: amendment.contractor,
      counted: amendment.counted ? 1 : 0,
    });
  },
);

/** The area on the day of the amendment. A missing starter does not stop it: it takes no turn of the new epoch. */
const headOn = (
  before: RotationHead,
  amendment: Amendment,
  facts: AmendmentFacts,
  book: PolicyBook,
): Pick<AssignmentDecision, "head" | "begun"> => {
  const due = beginDueEpochs(
    before,
    facts.contracts,
    facts.starters,
    amendment.on,
    rotationRulesOn(book, amendment.on),
  );
  return due.ok ? due.value : { head: before, begun: [] };
};

const amend = (
  { head, begun }: Pick<AssignmentDecision, "head" | "begun">,
  { line, serviceType, on, at }: Amendment,
  facts: AmendmentFacts,
  book: PolicyBook,
  change: Pick<LedgerLine, "kind" | "method" | "contractor" | "counted">,
): Result<AssignmentDecision> => {
  const here = line.epoch === (head.epoch?.number ?? 0);
  const scope = scopeOf(head, rotationRulesOn(book, on));
  const lane = here ? line.lane : laneOf(scope, serviceType);
  const before = laneHead(head, lane)?.balance ?? 0;
  const draft: LedgerLineDraft = {
    v: 1,
    area: head.area,
    seq: head.seq + 1,
    kind: change.kind,
    lane,
    epoch: head.epoch?.number ?? 0,
    referralKey: line.referralKey,
    contractor: change.contractor,
    method: change.method,
    counted: change.counted,
    outOfOrder: 0,
    before,
    after: here ? before + shift(head, line.seq, change, facts.standing) : before,
    refersToSeq: line.seq,
    policyNumber: book.number,
    at,
  };
  return accept({ line: draft, begun, head: resettle(head, draft, here, facts.standing, scope) });
};

/** How much the balance moves: the turn as it stood goes, the turn as stated anew comes. */
const shift = (
  head: RotationHead,
  seq: number,
  change: Pick<LedgerLine, "kind" | "contractor" | "counted">,
  standing: readonly Turn[],
): number => {
  if (change.kind === "MOVE") return 0;
  const former = standing.find((one) => one.seq === seq);
  const gone = former === undefined ? 0 : weightOf(head.epoch, former.contractor);
  return (change.counted === 1 ? weightOf(head.epoch, change.contractor) : 0) - gone;
};

/** The head after a line that takes back or restates a turn: counts and last turn follow what stands then. */
export const resettle = (
  head: RotationHead,
  line: LedgerLineDraft,
  here: boolean,
  standing: readonly Turn[],
  scope: RotationScope,
): RotationHead => {
  const next: RotationHead = { ...head, seq: line.seq, scope };
  const lane = laneHead(head, line.lane);
  if (!here || line.kind === "MOVE" || head.epoch === undefined || lane === undefined) return next;
  // Turns stand in order of their lines, so the newest ones are looked at first: a replay does this for each such line.
  const other = standing.findLast((one) => one.seq !== line.refersToSeq);
  const stated: Turn | undefined =
    line.counted === 1 && line.refersToSeq !== undefined
      ? { seq: line.refersToSeq, contractor: line.contractor }
      : undefined;
  const newest = stated && (other === undefined || stated.seq > other.seq) ? stated : other;
  const last = newest ?? openLane(head.epoch, line.lane).last;
  const former = standing.findLast((one) => one.seq === line.refersToSeq);
  const counts: [number, number] = [lane.counts[0], lane.counts[1]];
  if (former !== undefined) counts[former.contractor === head.epoch.contractors[0] ? 0 : 1] -= 1;
  if (line.counted === 1) counts[line.contractor === head.epoch.contractors[0] ? 0 : 1] += 1;
  return {
    ...next,
    lanes: { ...head.lanes, [line.lane]: { balance: line.after, counts, ...(last && { last }) } },
  };
};
