import type { ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import { resettle } from "./amend.ts";
import { beginEpoch, enterEpoch } from "./epochs.ts";
import type { LedgerLine } from "./ledger-line.ts";
import type { ReplayRules } from "./replay.ts";
import {
  advance,
  emptyRotation,
  laneHead,
  type RotationEpoch,
  type RotationHead,
  type Turn,
  weightOf,
} from "./rotation.ts";
import { settleTurn } from "./standing.ts";

export interface CourseOptions {
  readonly area: ContractAreaId;
  /** Epochs of the area in order of their number, from 1 on. */
  readonly epochs: readonly RotationEpoch[];
  /** The rules by which a line was decided. */
  readonly rules: (line: Pick<LedgerLine, "policyNumber" | "at">) => ReplayRules;
}

/** One line of an area with the area before and after it. */
export interface Step {
  /** The line as it stands in this course. */
  readonly line: LedgerLine;
  /** The area before the line, after the epochs that began with it. */
  readonly before: RotationHead;
  readonly after: RotationHead;
  readonly begun: readonly RotationEpoch[];
}

/** Says to whom an assignment goes in a course that never was. */
export type Decide = (line: LedgerLine, before: RotationHead, rules: ReplayRules) => OrganizationId;

/**
 * Walks the lines of an area in order. The lines may begin with those of a later epoch: it opens as recorded. With
 * `decide` the assignments go where it says, and balances, last turns and later epochs follow from that.
 */
export function* walkLedger(
  lines: Iterable<LedgerLine>,
  { area, epochs, rules }: CourseOptions,
  decide?: Decide,
): Generator<Step> {
  let head = emptyRotation(area);
  let turns = new Map<string, Turn[]>();
  const assignments = new Map<number, LedgerLine>();
  let walked = false;
  for (const recorded of lines) {
    const applied = rules(recorded);
    const begun: RotationEpoch[] = [];
    if (!walked && recorded.seq > 1) head = openAt(head, epochs, recorded);
    while ((head.epoch?.number ?? 0) < recorded.epoch) {
      const epoch = epochs[head.epoch?.number ?? 0];
      // A ledger that names an epoch which nobody recorded: a replay says so, here the pair is unknown.
      if (epoch === undefined) break;
      // Before the first turn nothing has been decided otherwise.
      const entered = decide === undefined || !walked ? epoch : beginAgain(head, epoch, applied);
      begun.push(entered);
      head = enterEpoch(head, entered);
      turns = new Map();
    }
    const here =
      recorded.kind === "ASSIGNMENT" ||
      assignments.get(recorded.refersToSeq ?? 0)?.epoch === recorded.epoch;
    const standing = turns.get(recorded.lane) ?? [];
    turns.set(recorded.lane, standing);
    const line =
      decide === undefined ? recorded : decideAnew(recorded, head, standing, here, applied, decide);
    const scope = line.lane === "COMBINED" ? "COMBINED" : "PER_SERVICE_TYPE";
    const before = head;
    if (line.kind === "ASSIGNMENT") {
      assignments.set(line.seq, line);
      head = advance(head, line, scope);
    } else head = resettle(head, line, here, standing, scope);
    if (here) settleTurn(standing, line);
    walked = true;
    yield { line, before, after: head, begun };
  }
}

/** The area as it was when the epoch of the first line given began. */
function openAt(
  head: RotationHead,
  epochs: readonly RotationEpoch[],
  first: LedgerLine,
): RotationHead {
  const at = { ...head, seq: first.seq - 1 };
  const former = epochs[first.epoch - 2];
  // The epoch of the line itself is entered by the walk, so that it counts as begun with it.
  return former === undefined ? at : { ...at, epoch: former };
}

/** An epoch as it would have begun after another course: same pair, same day, what the rule gives for the rest. */
function beginAgain(head: RotationHead, epoch: RotationEpoch, rules: ReplayRules): RotationEpoch {
  const pair = [
    { id: epoch.contracts[0], organizationId: epoch.contractors[0] },
    { id: epoch.contracts[1], organizationId: epoch.contractors[1] },
  ] as const;
  const begun = beginEpoch(head, pair, epoch.from, epoch.starter, rules);
  return begun.ok ? begun.value : epoch;
}

function decideAnew(
  line: LedgerLine,
  head: RotationHead,
  standing: readonly Turn[],
  here: boolean,
  rules: ReplayRules,
  decide: Decide,
): LedgerLine {
  const before = laneHead(head, line.lane)?.balance ?? 0;
  if (line.kind === "ASSIGNMENT") {
    const contractor = decide(line, head, rules);
    const weight = line.counted === 1 ? weightOf(head.epoch, contractor) : 0;
    return { ...line, contractor, before, after: before + weight };
  }
  const former = standing.find((turn) => turn.seq === line.refersToSeq);
  const contractor =
    line.kind === "REVERSAL" ? (former?.contractor ?? line.contractor) : line.contractor;
  if (!here || line.kind === "MOVE") return { ...line, contractor, before, after: before };
  const gone = former === undefined ? 0 : weightOf(head.epoch, former.contractor);
  const come = line.counted === 1 ? weightOf(head.epoch, contractor) : 0;
  return { ...line, contractor, before, after: before - gone + come };
}
