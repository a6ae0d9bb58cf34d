import type { ServiceArea } from "../agency/area.ts";
import type { AreaPause } from "../agency/area-pause.ts";
import type { ContractTerm } from "../agency/contract.ts";
import type { Member } from "../casefile/case-file.ts";
import type { CaseId, ContractAreaId, EpisodeId, PersonId, StaffId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { OpeningBasis, ServicePurpose, ServiceType } from "../people/people.ts";
import type { CaseProfile } from "../policy/settings.ts";
import type { AssignmentFacts } from "./assign.ts";
import type { OverrideRequest } from "./override.ts";
import type { FoundService } from "./prior-services.ts";
import type { DraftMember, ReferralDraft } from "./referral-draft.schema.ts";

/** An episode of the case as a further referral sees it. */
export interface EpisodeSoFar {
  readonly episodeId: EpisodeId;
  readonly no: number;
  readonly serviceType: ServiceType;
  readonly effectiveDate: PlainDate;
  readonly lastServiceDay?: PlainDate;
  /** Where it was assigned. */
  readonly contractAreaId?: ContractAreaId;
  /** Its assignment has not been reversed. */
  readonly standing: boolean;
}

/** The case that a referral names. */
export interface CaseSoFar {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly profile: CaseProfile;
  /** Of the present opening; absent while the case was never opened or is closed. */
  readonly openedOn?: PlainDate;
  readonly members: readonly Member[];
  readonly episodes: readonly EpisodeSoFar[];
}

export interface ReferralFacts {
  readonly serviceAreas: readonly ServiceArea[];
  /** Activated contracts of an area. */
  readonly contractsOf: (area: ContractAreaId) => readonly ContractTerm[];
  /** Days on which an area takes no referrals. */
  readonly pausesOf?: (area: ContractAreaId) => readonly AreaPause[];
  readonly case?: CaseSoFar;
  /** Other open cases of people of the draft, by case number. */
  readonly openCases?: readonly {
    readonly personId: PersonId;
    readonly caseNumbers: readonly string[];
  }[];
  /** Who submits, for the request of an override. */
  readonly worker: StaffId;
  /** Earlier service on record of the people of the draft (ASG-7). */
  readonly found?: readonly FoundService[];
  /** The supervisor who approved the override as the draft asks for it now, where the agency wants that (DEC-34). */
  readonly overrideApprovedBy?: StaffId;
  /** What earlier assignments of the case, or of one that shares a child with it, mean for this one. */
  readonly earlier?: Pick<AssignmentFacts, "safetyPlan" | "withdrawn">;
}

/** A person of the draft with all that a member needs. */
export interface ReferredMember extends DraftMember {
  readonly role: NonNullable<DraftMember["role"]>;
}

/** What a valid referral changes; who gets it is decided under the lock of the area (`assign`). */
export interface ReferralChange {
  readonly contractAreaId: ContractAreaId;
  readonly serviceType: ServiceType;
  readonly purpose?: ServicePurpose;
  /** The case it belongs to; absent: one is begun. */
  readonly caseId?: CaseId;
  /** The case is opened, or opened again, with it (SCP-1, DEC-40). */
  readonly opens?: { readonly openedOn: PlainDate; readonly openingBasis: OpeningBasis };
  readonly episode: {
    readonly no: number;
    readonly serviceType: ServiceType;
    readonly effectiveDate: PlainDate;
    /** The episode that it goes on from: safety plan services, or those of another contract area. */
    readonly follows?: EpisodeId;
  };
  /** The services that it goes on from, and their last day, where they had none yet. */
  readonly ends?: { readonly episodeId: EpisodeId; readonly lastServiceDay: PlainDate };
  /** A deliberate transfer from another contract area (DEC-42). */
  readonly transfer?: { readonly reason: string };
  readonly form: {
    readonly kind: "INITIAL";
    readonly effectiveDate: PlainDate;
    readonly signedOn: PlainDate;
  };
  readonly members: readonly ReferredMember[];
  readonly family: Omit<NonNullable<ReferralDraft["family"]>, "members">;
  /** Under which the family is shown; absent where no name is known. */
  readonly familyName?: string;
  readonly priorServices?: NonNullable<ReferralDraft["priorServices"]>;
  readonly override?: OverrideRequest;
  readonly risks?: string;
}
