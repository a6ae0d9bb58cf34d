import { type ContractTerm, contractsOn } from "../agency/contract.ts";
import { ia } from "../kernel/citation.ts";
import type { ContractId, OrganizationId } from "../kernel/ids.ts";
import { addDays, maxDate, type PlainDate } from "../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import { LANES, type Lane } from "./ledger-line.ts";
import {
  type LaneOpening,
  laneHead,
  otherContractor,
  type RotationEpoch,
  type RotationHead,
  type RotationRules,
  type Turn,
} from "./rotation.ts";

type Pair = readonly [ContractTerm, ContractTerm];
/** All that matters of a contract when its epoch begins. */
type Party = Pick<ContractTerm, "id" | "organizationId">;

/**
 * Begins an epoch with a new pair of contracts (DEC-31, DEC-36). The same two organizations go on with their balance;
 * when one is replaced nobody owes or is owed anything, and the first turn goes to whoever did not have the last one;
 * otherwise the starter that the administrator named has it (STARTER_REQUIRED where none is named).
 */
export const beginEpoch = rule(
  { id: "ASG-11", cites: [ia("32"), ia("34")], decisions: ["DEC-31", "DEC-36"] },
  (
    head: RotationHead,
    pair: readonly [Party, Party],
    from: PlainDate,
    named: OrganizationId | undefined,
    rules: Pick<RotationRules, "carryBalanceOnRenewalOfSamePair">,
  ): Result<RotationEpoch> => {
    const contractors = [pair[0].organizationId, pair[1].organizationId] as const;
    const common = {
      area: head.area,
      number: (head.epoch?.number ?? 0) + 1,
      from,
      contracts: [pair[0].id, pair[1].id] as const,
      contractors,
    };
    const former = head.epoch;
    if (former !== undefined && samePair(former.contractors, contractors)) {
      const opening = carriedOpening(
        head,
        former,
        contractors,
        rules.carryBalanceOnRenewalOfSamePair,
      );
      const last = lastStanding(head);
      return accept({
        ...common,
        // Where the balance is not carried, alternation goes on from the last standing turn under either tie rule.
        starter:
          rules.carryBalanceOnRenewalOfSamePair || last === undefined
            ? former.starter
            : otherContractor(common, last),
        opening,
      });
    }
    const starter = firstAfterReplacement(head, contractors) ?? named;
    if (starter === undefined || !contractors.includes(starter))
      return refuse({ code: "STARTER_REQUIRED", path: ["starter"], params: { area: head.area } });
    return accept({ ...common, starter, opening: {} });
  },
);

const samePair = (a: RotationEpoch["contractors"], b: RotationEpoch["contractors"]): boolean =>
  (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);

/** The newest standing counted turn of the present epoch, or what it went on from, whatever its lane. */
const lastStanding = (head: RotationHead): OrganizationId | undefined => {
  let newest: Turn | undefined;
  for (const lane of LANES) {
    const last = laneHead(head, lane)?.last;
    if (last !== undefined && (newest === undefined || last.seq > newest.seq)) newest = last;
  }
  return newest?.contractor;
};

/** Exactly one of the two stays: the newcomer begins if the one that stays had the last turn, else the one that stays. */
const firstAfterReplacement = (
  head: RotationHead,
  contractors: RotationEpoch["contractors"],
): OrganizationId | undefined => {
  const former = head.epoch;
  const last = lastStanding(head);
  if (former === undefined || last === undefined) return undefined;
  const staying = contractors.filter((one) => former.contractors.includes(one));
  const [stays] = staying;
  if (stays === undefined || staying.length !== 1) return undefined;
  return last === stays ? otherContractor({ contractors }, stays) : stays;
};

/**
 * What the same two organizations go on from, lane by lane. The sign of the balance follows the positions. Two orders
 * that become one add up; one order that becomes two begins both at 0 with the starter (DEC-32).
 */
const carriedOpening = (
  head: RotationHead,
  former: RotationEpoch,
  contractors: RotationEpoch["contractors"],
  carries: boolean,
): RotationEpoch["opening"] => {
  const sign = former.contractors[0] === contractors[0] ? 1 : -1;
  const opening: Partial<Record<Lane, LaneOpening>> = {};
  for (const lane of lanesOf(head)) {
    const at = laneHead(head, lane);
    if (at === undefined || (at.balance === 0 && at.last === undefined)) continue;
    // `|| 0`: the ledger knows no minus zero.
    opening[lane] = {
      balance: carries ? at.balance * sign || 0 : 0,
      ...(at.last && { last: at.last }),
    };
  }
  if (head.scope === "PER_SERVICE_TYPE") {
    const both = Object.values(opening);
    const last = both.map((one) => one.last).reduce(newer, undefined);
    opening.COMBINED = {
      balance: both.reduce((sum, one) => sum + one.balance, 0),
      ...(last && { last }),
    };
  }
  return opening;
};

const newer = (a: Turn | undefined, b: Turn | undefined): Turn | undefined =>
  a === undefined || (b !== undefined && b.seq > a.seq) ? b : a;

/** The lanes that were in use; of an epoch without any line all that it was opened with. */
const lanesOf = (head: RotationHead): readonly Lane[] =>
  head.scope === undefined
    ? LANES
    : head.scope === "COMBINED"
      ? ["COMBINED"]
      : ["FSRP", "SAFETY_PLAN"];

const isCurrent = (head: RotationHead, pair: Pair): boolean =>
  head.epoch?.contracts[0] === pair[0].id && head.epoch.contracts[1] === pair[1].id;

const pairOf = (contracts: readonly ContractTerm[]): Pair | undefined => {
  const [first, second] = contracts;
  return first !== undefined && second !== undefined && contracts.length === 2
    ? [first, second]
    : undefined;
};

/** The head with a new epoch begun: nothing has happened in it yet. */
export const enterEpoch = (head: RotationHead, epoch: RotationEpoch): RotationHead => ({
  area: head.area,
  seq: head.seq,
  epoch,
  lanes: {},
});

/** The head on a day, and the epochs that began since the last line, to be recorded together with the next one. */
export interface EpochsBegun {
  readonly head: RotationHead;
  readonly begun: readonly RotationEpoch[];
}

/**
 * Begins every epoch that is due by a day: one at each change of the pair of contracts in force, so that nobody has to
 * act on that very day. `starters` are the contracts that the administrator named for a first turn, the newest last.
 */
export const beginDueEpochs = (
  head: RotationHead,
  contracts: readonly ContractTerm[],
  starters: readonly ContractId[],
  day: PlainDate,
  rules: Pick<RotationRules, "carryBalanceOnRenewalOfSamePair">,
): Result<EpochsBegun> => {
  let at = head;
  const begun: RotationEpoch[] = [];
  for (const from of changesOfPair(head, contracts, day)) {
    const pair = pairOf(contractsOn(contracts, from));
    if (pair === undefined || isCurrent(at, pair)) continue;
    const named = starters.findLast((id) => pair.some((contract) => contract.id === id));
    const starter = pair.find((contract) => contract.id === named)?.organizationId;
    const over = !isSamePair(pair, pairOf(contractsOn(contracts, day)));
    // In an epoch that is over no turn can be taken any more, so its starter decides nothing.
    const epoch = beginEpoch(
      at,
      pair,
      from,
      starter ?? (over ? pair[0].organizationId : undefined),
      rules,
    );
    if (!epoch.ok) return epoch;
    begun.push(epoch.value);
    at = enterEpoch(at, epoch.value);
  }
  return accept({ head: at, begun });
};

const isSamePair = (a: Pair, b: Pair | undefined): boolean =>
  a[0].id === b?.[0].id && a[1].id === b[1].id;

/** The days on which another set of contracts came into force after the present epoch began, in order. */
const changesOfPair = (
  head: RotationHead,
  contracts: readonly ContractTerm[],
  day: PlainDate,
): readonly PlainDate[] => {
  const since = head.epoch?.from;
  const days = new Set<PlainDate>();
  for (const contract of contracts)
    for (const change of [contract.from, addDays(contract.to, 1)])
      if (change <= day && (since === undefined || change > since)) days.add(change);
  // A pair that was corrected after the epoch had begun changes it from the day on which it was noticed.
  const pair = pairOf(contractsOn(contracts, day));
  if (pair !== undefined && days.size === 0 && !isCurrent(head, pair))
    days.add(maxDate(pair[0].from, pair[1].from));
  return [...days].toSorted();
};
