import type { Effect } from "../effect/effect.ts";
import type { CaseId, ExampleId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { CaseProfile } from "../policy/settings.ts";

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

/** A policy book as it is chosen: 0 is what the policy texts say. */
export interface BookView {
  readonly number: number;
  readonly publishedAt?: Instant;
  readonly publishedBy?: string;
  /** First day that its new settings govern; absent where it only changed holidays. */
  readonly effectiveOn?: PlainDate;
}

/** One version of an example of the date workbench. */
export interface SavedExample {
  readonly exampleId: ExampleId;
  readonly version: number;
  readonly profile: CaseProfile;
  readonly title: string;
  readonly savedAt: Instant;
  readonly savedBy: string;
}

export interface ExampleView extends SavedExample {
  /** In the shape of a worked case. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Every version, the newest first. */
  readonly versions: readonly SavedExample[];
}
