import type { Epoch, Line, Rules } from "./ledger.ts";

/** A turn that was given, whatever became of it. */
export interface Turn {
  readonly line: Line;
  /** Whose turn it is now: a correction may say another. */
  contractor: string;
  /** Whether it counts now. */
  counts: boolean;
  /** Taken back by a reversal. */
  reversed: boolean;
}

/** Methods whose turn nobody owes anybody (DEC-33, DEC-38). */
const UNCOUNTED = new Set(["CARRY_OVER", "FORCED"]);

/**
 * The order of turns of one area, told from the register (DEC-30 to DEC-38) and kept as a list of everything that was
 * given: what counts is decided by how a turn came about, not by what its line says of itself.
 */
export class Rotation {
  readonly rules: Rules;
  readonly turns = new Map<number, Turn>();
  epoch: Epoch | undefined;
  /** Counted turns of the present epoch by lane, in order. */
  #lanes = new Map<string, Turn[]>();

  constructor(rules: Rules) {
    this.rules = rules;
  }

  enter(epoch: Epoch): void {
    this.epoch = epoch;
    this.#lanes = new Map();
  }

  laneOf(service: string): string {
    return this.rules.rotationScope === "COMBINED" ? "COMBINED" : service;
  }

  get lanes(): readonly string[] {
    return this.rules.rotationScope === "COMBINED" ? ["COMBINED"] : ["FSRP", "SAFETY_PLAN"];
  }

  #standing(lane: string): readonly Turn[] {
    return (this.#lanes.get(lane) ?? []).filter((turn) => turn.counts);
  }

  /** Standing counted turns of the first contractor less those of the second, with what the epoch began with. */
  difference(lane: string): number {
    let difference = this.epoch?.opening[lane]?.balance ?? 0;
    for (const turn of this.#standing(lane)) difference += this.weight(turn.contractor);
    return difference;
  }

  weight(contractor: string): number {
    const [first, second] = this.epoch?.contractors ?? [];
    return contractor === first ? 1 : contractor === second ? -1 : 0;
  }

  last(lane: string): string | undefined {
    return this.#standing(lane).at(-1)?.contractor ?? this.epoch?.opening[lane]?.last?.contractor;
  }

  /** The newest standing counted turn of the epoch, whatever its lane. */
  newest(): string | undefined {
    const turns = this.lanes.flatMap((lane) => this.#standing(lane).at(-1) ?? []);
    const newest = turns.toSorted((a, b) => b.line.seq - a.line.seq)[0]?.contractor;
    const openings = this.lanes.flatMap(
      (lane) => this.epoch?.opening[lane]?.last?.contractor ?? [],
    );
    return newest ?? openings[0];
  }

  /** Whose turn it is. */
  due(lane: string): string | undefined {
    if (this.epoch === undefined) return undefined;
    const [first, second] = this.epoch.contractors;
    const difference = this.difference(lane);
    if (difference !== 0) return difference > 0 ? second : first;
    const last = this.last(lane);
    if (last === undefined || this.rules.tieBreak === "STARTER_FIRST") return this.epoch.starter;
    return last === first ? second : first;
  }

  counts(method: string): boolean {
    return method === "TRANSFER" ? this.rules.transferCounts : !UNCOUNTED.has(method);
  }

  /** The turn of an assignment. */
  give(line: Line): void {
    const turn: Turn = {
      line,
      contractor: line.contractor,
      counts: this.counts(line.method),
      reversed: false,
    };
    this.turns.set(line.seq, turn);
    const lane = this.#lanes.get(line.lane) ?? [];
    lane.push(turn);
    this.#lanes.set(line.lane, lane);
  }

  /** What a later line does to the turn that it is about. */
  amend(line: Line): void {
    const turn = this.turns.get(line.refersToSeq ?? 0);
    if (turn === undefined) return;
    if (line.kind === "REVERSAL") {
      turn.counts = false;
      turn.reversed = true;
    } else if (line.kind === "CORRECTION") {
      turn.contractor = line.contractor;
      turn.counts = line.counted === 1;
    }
  }
}
