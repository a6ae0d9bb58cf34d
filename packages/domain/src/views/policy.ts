import type { Effect } from "../effect/effect.ts";
import type { CaseId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** What a candidate of the policy book would do to one part of the cases. */
export interface EffectPart {
  readonly effect: Effect;
  /** The book in force that the candidate was compared with: another number in a later part means beginning anew. */
  readonly bookNumber: number;
  readonly today: PlainDate;
  /** With the first part: how many cases there are in all. */
  readonly cases?: number;
  /** Where the next part begins; absent with the last. */
  readonly next?: CaseId;
}
