import type { EpisodeId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Reasoning } from "./explanation.ts";

/** How an expectation stands on a day: of the care coordinator, then of a notice. */
export const EXPECTATION_STANDINGS = [
  "ASSIGNED",
  "NOT_YET_EXPECTED",
  "MISSING",
  "OVERLAP",
  "SERVICES_ENDED",
  "PROMPT",
  "SLOW",
  "NOT_OWED",
] as const;
export type ExpectationStanding = (typeof EXPECTATION_STANDINGS)[number];

/**
 * What is expected beside contacts and is never overdue: a care coordinator on every day of a service
 * (`COORDINATOR:<episode>`), the Department told promptly of every household change (`HOUSEHOLD:<record>`, of a file
 * without ids the number of the change).
 */
export interface Expectation {
  readonly key: string;
  readonly rule: "EXP-3" | "EXP-6";
  readonly standing: ExpectationStanding;
  readonly episodeId?: EpisodeId;
  /** First day on which a coordinator is expected; last day on which a notice is prompt. */
  readonly dueOn: PlainDate;
  /** Since when there is a coordinator without a break; the day on which the Department was told. */
  readonly doneOn?: PlainDate;
}

/** What names the care coordinator of an episode among all expectations. */
export const coordinatorKey = (episodeId: string): string => `COORDINATOR:${episodeId}`;
/** What names the notice of a household change. */
export const householdKey = (change: string): string => `HOUSEHOLD:${change}`;

/** Why an expectation stands as it does. */
export interface ExplainedExpectation extends Reasoning {
  readonly expectation: Expectation;
}
