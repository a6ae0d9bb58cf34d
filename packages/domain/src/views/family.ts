import type { ContactId, PersonId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type {
  ContactMode,
  FrequencySource,
  LivingSetting,
  MemberRole,
  RelationshipKind,
  ServiceType,
  SiblingKind,
} from "../people/people.ts";
import type { Sex } from "../people/person.ts";
import type { CaseProfile } from "../policy/settings.ts";

/** Where someone lived, as the family pages show it. */
export interface FamilyStay {
  readonly setting: LivingSetting;
  readonly state: string;
  /** People of one case with the same number live, or lived, at the same address. */
  readonly place?: number;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly confirmed: boolean;
}

export interface FamilyPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: MemberRole;
  readonly sex?: Sex;
  readonly birthDate?: PlainDate;
  readonly birthDateKind?: "EXACT" | "ESTIMATED" | "EXPECTED";
  readonly deceasedOn?: PlainDate;
  readonly memberFrom?: PlainDate;
  readonly memberTo?: PlainDate;
  readonly stays: readonly FamilyStay[];
}

/** What the person is to the other one. */
export interface FamilyRelationship {
  readonly personId: PersonId;
  readonly kind: RelationshipKind;
  readonly otherPersonId: PersonId;
  readonly siblingKind?: SiblingKind;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** How often the family or someone of it is to be seen, as somebody set it. */
export interface FamilyLevel {
  readonly subject: PersonId | "FAMILY";
  readonly times: number;
  readonly per: "WEEK" | "MONTH";
  readonly source: FrequencySource;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** Who is who to whom, and who lived where: facts with their dates, from which drawing and bands are made for any day. */
export interface FamilyView {
  readonly profile: CaseProfile;
  /** The first day of which the record tells something. */
  readonly from: PlainDate;
  readonly people: readonly FamilyPerson[];
  readonly relationships: readonly FamilyRelationship[];
  readonly contacts: readonly {
    readonly contactId: ContactId;
    readonly on: PlainDate;
    readonly mode: ContactMode;
    readonly people: readonly PersonId[];
  }[];
  readonly levels: readonly FamilyLevel[];
  readonly services: readonly {
    readonly serviceType: ServiceType;
    readonly from: PlainDate;
    readonly to?: PlainDate;
  }[];
}
