import type { Line } from "./ledger.ts";
import type { Rotation } from "./rotation.ts";
import type { Findings } from "./violation.ts";

const ORDINARY = new Set(["ROTATION", "EQUALIZING"]);

/**
 * Two things that hold of ordinary turns whatever the tie rule: with the difference d each gives |d'| <= max(1, |d| - 1);
 * and a lead of k is repaid by exactly the next k ordinary turns.
 */
export class Repayment {
  readonly #rotation: Rotation;
  readonly #findings: Findings;
  readonly #owed = new Map<string, { to: string; left: number; lead: number }>();

  constructor(rotation: Rotation, findings: Findings) {
    this.#rotation = rotation;
    this.#findings = findings;
  }

  /** An assignment, before it is given. */
  turn(line: Line): void {
    const { weight, difference } = this.#facts(line);
    if (!ORDINARY.has(line.method)) {
      if (this.#rotation.counts(line.method)) this.#settle(line.lane, difference + weight);
      return;
    }
    const now = Math.abs(difference + weight);
    if (now > Math.max(1, Math.abs(difference) - 1))
      this.#findings.add(
        "shrinking-difference",
        `line ${line.seq} takes the difference from ${difference} to ${difference + weight}`,
      );
    const owed = this.#owed.get(line.lane);
    if (owed === undefined || owed.left === 0) return;
    owed.left -= 1;
    if (line.contractor !== owed.to)
      this.#findings.add(
        "repayment",
        `line ${line.seq} is one of the next ${owed.lead} after a lead of ${owed.lead} and does not repay it`,
      );
  }

  /** A later line changed what counts. */
  amended(lane: string): void {
    this.#settle(lane, this.#rotation.difference(lane));
  }

  #facts(line: Line): { readonly weight: number; readonly difference: number } {
    return {
      weight: this.#rotation.weight(line.contractor),
      difference: this.#rotation.difference(line.lane),
    };
  }

  #settle(lane: string, difference: number): void {
    const [first, second] = this.#rotation.epoch?.contractors ?? ["", ""];
    const lead = Math.abs(difference);
    this.#owed.set(lane, { to: difference > 0 ? second : first, left: lead, lead });
  }
}
