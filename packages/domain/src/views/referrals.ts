import type { AssignmentMethod, LedgerKind } from "../assignment/ledger-line.ts";
import type {
  CaseId,
  ContactId,
  ContractAreaId,
  DraftId,
  EpisodeId,
  OrganizationId,
  ReferralId,
  ServiceAreaId,
  StaffId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Refusal, Warning } from "../kernel/result.ts";
import type { ServiceType } from "../people/people.ts";

export interface AreaOption {
  readonly serviceAreaId: ServiceAreaId;
  readonly serviceAreaName: string;
  readonly subareas: readonly { readonly contractAreaId: ContractAreaId; readonly name: string }[];
  /** Set where the service area has no subareas. */
  readonly contractAreaId?: ContractAreaId;
  readonly counties: readonly { readonly name: string; readonly contractAreaId: ContractAreaId }[];
}

/** An area that takes no referrals today. */
export interface PausedArea {
  readonly contractAreaId: ContractAreaId;
  /** First day on which referrals are taken again; absent while nobody knows. */
  readonly resumesOn?: PlainDate;
}

export interface DraftRow {
  readonly draftId: DraftId;
  readonly kind: "REFERRAL" | "CONTACT" | "CASE";
  readonly title: string;
  readonly caseId?: CaseId;
  /** The contact that it corrects. */
  readonly contactId?: ContactId;
  readonly savedAt: Instant;
  readonly version: number;
}
export interface DraftView extends DraftRow {
  /** The form as typed so far; read again by the form's own schema. */
  readonly content: Readonly<Record<string, unknown>>;
}

export interface ReferralCheck {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** Earlier service of people of a referral, as the search found it (ASG-7). */
export interface FoundServiceView {
  readonly foundId: string;
  readonly organizationId?: OrganizationId;
  readonly organizationName: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly serviceType?: ServiceType;
  readonly caseNumber: string;
  /** Entered with an earlier referral, not an episode of the case. */
  readonly entered: boolean;
  /** People of the referral who were in that case. */
  readonly through: readonly string[];
}

/** A contractor that an override may name today; in no order that tells whose turn it is. */
export interface OverrideTargetView {
  readonly organizationId: OrganizationId;
  readonly name: string;
  /** Prior services of the draft that support it; `by` is the subcontractor that gave the service. */
  readonly supports: readonly { readonly ref: string; readonly by?: string }[];
}

/** What a supervisor was asked about the override of a draft, where the agency wants that (DEC-34). */
export interface OverrideApprovalView {
  readonly state: "NOT_ASKED" | "ASKED" | "APPROVED" | "REJECTED";
  readonly at?: Instant;
  readonly by?: string;
  readonly note?: string;
}

/** What the prior-services task and the override of a draft are made from. */
export interface PriorServicesView {
  readonly found: readonly FoundServiceView[];
  /** Absent until the draft names a contract area. */
  readonly targets?: readonly OverrideTargetView[];
  readonly reasonCodes: readonly string[];
  /** Absent where no supervisor is asked. */
  readonly approval?: OverrideApprovalView;
}

/** A request that waits for a supervisor, or was answered. */
export interface OverrideRequestRow {
  readonly proposalId: string;
  readonly familyName: string;
  readonly caseNumber?: string;
  readonly areaName: string;
  readonly targetName: string;
  readonly believedBeneficialBy: readonly ("FAMILY" | "DEPARTMENT_WORKER")[];
  readonly reasonCode?: string;
  readonly service: {
    readonly organizationName: string;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
    readonly found: boolean;
  };
  /** Why, in the words of who asks. */
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly decision?: "APPROVED" | "REJECTED";
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly note?: string;
  /** Asked by the reader: somebody else answers. */
  readonly own: boolean;
}

/** The record of an override, for those who may read the case. */
export interface OverrideRecordView {
  readonly believedBeneficialBy: readonly ("FAMILY" | "DEPARTMENT_WORKER")[];
  readonly reason: string;
  readonly requestedBy: string;
  readonly approvedBy?: string;
  readonly service?: {
    readonly organizationName: string;
    readonly from: PlainDate;
    readonly to?: PlainDate;
    /** Where it was found; absent: entered by hand. */
    readonly caseNumber?: string;
    readonly found: boolean;
  };
}

/** Why a case went where it went: from the ledger line alone (ASG-3). Shown after submission only. */
export interface ReceiptView {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  /** Absent for those who read receipts without the family (D9). */
  readonly familyName?: string;
  readonly status: ReferralRow["status"];
  readonly override?: OverrideRecordView;
  readonly transferReason?: string;
  readonly withdrawal?: {
    readonly on: PlainDate;
    readonly by: string;
    readonly at: Instant;
    readonly reason: string;
    /** The line that took the turn back; absent where the count stands. */
    readonly line?: { readonly turn: number; readonly hash: string };
  };
  /** What withdrawing would do today; absent where it cannot be withdrawn, or not by the reader. */
  readonly withdraw?: { readonly reverses: boolean };
  readonly areaName: string;
  readonly contractorName: string;
  readonly contractorId: OrganizationId;
  readonly turn: number;
  readonly method: string;
  readonly counted: boolean;
  readonly outOfOrder: boolean;
  /** Parts of the reason, rendered by wording. */
  readonly why: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  }[];
  readonly policyNumber: number;
  readonly cites: readonly string[];
  readonly headHash: string;
  readonly at: Instant;
  readonly by: string;
  readonly effectiveDate: PlainDate;
  readonly initialContactDueOn?: PlainDate;
  readonly warnings: readonly Warning[];
  /** Balance before and after: only for those who may see it (supervisors, auditors, contractors of the area). */
  readonly balance?: {
    readonly before: number;
    readonly after: number;
    readonly first: string;
    readonly second: string;
  };
}

export interface ReferralRow {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly familyName: string;
  readonly serviceType: ServiceType;
  readonly areaName: string;
  readonly contractorName: string;
  readonly turn: number;
  readonly effectiveDate: PlainDate;
  readonly submittedAt: Instant;
  readonly status: "ASSIGNED" | "ACTIVE" | "WITHDRAWN_REVERSED" | "WITHDRAWN_STANDS" | "CLOSED";
  readonly acknowledgedAt?: Instant;
}

export interface IntakeRow {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly episodeId: EpisodeId;
  readonly caseNumber: string;
  readonly familyName: string;
  readonly areaName: string;
  readonly serviceType: ServiceType;
  readonly turn: number;
  /** How it came to this contractor, from its ledger line. */
  readonly kind: LedgerKind;
  readonly method: AssignmentMethod;
  readonly outOfOrder: boolean;
  readonly counted: boolean;
  readonly effectiveDate: PlainDate;
  readonly submittedAt: Instant;
  /** Withdrawn on or after its effective date: the turn stands. */
  readonly withdrawnOn?: PlainDate;
  readonly acknowledgedAt?: Instant;
  readonly coordinator?: { readonly staffId: StaffId; readonly name: string };
  /** Five business days: last day, which of them today is (0 before the first), late by. */
  readonly initialContactDueOn?: PlainDate;
  readonly businessDay?: number;
  readonly firstContactMade: boolean;
  readonly late: boolean;
  readonly languages: readonly string[];
  readonly people: number;
  readonly children: number;
  readonly workerName: string;
  readonly workerEmail: string;
  readonly risks?: string;
}
/** A referral that was withdrawn before its services began: the case is not open any more, the turn was taken back. */
export interface TakenBackTurn {
  readonly contractAreaId: ContractAreaId;
  readonly areaName: string;
  readonly turn: number;
  readonly assignedAt: Instant;
  readonly takenBackAt: Instant;
}
export interface IntakeList {
  readonly today: PlainDate;
  readonly rows: readonly IntakeRow[];
  /** Of the last weeks, the newest first. */
  readonly takenBack: readonly TakenBackTurn[];
}
export interface CoordinatorOption {
  readonly staffId: StaffId;
  readonly name: string;
  readonly languages: readonly string[];
  readonly openCases: number;
  readonly late: number;
}
