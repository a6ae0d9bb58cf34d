import type { DutyKind, DutyRule } from "../contacts/duty.ts";
import type { CaseId, EpisodeId, PersonId, ReferralId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** Groups of a due list; `MISSED` is no work: it waits for a recorded reason. */
export const BUCKETS = ["LATE", "TODAY", "WEEK", "LATER", "WAITING", "MISSED"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Columns of a due list as a file has them. */
export const WORK_COLUMNS = [
  "group",
  "due",
  "what",
  "family",
  "number",
  "who",
  "rule",
  "waitingOn",
  "source",
  "counting",
] as const;
export type WorkColumn = (typeof WORK_COLUMNS)[number];

/** One row of a due list: one duty, or several of one rule, family and due date that one visit can meet together. */
export interface WorkRow {
  readonly id: string;
  readonly bucket: Bucket;
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  /** Rows of intake. */
  readonly referralId?: ReferralId;
  readonly familyName: string;
  readonly caseNumber: string;
  readonly rule: DutyRule | "INTAKE_ACKNOWLEDGE" | "INTAKE_COORDINATOR";
  readonly kind: DutyKind;
  readonly keys: readonly string[];
  readonly opensOn: PlainDate;
  readonly dueOn?: PlainDate;
  /** Late in the unit of the rule: business days for the five-day duties, else calendar days. */
  readonly late?: { readonly count: number; readonly unit: "businessDays" | "days" };
  /** Days until due, when due after today. */
  readonly inDays?: number;
  /** Who must still be seen or told; empty for the family as a whole. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** Family windows: an adult of the home is still needed. */
  readonly needsAdult?: boolean;
  /** Family windows with a higher level: further dates still needed. */
  readonly furtherDates?: number;
  /** Number of the weekly window, `2026-11` of a month. */
  readonly window?: string;
  /** WAITING rows: on whom. */
  readonly waitingOn?: string;
  /** Whom I cover: the family is theirs. */
  readonly forName?: string;
  readonly verb?:
    | "LOG_CONTACT"
    | "SEND_NOTICE"
    | "RECORD_WHY"
    | "RECORD_ICPC"
    | "ACKNOWLEDGE"
    | "ASSIGN_COORDINATOR"
    | "OPEN_CASE";
}

export interface WorkList {
  readonly today: PlainDate;
  readonly checkedAt: Instant;
  readonly families: number;
  readonly counts: { readonly [B in Bucket]: number };
  readonly oldestLate?: PlainDate;
  /** First rows of each bucket, in order of due date; `more` counts those not sent. */
  readonly rows: readonly WorkRow[];
  readonly more: number;
  /** True while an older policy book still stands behind some rows. */
  readonly recalculating: boolean;
  /** First due date after the shown buckets, for the statement of an empty list. */
  readonly nextDueOn?: PlainDate;
}
