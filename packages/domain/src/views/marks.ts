import type { LevelStanding } from "../contacts/levels-standing.ts";
import type { DutyMove } from "../effect/service-dates.ts";
import type { EpisodeId, PersonId, ReferralFormId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Refusal, Warning } from "../kernel/result.ts";
import type { Mark } from "../people/marks/mark.ts";
import type { LivingSetting, MemberRole, ServiceType } from "../people/people.ts";
import type { BirthDateKind, PersonName, Sex } from "../people/person.ts";

/** Where someone lived, as recorded in the case. */
export interface LivingFact {
  readonly kind: "LIVING";
  readonly personId: PersonId;
  readonly setting: LivingSetting;
  readonly state: string;
  readonly address?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly confirmed: boolean;
}

/** Since when someone belongs to the case, and as what. */
export interface MemberFact {
  readonly kind: "MEMBER";
  readonly personId: PersonId;
  readonly role: MemberRole;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly continuesPastMajority: boolean;
  readonly confirmed: boolean;
}

export type CaseFact = Mark | LivingFact | MemberFact;

/** Who wrote something down, and when. */
export interface Source {
  readonly at: Instant;
  readonly by?: string;
  readonly organizationName?: string;
  /** Why it was corrected. */
  readonly reason?: string;
}

/** A fact of a case as it stands, who recorded it so, and what was recorded before. */
export interface RecordedFact<Fact extends CaseFact = CaseFact> {
  readonly id: string;
  readonly fact: Fact;
  readonly source: Source;
  /** Newest first; `source` is of the former record. */
  readonly former: readonly { readonly fact: Fact; readonly source: Source }[];
}

/** Who someone is, whatever the case. */
export interface Identity {
  readonly personId: PersonId;
  /** Of the record: a correction says which one it was made of. */
  readonly version: number;
  /** False: a contractor's word, which waits for the Department's. */
  readonly confirmed: boolean;
  readonly name: PersonName;
  readonly otherNames: readonly PersonName[];
  readonly birthDate?: PlainDate;
  readonly birthDateKind?: BirthDateKind;
  readonly deceasedOn?: PlainDate;
  readonly sex?: Sex;
  readonly languages: readonly string[];
}

/** A form that followed the initial one; no clock moves with it (REF-2). */
export interface FurtherForm {
  readonly formId: ReferralFormId;
  readonly effectiveDate: PlainDate;
  readonly signedOn?: PlainDate;
  readonly enteredOn: PlainDate;
  readonly source: Source;
}

/** The initial form of services: when their clocks began, and when it was entered. */
export interface FormView {
  readonly episodeId: EpisodeId;
  readonly serviceType: ServiceType;
  readonly effectiveDate: PlainDate;
  readonly signedOn?: PlainDate;
  readonly enteredOn: PlainDate;
  /** The day on which these services ended. */
  readonly lastServiceDay?: PlainDate;
  readonly backdated: boolean;
  readonly source: Source;
  readonly former: readonly { readonly effectiveDate: PlainDate; readonly source: Source }[];
  /** By effective date. */
  readonly further: readonly FurtherForm[];
}

/** Everything that is recorded about the people of a case, and the levels of contact that follow. */
export interface CaseMarks {
  readonly revision: number;
  readonly people: readonly Identity[];
  readonly facts: readonly RecordedFact[];
  readonly levels: readonly LevelStanding[];
  readonly forms: readonly FormView[];
  readonly can: {
    readonly marks: boolean;
    readonly levels: boolean;
    readonly effectiveDate: boolean;
    /** Names, birth date and the like. */
    readonly people: boolean;
    /** It was the caller's to correct until a contact was recorded; now it is the supervisor's (REF-1). */
    readonly effectiveDateBySupervisor: boolean;
    readonly endServices: boolean;
    readonly furtherForm: boolean;
  };
}

/** What an act on the dates of services would do, worked out before it is done. */
export interface DatesPreview {
  /** Why it would be refused; then nothing moves. */
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
  readonly moves: readonly DutyMove[];
}
