import type { OrganizationId } from "../kernel/ids.ts";
import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import type { Lane, LedgerLineDraft } from "./ledger-line.ts";
import type { SimulatedLine } from "./simulate.ts";

/** The balance after a line: standing counted turns of the first minus those of the second, all orders together. */
export interface BalancePoint {
  readonly seq: number;
  readonly on: PlainDate;
  readonly balance: number;
}

/** Middle and upper end of some lengths, by nearest rank. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

export interface SimulationSummary {
  readonly referrals: number;
  /** The newest two contractors by their positions; absent where there never were two. */
  readonly pair?: readonly OrganizationId[];
  /** Turns that stand and count, by contractor, those of the pair first. */
  readonly turns: readonly { readonly contractor: OrganizationId; readonly turns: number }[];
  readonly balance: readonly BalancePoint[];
  /** Times in which one contractor was two or more turns ahead in one order of turns. */
  readonly leads: {
    readonly count: number;
    /** Still open at the end. */
    readonly open: number;
    /** The largest number of turns anyone was ahead. */
    readonly largest: number;
  };
  /** From the line that made a lead until the balance was 0 again; absent where no lead was repaid. */
  readonly repaid?: { readonly turns: Spread; readonly days: Spread };
  readonly outOfOrder: { readonly count: number; readonly of: number };
}

/** From this many turns on one contractor is ahead out of the ordinary: alternation itself makes one. */
const LEAD = 2;

interface OpenLead {
  sign: number;
  turns: number;
  readonly on: PlainDate;
}
interface LaneState {
  epoch: number;
  balance: number;
  lead?: OpenLead | undefined;
}

/**
 * What a ledger means for the two contractors.
 * @param points at most so many points of the balance; peaks are kept
 */
export const summarize = (lines: readonly SimulatedLine[], points: number): SimulationSummary => {
  const lanes = new Map<Lane, LaneState>();
  const turns = new Map<string, { contractor: OrganizationId; counted: boolean }>();
  const balance: BalancePoint[] = [];
  const spans: { readonly turns: number; readonly days: number }[] = [];
  let count = 0;
  let largest = 0;
  let referrals = 0;
  let outOfOrder = 0;
  const pair = lines.at(-1)?.pair;

  for (const { line, on, pair: at } of lines) {
    if (line.kind === "ASSIGNMENT") referrals += 1;
    outOfOrder += line.outOfOrder;
    noteTurn(turns, line);
    const state = lanes.get(line.lane) ?? { epoch: line.epoch, balance: line.before };
    lanes.set(line.lane, state);
    enterEpoch(lanes, line);
    state.balance = line.after;
    // Positions may change with the contracts: the picture keeps its sides.
    const sign = isTurned(at, pair) ? -1 : 1;
    balance.push({ seq: line.seq, on, balance: sign * sumOf(lanes) || 0 });

    const ahead = Math.abs(line.after);
    if (state.lead === undefined) {
      if (ahead < LEAD) continue;
      count += 1;
      state.lead = { sign: Math.sign(line.after), turns: 0, on };
    } else {
      if (line.kind === "ASSIGNMENT" && line.counted === 1) state.lead.turns += 1;
      if (Math.sign(line.after) !== state.lead.sign) {
        spans.push({ turns: state.lead.turns, days: daysBetween(state.lead.on, on) });
        state.lead = undefined;
      }
    }
    largest = Math.max(largest, ahead);
  }

  const by = new Map<OrganizationId, number>((pair ?? []).map((contractor) => [contractor, 0]));
  for (const { contractor, counted } of turns.values())
    by.set(contractor, (by.get(contractor) ?? 0) + (counted ? 1 : 0));
  const open = [...lanes.values()].filter((state) => state.lead !== undefined).length;
  return {
    referrals,
    ...(pair && { pair }),
    turns: [...by].map(([contractor, n]) => ({ contractor, turns: n })),
    balance: thin(balance, points),
    leads: { count, open, largest },
    ...(spans.length > 0 && {
      repaid: {
        turns: spreadOf(spans.map((span) => span.turns)),
        days: spreadOf(spans.map((span) => span.days)),
      },
    }),
    outOfOrder: { count: outOfOrder, of: referrals },
  };
};

/** How many referrals the second run gave to another contractor than the first, of those that both gave to someone. */
export const givenOtherwise = (
  first: readonly SimulatedLine[],
  second: readonly SimulatedLine[],
): { readonly count: number; readonly of: number } => {
  const given = new Map<string, OrganizationId>();
  for (const { line } of first)
    if (line.kind === "ASSIGNMENT") given.set(line.referralKey, line.contractor);
  let count = 0;
  let of = 0;
  for (const { line } of second) {
    const before = line.kind === "ASSIGNMENT" ? given.get(line.referralKey) : undefined;
    if (before === undefined) continue;
    of += 1;
    if (before !== line.contractor) count += 1;
  }
  return { count, of };
};

/** Whether the pair stands the other way round than the newest one. */
const isTurned = (pair: SimulatedLine["pair"], newest: SimulatedLine["pair"]): boolean =>
  pair !== newest &&
  pair !== undefined &&
  newest !== undefined &&
  (pair[0] === newest[1] || pair[1] === newest[0]);

/** What stands of each assignment. */
const noteTurn = (
  turns: Map<string, { contractor: OrganizationId; counted: boolean }>,
  line: LedgerLineDraft,
): void => {
  if (line.kind === "MOVE") return;
  turns.set(line.referralKey, { contractor: line.contractor, counted: line.counted === 1 });
};

/**
 * Another pair goes on with its balance, whose sign follows the positions, or begins at 0: a lead that is not carried
 * over lapses, it was not repaid. Orders of turns that are not used any more are over with their epoch.
 */
const enterEpoch = (lanes: Map<Lane, LaneState>, line: LedgerLineDraft): void => {
  for (const [lane, state] of lanes) {
    if (state.epoch === line.epoch) continue;
    const carried = lane === line.lane && Math.abs(line.before) === Math.abs(state.balance);
    state.epoch = line.epoch;
    if (lane === line.lane) state.balance = line.before;
    else if (lane === "COMBINED" || line.lane === "COMBINED") state.balance = 0;
    if (!carried) state.lead = undefined;
    else if (state.lead !== undefined) state.lead.sign = Math.sign(line.before);
  }
};

const sumOf = (lanes: ReadonlyMap<Lane, LaneState>): number => {
  let sum = 0;
  for (const state of lanes.values()) sum += state.balance;
  return sum;
};

/** Lowest and highest of each stretch, so that no peak is lost; all of them where there are few enough. */
const thin = (all: readonly BalancePoint[], points: number): readonly BalancePoint[] => {
  if (all.length <= points) return all;
  const stretch = Math.ceil(all.length / Math.max(1, Math.floor(points / 2)));
  const kept: BalancePoint[] = [];
  for (let from = 0; from < all.length; from += stretch) {
    const part = all.slice(from, from + stretch);
    const lowest = part.reduce((a, b) => (b.balance < a.balance ? b : a));
    const highest = part.reduce((a, b) => (b.balance > a.balance ? b : a));
    kept.push(
      ...(lowest === highest ? [lowest] : [lowest, highest].toSorted((a, b) => a.seq - b.seq)),
    );
  }
  return kept;
};

const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { median: rank(0.5), p90: rank(0.9), longest: rank(1) };
};
