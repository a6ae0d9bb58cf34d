import type { DutyKind, DutyRule } from "../contacts/duty.ts";
import type {
  CaseId,
  EpisodeId,
  OrganizationId,
  PersonId,
  ReferralId,
  StaffId,
} from "../kernel/ids.ts";
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
  readonly contractorName?: string;
  readonly workerName?: string;
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

/** Within how many days something must be due; what is late always is. */
export const WORK_WITHIN = [3, 7, 14, 30] as const;

/** Which rows of a due list are looked for; all of them must hold. */
export interface WorkFilter {
  readonly within?: (typeof WORK_WITHIN)[number];
  /** Kind of duty. */
  readonly rule?: string;
  readonly caseId?: CaseId;
  readonly contractorId?: OrganizationId;
  /** Worker of the Department. */
  readonly workerId?: StaffId;
}

interface Option<Id> {
  readonly id: Id;
  readonly name: string;
}

/** What the filters of a due list offer: what stands in it. */
export interface WorkFilterOptions {
  readonly rules: readonly WorkRow["rule"][];
  readonly families: readonly Option<CaseId>[];
  readonly contractors: readonly Option<OrganizationId>[];
  readonly workers: readonly Option<StaffId>[];
}

/** Columns of a due list that may be left out or put in; what, when and the verb always stand there. */
export const WORK_CHOICE = ["family", "who", "rule", "contractor", "worker"] as const;
export type WorkChoice = (typeof WORK_CHOICE)[number];

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
