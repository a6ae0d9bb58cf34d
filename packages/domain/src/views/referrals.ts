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

/** Why a case went where it went: from the ledger line alone (ASG-3). Shown after submission only. */
export interface ReceiptView {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly familyName: string;
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
  readonly effectiveDate: PlainDate;
  readonly submittedAt: Instant;
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
export interface IntakeList {
  readonly today: PlainDate;
  readonly rows: readonly IntakeRow[];
}
export interface CoordinatorOption {
  readonly staffId: StaffId;
  readonly name: string;
  readonly languages: readonly string[];
  readonly openCases: number;
  readonly late: number;
}
