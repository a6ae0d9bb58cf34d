import type { ContactId, EpisodeId, PersonId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** Rules that make duties. */
export type DutyRule =
  | "CON-2"
  | "CON-4"
  | "CON-5"
  | "CON-6"
  | "CON-7"
  | "CON-9"
  | "CON-10"
  | "CON-12"
  | "CON-13"
  | "REP-2";
export type DutyKind = "DEADLINE" | "WINDOW" | "TASK";

export const OBLIGATION_STATUSES = [
  "UPCOMING",
  "OPEN",
  "SATISFIED",
  "SATISFIED_LATE",
  "OVERDUE",
  "MISSED",
  "CANCELLED",
] as const;
export type ObligationStatus = (typeof OBLIGATION_STATUSES)[number];

export const CANCEL_REASONS = [
  "CASE_CLOSED",
  "RECLASSIFIED_PMIC",
  "RECLASSIFIED_TOLEDO",
  "RECLASSIFIED_GROUP_CARE",
  "RECLASSIFIED_OUT_OF_STATE",
  "OUT_OF_STATE",
  "MEMBER_LEFT",
  "DECEASED",
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What names a duty among all duties of a case: its key is unique within its episode only. */
export const dutyId = (duty: { readonly episodeId: string; readonly key: string }): string =>
  `${duty.episodeId} ${duty.key}`;

/**
 * One thing that is owed, with dates and no status: what it is on a day, `statusOn` says. Identified by episode and key
 * (`INITIAL:<person>`, `FIRST30:<child>`, `WEEK:<n>`, `MONTH:<yyyy-mm>:<FAMILY or child>`, `PLAN:<unit>:<subject>`,
 * `TASK:JOINT_MEETING`, `TASK:FIRST_MEETING_EMAIL`, `TASK:ICPC_COORDINATION:<child>`).
 */
export interface Duty {
  readonly episodeId: EpisodeId;
  readonly key: string;
  readonly rule: DutyRule;
  readonly kind: DutyKind;
  readonly subject: PersonId | "FAMILY";
  /** Who has to act. */
  readonly owner: "CONTRACTOR" | "DEPARTMENT_WORKER";
  /** First day of the window, effective date of a deadline, opening day of a task. */
  readonly opensOn: PlainDate;
  /** Last day that counts; a task without deadline has none. */
  readonly dueOn?: PlainDate;
  readonly settledOn?: PlainDate;
  readonly settledBy?: ContactId;
  readonly cancelledOn?: PlainDate;
  readonly cancelReason?: CancelReason;
  /** From this day on a deadline that passed unmet cannot be made up for: the services ended, the person died or left. */
  readonly lapsedOn?: PlainDate;
  /** Joint meeting closed because the Department worker could not come (CON-5). */
  readonly workerNotAvailable?: true;
  /** Whom or what it still waits for: person ids, `ADULT`, `ANYONE_HOME`, `ANOTHER_DATE x<n>`. */
  readonly missing: readonly string[];
  /** Contacts asked for: the Department's minimum and the effective level (DEC-20), where they differ. */
  readonly level?: { readonly minimum: number; readonly effective: number };
}
