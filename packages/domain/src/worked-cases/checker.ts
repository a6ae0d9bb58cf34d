import type { PolicyBook } from "../policy/policy-book.ts";

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** One worked case with one set of facts and settings: a scenario, or one of its variants after its patch. */
export interface WorkedCase {
  /** `S07`, or `S07 variant 2` (counted from 1). */
  readonly id: string;
  readonly given: JsonObject;
  /** All expected blocks of the case; a checker may look at its neighbors. */
  readonly expect: JsonObject;
  /** Settings and office calendar of the case, for the profile that `given` implies. */
  readonly book: PolicyBook;
}

/** One value that is not as expected: where it stands, and both values as JSON. */
export interface Difference {
  readonly at: string;
  readonly expected?: Json;
  readonly actual?: Json;
}

/** What judging one block found: how many values were compared, and which of them differ. */
export interface CheckResult {
  readonly checks: number;
  readonly differences: readonly Difference[];
  /** Parts of the block that no rule here answers. */
  readonly unsupported?: readonly string[];
}

/**
 * Judges some of the expected blocks. One block name can belong to several areas (`asOf` of contacts and of
 * candidacy), so a checker looks at the case before it takes a block; a block that nobody takes is reported as
 * unsupported, never as passed.
 */
export interface BlockChecker {
  readonly area: string;
  takes(block: string, workedCase: WorkedCase): boolean;
  check(block: string, expected: Json, workedCase: WorkedCase): CheckResult;
}
