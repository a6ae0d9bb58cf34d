import type {
  CaseId,
  ContactId,
  EpisodeId,
  OrganizationId,
  PersonId,
  StaffId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type {
  CaretakerKind,
  ContactMode,
  ContactPlace,
  FrequencySource,
  LivingSetting,
  MemberBasis,
  MemberRole,
  OpeningBasis,
  ServicePurpose,
  ServiceType,
  SiblingKind,
} from "../people/people.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { CaseProfile } from "../policy/settings.ts";

/**
 * All facts of one case that a rule reads, as one portable JSON document: a documented superset of the `given` of the
 * worked cases. Dates are dates of the facts; who recorded what when is history and stands in the database.
 */
export interface CaseFile {
  readonly caseId?: CaseId;
  /** IA_FSRP where absent. */
  readonly profile?: CaseProfile;
  readonly openedOn?: PlainDate;
  readonly openingBasis?: OpeningBasis;
  /** Shorthand for one FSRP episode with this effective date (worked cases). */
  readonly effectiveDate?: PlainDate;
  /** Shorthand for the last service day of that episode; the three names below mean the same. */
  readonly serviceTerminationDate?: PlainDate;
  readonly terminationDate?: PlainDate;
  readonly terminatedOn?: PlainDate;
  readonly lastServiceDay?: PlainDate;
  /** Shorthand for a safety plan episode before it (DEC-18, DEC-33). */
  readonly safetyPlanEffectiveDate?: PlainDate;
  /** Shorthand for the care coordinators of that episode (EXP-3). */
  readonly careCoordinator?: CoordinatorTerm | readonly CoordinatorTerm[];
  readonly careCoordinatorAssignedOn?: PlainDate;
  readonly episodes?: readonly Episode[];
  readonly members: readonly Member[];
  readonly contacts: readonly Contact[];
  /** Levels for the family (CON-1); one record or a list. */
  readonly familyPlanFrequency?: Frequency | readonly Frequency[];
  /** Levels for one person each (CON-1, CON-7). */
  readonly planFrequencies?: readonly PersonFrequency[];
  /** What was done about the tasks CON-5, REP-2 and CON-12. */
  readonly tasksInput?: readonly TaskRecord[];
  readonly householdChanges?: readonly HouseholdChange[];
  readonly terminationsOfRights?: readonly TerminationOfRights[];
  /** The policy that the case stood under when the file was taken from a case; no rule reads it from here. */
  readonly policy?: PolicyBook;
}

/** One service type in one case, from its initial form 470-3055 to its last service day. All clocks belong to it. */
export interface Episode {
  readonly id: EpisodeId;
  readonly serviceType: ServiceType;
  readonly effectiveDate: PlainDate;
  readonly lastServiceDay?: PlainDate;
  readonly coordinators?: readonly CoordinatorTerm[];
}

export interface CoordinatorTerm {
  readonly id?: StaffId;
  readonly name?: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

export interface Member {
  readonly id: PersonId;
  readonly name?: string;
  readonly role: MemberRole;
  readonly living: readonly LivingSituation[];
  /** Why the person belongs to the case (CASE-1 to CASE-5); a plain code has no dates. */
  readonly criteria?: readonly (MemberBasis | BasisRecord)[];
  /** First day of membership; absent: from the beginning of the case. */
  readonly joined?: PlainDate;
  /** Last day of membership. */
  readonly to?: PlainDate;
  /** Times between two memberships, first and last day out of the case; in order. */
  readonly absences?: readonly { readonly from: PlainDate; readonly to: PlainDate }[];
  readonly dob?: PlainDate;
  readonly deceasedOn?: PlainDate;
  /** The court or a placement goes on after the birthday (DEC-15). */
  readonly continuesPastMajority?: boolean;
  readonly purposes?: readonly {
    readonly purpose: ServicePurpose;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
  }[];
}

export interface LivingSituation {
  readonly setting: LivingSetting;
  /** Two-letter state, IA where absent. */
  readonly state?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export interface BasisRecord {
  readonly basis: MemberBasis;
  /** CINA: date of the order; victim: date of the finding. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** ABUSE_VICTIM only: meets the Department's criteria for opening ongoing services (CASE-1). */
  readonly meetsOpeningCriteria?: boolean;
  readonly siblingKind?: SiblingKind;
  readonly caretakerKind?: CaretakerKind;
}

export interface Contact {
  readonly id: ContactId;
  readonly date: PlainDate;
  readonly mode: ContactMode;
  readonly with: readonly PersonId[];
  readonly place?: ContactPlace;
  /** Whose staff made it; only the contractor's and its subcontractors' count (DEC-18). Absent: the contractor's. */
  readonly by?: "CONTRACTOR" | "SUBCONTRACTOR" | "DEPARTMENT";
  readonly organizationId?: OrganizationId;
  readonly enteredOn?: PlainDate;
}

export interface Frequency {
  /** Names the record, for whoever keeps it. */
  readonly id?: string;
  readonly times: number;
  readonly per?: "WEEK" | "MONTH";
  readonly source?: FrequencySource;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** CASE_PLAN: a start date before the approval of the version has no effect before it (DEC-71). */
  readonly approvedOn?: PlainDate;
  /** Of one source the newest record in force counts; records of one day: the later in the list. */
  readonly recordedAt?: Instant;
}
export interface PersonFrequency extends Frequency {
  readonly member: PersonId;
}

export type TaskRecord =
  | {
      readonly type: "JOINT_MEETING";
      readonly date: PlainDate;
      readonly workerPresent: boolean;
      readonly note?: string;
      readonly with?: readonly PersonId[];
    }
  | {
      readonly type: "FIRST_MEETING_EMAIL";
      readonly sentOn: PlainDate;
      readonly statedMeetingDate: PlainDate;
    }
  | {
      readonly type: "ICPC_COORDINATION";
      readonly member: PersonId;
      readonly date: PlainDate;
      readonly note?: string;
    };

export interface HouseholdChange {
  /** Names the record, for whoever keeps it. */
  readonly id?: string;
  /** A member of the case. */
  readonly person?: PersonId;
  /** Someone who is no member, in words: a cousin, a lodger. */
  readonly who?: string;
  readonly type: "ENTERED" | "EXITED";
  readonly date: PlainDate;
  readonly notifiedDepartmentOn?: PlainDate;
  /** Recorded by the Department itself, which needs no notice. */
  readonly byDepartment?: boolean;
}

/** Rights of a parent to one child, or to all, ended on a date. */
export interface TerminationOfRights {
  readonly parent: PersonId;
  readonly child: PersonId | "ALL";
  readonly date: PlainDate;
}
