/** What can be violated, by the name that is printed. */
export type Check =
  | "sequence"
  | "chain"
  | "shape"
  | "moment"
  | "epoch"
  | "head"
  | "replay"
  | "shrinking-difference"
  | "repayment"
  | "carry-over"
  | "reversal"
  | "real-time"
  | "acknowledged"
  | "retry"
  | "unasked";

export interface Violation {
  readonly check: Check;
  /** One sentence about the area and line, or the command, in which it was found. */
  readonly text: string;
}

/** Collects what is wrong with one area. */
export class Findings {
  readonly found: Violation[] = [];
  readonly #about: string;

  constructor(about: string) {
    this.#about = about;
  }

  add(check: Check, text: string): void {
    this.found.push({ check, text: `${this.#about}: ${text}` });
  }
}
