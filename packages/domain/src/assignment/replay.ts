import type { ContractAreaId, OrganizationId } from "../kernel/ids.ts";
import { ia } from "../kernel/citation.ts";
import { rule } from "../kernel/rule.ts";
import { resettle } from "./amend.ts";
import { beginEpoch, enterEpoch } from "./epochs.ts";
import type { AssignmentMethod, Lane, LedgerLine, RotationScope } from "./ledger-line.ts";
import {
  advance,
  emptyRotation,
  laneHead,
  nextContractor,
  ordinaryMethod,
  type RotationEpoch,
  type RotationHead,
  type RotationRules,
  scopeOf,
  type Turn,
  weightOf,
} from "./rotation.ts";
import { settleTurn } from "./standing.ts";

export type ReplayRules = Pick<
  RotationRules,
  "tieBreak" | "rotationScope" | "carryBalanceOnRenewalOfSamePair" | "transferCounts"
>;

export interface ReplayOptions {
  readonly area: ContractAreaId;
  /** Epochs of the area in order of their number. */
  readonly epochs: readonly RotationEpoch[];
  /** The rules by which a line was decided: those of its policy book on its day. */
  readonly rules: (line: Pick<LedgerLine, "policyNumber" | "at">) => ReplayRules;
}

/** The first value of the history that the published rule does not give. */
export interface ReplayFault {
  readonly ok: false;
  readonly seq: number;
  /** The field of the line; `opening` and `starter` are those of the epoch that it begins. */
  readonly field: keyof LedgerLine | "opening" | "starter";
  readonly expected: string;
  readonly found: string;
}
export type ReplayVerdict =
  | {
      readonly ok: true;
      readonly head: RotationHead;
      /** Standing counted turns of the present epoch, lane by lane. */
      readonly standing: Readonly<Partial<Record<Lane, readonly Turn[]>>>;
    }
  | ReplayFault;

type Expected = readonly (readonly [ReplayFault["field"], unknown, unknown])[];

/**
 * Recomputes an area from its first line and names the first value that differs: sequence, epoch, balance, whose turn
 * it was, method, whether it counted and stood out of order, and what later lines took back.
 */
export const replay = rule(
  {
    id: "ASG-9",
    also: ["ASG-3", "ASG-8"],
    cites: [ia("34"), ia("39")],
    decisions: ["DEC-30", "DEC-36"],
  },
  (lines: Iterable<LedgerLine>, options: ReplayOptions): ReplayVerdict => {
    let head = emptyRotation(options.area);
    let standing: Partial<Record<Lane, Turn[]>> = {};
    const assignments = new Map<number, LedgerLine>();
    const keys = new Set<string>();
    /** Assignments that were taken back, and from whom. */
    const reversed = new Map<number, OrganizationId>();

    for (const line of lines) {
      const rules = options.rules(line);
      while ((head.epoch?.number ?? 0) < line.epoch) {
        const recorded = options.epochs[head.epoch?.number ?? 0];
        const fault = epochFault(head, recorded, line, rules);
        if (fault !== undefined) return fault;
        head = enterEpoch(head, recorded as RotationEpoch);
        standing = {};
      }
      const about = line.refersToSeq === undefined ? undefined : assignments.get(line.refersToSeq);
      const here = line.kind === "ASSIGNMENT" || about?.epoch === line.epoch;
      const turns = (standing[line.lane] ??= []);
      const expected = [
        ...expectedOfAny(head, line, options.area, rules),
        ...(line.kind === "ASSIGNMENT"
          ? [
              ...expectedOfAssignment(head, line, rules, keys),
              ...expectedOfReturn(line, assignments, reversed),
            ]
          : expectedOfAmendment(head, line, about, here, turns, reversed)),
      ];
      const differs = expected.find(([, should, is]) => should !== is);
      if (differs !== undefined) return fault(line.seq, ...differs);

      const scope: RotationScope = line.lane === "COMBINED" ? "COMBINED" : "PER_SERVICE_TYPE";
      if (line.kind === "ASSIGNMENT") {
        assignments.set(line.seq, line);
        keys.add(line.referralKey);
        head = advance(head, line, scope);
      } else {
        if (line.kind === "REVERSAL") reversed.set(line.refersToSeq ?? 0, line.contractor);
        head = resettle(head, line, here, turns, scope);
      }
      if (here) settleTurn(turns, line);
    }
    return { ok: true, head, standing };
  },
);

const fault = (
  seq: number,
  field: ReplayFault["field"],
  expected: unknown,
  found: unknown,
): ReplayFault => ({
  ok: false,
  seq,
  field,
  expected: String(expected),
  found: String(found),
});

const epochFault = (
  head: RotationHead,
  recorded: RotationEpoch | undefined,
  line: LedgerLine,
  rules: ReplayRules,
): ReplayFault | undefined => {
  if (recorded === undefined) return fault(line.seq, "epoch", head.epoch?.number ?? 0, line.epoch);
  const [first, second] = recorded.contractors;
  const pair = [
    { id: recorded.contracts[0], organizationId: first },
    { id: recorded.contracts[1], organizationId: second },
  ] as const;
  // Where the rule leaves the first turn to the administrator, the recorded starter is the name that was given.
  const should = beginEpoch(head, pair, recorded.from, recorded.starter, rules);
  if (!should.ok) return fault(line.seq, "starter", "one of the pair", recorded.starter);
  if (should.value.starter !== recorded.starter)
    return fault(line.seq, "starter", should.value.starter, recorded.starter);
  const [expected, found] = [openingText(should.value), openingText(recorded)];
  return expected === found ? undefined : fault(line.seq, "opening", expected, found);
};

const openingText = (epoch: RotationEpoch): string =>
  (["COMBINED", "FSRP", "SAFETY_PLAN"] as const)
    .map((lane) => epoch.opening[lane])
    .map(
      (opening) =>
        `${opening?.balance ?? 0}:${opening?.last?.seq ?? ""}:${opening?.last?.contractor ?? ""}`,
    )
    .join(" ");

const expectedOfAny = (
  head: RotationHead,
  line: LedgerLine,
  area: ContractAreaId,
  rules: ReplayRules,
): Expected => [
  ["area", area, line.area],
  ["seq", head.seq + 1, line.seq],
  ["epoch", head.epoch?.number ?? 0, line.epoch],
  ["lane", scopeOf(head, rules), scopeOfLane(line.lane)],
  ["before", laneHead(head, line.lane)?.balance ?? 0, line.before],
];

const scopeOfLane = (lane: Lane): RotationScope =>
  lane === "COMBINED" ? "COMBINED" : "PER_SERVICE_TYPE";

const COUNTED: Readonly<Record<AssignmentMethod, boolean>> = {
  ROTATION: true,
  EQUALIZING: true,
  OVERRIDE: true,
  RESUBMISSION: true,
  TRANSFER: true,
  CARRY_OVER: false,
  FORCED: false,
  REVERSAL: false,
};

const expectedOfAssignment = (
  head: RotationHead,
  line: LedgerLine,
  rules: ReplayRules,
  keys: ReadonlySet<string>,
): Expected => {
  const counted = line.method === "TRANSFER" ? rules.transferCounts : COUNTED[line.method];
  const common: Expected = [
    ["referralKey", false, keys.has(line.referralKey)],
    ["method", true, line.method !== "REVERSAL"],
    ["counted", counted ? 1 : 0, line.counted],
    ["after", line.before + (counted ? weightOf(head.epoch, line.contractor) : 0), line.after],
  ];
  if (line.method === "CARRY_OVER" || line.method === "FORCED")
    return [...common, ["outOfOrder", 0, line.outOfOrder]];

  const { epoch } = head;
  const lane = laneHead(head, line.lane);
  if (epoch === undefined || lane === undefined)
    return [["epoch", "one that has begun", line.epoch]];
  const next = nextContractor(epoch, lane, rules.tieBreak);
  if (line.method === "OVERRIDE" || line.method === "RESUBMISSION")
    return [
      ...common,
      ["contractor", true, epoch.contractors.includes(line.contractor)],
      ["outOfOrder", line.contractor === next ? 0 : 1, line.outOfOrder],
    ];
  return [
    ...common,
    ["contractor", next, line.contractor],
    ["method", line.method === "TRANSFER" ? "TRANSFER" : ordinaryMethod(lane, next), line.method],
    ["outOfOrder", 0, line.outOfOrder],
  ];
};

/** A referral that came back names the turn that was taken back, and goes to whoever had it (DEC-35). */
const expectedOfReturn = (
  line: LedgerLine,
  assignments: ReadonlyMap<number, LedgerLine>,
  reversed: ReadonlyMap<number, OrganizationId>,
): Expected => {
  const { method, refersToSeq } = line;
  // Where it was assigned in another area, there is no line here.
  if (method !== "RESUBMISSION" || refersToSeq === undefined) return [];
  const former = reversed.get(refersToSeq);
  if (former === undefined) return [["refersToSeq", "a turn that was taken back", refersToSeq]];
  const had = line.contractor === former ? former : assignments.get(refersToSeq)?.contractor;
  return [["contractor", had, line.contractor]];
};

const expectedOfAmendment = (
  head: RotationHead,
  line: LedgerLine,
  about: LedgerLine | undefined,
  here: boolean,
  turns: readonly Turn[],
  reversed: ReadonlyMap<number, OrganizationId>,
): Expected => {
  if (about === undefined || reversed.has(about.seq))
    return [["refersToSeq", "a standing assignment", line.refersToSeq]];
  const former = here ? turns.findLast((turn) => turn.seq === about.seq) : undefined;
  const gone =
    former === undefined || line.kind === "MOVE" ? 0 : weightOf(head.epoch, former.contractor);
  const come = here && line.counted === 1 ? weightOf(head.epoch, line.contractor) : 0;
  return [
    ["referralKey", about.referralKey, line.referralKey],
    ["lane", here ? about.lane : line.lane, line.lane],
    ["outOfOrder", 0, line.outOfOrder],
    ["after", line.before - gone + come, line.after],
    ...(line.kind === "REVERSAL"
      ? ([
          ["method", "REVERSAL", line.method],
          ["counted", 0, line.counted],
          [
            "contractor",
            former?.contractor ?? (here ? about.contractor : line.contractor),
            line.contractor,
          ],
        ] as const)
      : []),
    ...(line.kind === "MOVE"
      ? ([
          ["method", "TRANSFER", line.method],
          ["counted", 0, line.counted],
        ] as const)
      : []),
    ...(line.kind === "CORRECTION" ? ([["method", about.method, line.method]] as const) : []),
  ];
};
