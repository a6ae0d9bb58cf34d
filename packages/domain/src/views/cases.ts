import type { ComplianceStatement } from "../contacts/compliance.ts";
import type { Duty, ObligationStatus } from "../contacts/duty.ts";
import type { InterpreterUse, SafetyAnswer } from "../contacts/recording/commands.ts";
import type {
  CaseId,
  ContactId,
  EpisodeId,
  MemberId,
  OrganizationId,
  PersonId,
  ReferralId,
  StaffId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Warning } from "../kernel/result.ts";
import type {
  CaretakerKind,
  ContactMode,
  ContactPlace,
  LivingSetting,
  MemberBasis,
  MemberRole,
  OpeningBasis,
  ServicePurpose,
  ServiceType,
  SiblingKind,
} from "../people/people.ts";
import type { LeftReason } from "../people/roster/commands.ts";
import type { CaseProfile } from "../policy/settings.ts";

export type CaseStage =
  | "REFERRED"
  | "SAFETY_PLAN"
  | "FIRST_30_DAYS"
  | "ONGOING"
  | "ENDED"
  | "OPEN"
  | "CLOSED";

export interface CaseRow {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly familyName: string;
  readonly profile: CaseProfile;
  readonly stage: CaseStage;
  readonly areaName?: string;
  readonly workerName?: string;
  readonly coordinatorName?: string;
  readonly contractorName?: string;
  readonly openedOn?: PlainDate;
  readonly nextDueOn?: PlainDate;
  /** Late duties of today. */
  readonly late: number;
  /** The longest time since a case child was last seen face to face. */
  readonly lastSeenOn?: PlainDate;
}
export const CASE_SORTS = [
  "family",
  "number",
  "area",
  "worker",
  "coordinator",
  "nextDue",
  "lastSeen",
  "stage",
  "opened",
] as const;
/** Columns of the list of cases, in their usual order. */
export const CASE_COLUMNS = [
  "family",
  "number",
  "area",
  "contractor",
  "worker",
  "coordinator",
  "nextDue",
  "lastSeen",
  "stage",
  "opened",
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];
export type CaseSort = (typeof CASE_SORTS)[number];
export interface CasePage {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface PersonView {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: MemberRole;
  readonly bases: readonly {
    readonly basis: MemberBasis;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
    readonly meetsOpeningCriteria?: boolean;
    readonly siblingKind?: SiblingKind;
    readonly caretakerKind?: CaretakerKind;
  }[];
  readonly birthDate?: PlainDate;
  readonly birthDateKind?: "EXACT" | "ESTIMATED" | "EXPECTED";
  readonly age?: number;
  readonly deceasedOn?: PlainDate;
  readonly languages: readonly string[];
  /** A contractor corrected name or birth date, and the Department has not confirmed it yet. */
  readonly detailsUnconfirmed?: true;
  readonly memberFrom?: PlainDate;
  readonly memberTo?: PlainDate;
  /** Every time in the case, in order; a later one is a return. */
  readonly memberships: readonly {
    readonly memberId: MemberId;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
    readonly because?: LeftReason;
    readonly confirmed: boolean;
  }[];
  /** Other open cases of the person; without number where the caller may not see the case. */
  readonly otherOpenCases?: readonly { readonly caseId?: CaseId; readonly caseNumber?: string }[];
  readonly living?: {
    readonly setting: LivingSetting;
    readonly state: string;
    readonly address?: string;
    readonly from?: PlainDate;
    readonly confirmed: boolean;
  };
  readonly livingHistory: readonly {
    readonly stayId: string;
    readonly setting: LivingSetting;
    readonly state: string;
    readonly address?: string;
    readonly confirmed: boolean;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
  }[];
  readonly purpose?: ServicePurpose;
  readonly continuesPastMajority: boolean;
  readonly lastSeenOn?: PlainDate;
}

export interface EpisodeView {
  readonly episodeId: EpisodeId;
  readonly no: number;
  readonly serviceType: ServiceType;
  readonly effectiveDate: PlainDate;
  readonly lastServiceDay?: PlainDate;
  readonly areaName: string;
  readonly contractorId: OrganizationId;
  readonly contractorName: string;
  readonly coordinator?: {
    readonly staffId: StaffId;
    readonly name: string;
    readonly from: PlainDate;
  };
  readonly referralId: ReferralId;
}

export interface CaseHeader {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly familyName: string;
  readonly profile: CaseProfile;
  readonly stage: CaseStage;
  /** The day that the pages speak of: today, or the last service day of a former contractor who reads them. */
  readonly on: PlainDate;
  readonly revision: number;
  readonly openedOn?: PlainDate;
  readonly openingBasis?: OpeningBasis;
  /** Day n of the present episode (effective date is day 1). */
  readonly day?: number;
  readonly tags: readonly ("CINA" | "FFPSA" | "SAFETY_PLAN")[];
  readonly interpreterLanguages: readonly string[];
  readonly episode?: EpisodeView;
  readonly episodes: readonly EpisodeView[];
  readonly worker?: { readonly name: string; readonly email: string };
  readonly nextReportOn?: PlainDate;
  readonly warnings: readonly Warning[];
  /** What I may do here, from `may`. */
  readonly can: {
    readonly recordContact: boolean;
    readonly correctContact: boolean;
    readonly assignCoordinator: boolean;
    readonly sendNotice: boolean;
    readonly recordWhy: boolean;
    readonly recordIcpc: boolean;
    readonly recordMove: boolean;
    /** Basis, marks, end of membership: the Department's (D9). */
    readonly changeMembers: boolean;
    /** Who opened the case. */
    readonly seeAccess: boolean;
  };
}

/** A duty as shown: its dates and what it is today. */
export interface DutyView extends Duty {
  readonly status: ObligationStatus | "WORKER_NOT_AVAILABLE";
  /** Why it was late or missed, where recorded (DEC-25). */
  readonly note?: string;
}

export interface TimelineEntry {
  readonly id: string;
  readonly on: PlainDate;
  readonly at?: Instant;
  readonly kind:
    | "CONTACT"
    | "ATTEMPT"
    | "REFERRAL"
    | "ASSIGNMENT"
    | "COORDINATOR"
    | "MOVE"
    | "MEMBER"
    | "OPENED"
    | "ENDED"
    | "NOTICE";
  readonly by?: string;
  readonly people: readonly string[];
  readonly mode?: ContactMode;
  readonly place?: ContactPlace;
  readonly setting?: LivingSetting;
  readonly text?: string;
  readonly contactId?: ContactId;
  /** It said something else before. */
  readonly corrected?: true;
}

export interface CaseOverview {
  readonly header: CaseHeader;
  readonly people: readonly PersonView[];
  readonly duties: readonly DutyView[];
  /** "Who must be seen, and when", computed by the contacts area. */
  readonly coverage: CoverageView;
  /** How its duties stand, by rule. */
  readonly statement: ComplianceStatement;
  readonly timeline: readonly TimelineEntry[];
}

export type CoverageState =
  | "done"
  | "late"
  | "today"
  | "week"
  | "later"
  | "notDue"
  | "perPlan"
  | "excused"
  | "missed";
export interface CoverageColumn {
  /** `INITIAL`, `FIRST30`, `WEEK:1`, `2026-12` */
  readonly id: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly projected: boolean;
}
export interface CoverageCell {
  readonly columnId: string;
  readonly state: CoverageState;
  /** Day seen, or day due. */
  readonly on?: PlainDate;
  readonly episodeId?: EpisodeId;
  readonly dutyKey?: string;
  readonly projected: boolean;
}
export interface CoverageView {
  readonly columns: readonly CoverageColumn[];
  readonly rows: readonly {
    readonly personId: PersonId;
    readonly name: string;
    readonly role: MemberRole;
    readonly setting?: LivingSetting;
    readonly age?: number;
    readonly cells: readonly CoverageCell[];
  }[];
  /** Week dates assume that the family is seen today. */
  readonly weeksAssumeToday: boolean;
}

export interface ContactView {
  readonly contactId: ContactId;
  readonly on: PlainDate;
  readonly mode: ContactMode;
  readonly place?: ContactPlace;
  /** Time of day on the wall, `hh:mm`. */
  readonly startsAt?: string;
  readonly minutes?: number;
  readonly interpreter?: InterpreterUse;
  readonly safetyConcern?: SafetyAnswer;
  readonly people: readonly { readonly personId: PersonId; readonly name: string }[];
  readonly by: {
    readonly name: string;
    readonly organizationName: string;
    readonly counts: boolean;
  };
  readonly notes?: string;
  readonly recordedAt: Instant;
  /** Entered more than three days after the contact. */
  readonly enteredLate: boolean;
  readonly satisfied: readonly string[];
  readonly corrections: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
    readonly changed: readonly {
      readonly field: string;
      readonly before?: string;
      readonly after?: string;
    }[];
  }[];
  readonly version: number;
}

/** What recording or correcting a contact did to the duties. */
export interface ContactReceipt {
  readonly contactId: ContactId;
  readonly caseId: CaseId;
  readonly settled: readonly {
    readonly key: string;
    readonly rule: string;
    readonly subject: string;
    readonly subjectName: string;
    readonly late: boolean;
    readonly dueOn?: PlainDate;
  }[];
  /** Duties that were settled before and no longer are (a correction). */
  readonly reopened: readonly {
    readonly key: string;
    readonly rule: string;
    readonly subject: string;
    readonly subjectName: string;
  }[];
  /** Set when this was the first meeting with the family: the weekly windows it placed. */
  readonly weeks?: { readonly from: PlainDate; readonly to: PlainDate; readonly count: number };
  readonly noticeReady: boolean;
  readonly warnings: readonly Warning[];
}

export interface HistoryEntry {
  readonly commandId: string;
  readonly procedure: string;
  readonly at: Instant;
  readonly recordedAt?: Instant;
  readonly by: string;
  readonly organizationName: string;
  readonly reason?: string;
  /** Parameters of the sentence. */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  readonly changes: readonly {
    readonly table: string;
    readonly field: string;
    readonly before?: string;
    readonly after?: string;
  }[];
}

export interface FoundPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthDate?: PlainDate;
  readonly why: readonly ("SAME_NAME" | "NICKNAME" | "SOUNDS_LIKE" | "SIMILAR" | "BIRTH_DATE")[];
  readonly cases: readonly {
    readonly caseId: CaseId;
    readonly caseNumber: string;
    readonly role: MemberRole;
    readonly officeName?: string;
    readonly workerName?: string;
    readonly open: boolean;
    readonly mayOpen: boolean;
  }[];
}
export interface FindResults {
  readonly people: readonly FoundPerson[];
  readonly cases: readonly {
    readonly caseId: CaseId;
    readonly caseNumber: string;
    readonly familyName: string;
    readonly workerName?: string;
    readonly mayOpen: boolean;
  }[];
}
