import type { WarningCode } from "../../kernel/codes.ts";
import type { CaseId, CommandId, MemberId, PersonId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type {
  CaretakerKind,
  LivingSetting,
  MemberBasis,
  MemberRole,
  SiblingKind,
} from "../people.ts";
import type { BirthDateKind, PersonName } from "../person.ts";

/** What every act on the people of a case carries. */
export interface RosterCommand {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly caseId: CaseId;
  /** Of the case as it was seen. */
  readonly revision: number;
}

/** Why someone belongs to the case: the Department's word (CASE-1 to CASE-5). */
export interface StatedBasis {
  readonly basis: MemberBasis;
  /** CINA: date of the order; victim: date of the finding. Absent: from the joining day. */
  readonly on?: PlainDate;
  readonly meetsOpeningCriteria?: boolean;
  readonly siblingKind?: SiblingKind;
  readonly caretakerKind?: CaretakerKind;
}

/** Someone joins an open case, or comes back to it. */
export interface AddMember extends RosterCommand, PersonName {
  /** Someone who is known already; then name and birth date are not asked. */
  readonly personId?: PersonId;
  readonly birthDate?: PlainDate;
  readonly birthDateKind?: BirthDateKind;
  readonly languages?: readonly string[];
  readonly role: MemberRole;
  readonly joined: PlainDate;
  readonly living: {
    readonly setting: LivingSetting;
    readonly state: string;
    readonly address?: string;
    /** First day there; absent: for longer than anybody recorded. */
    readonly since?: PlainDate;
  };
  readonly basis?: StatedBasis;
  readonly acceptWarnings?: readonly WarningCode[];
}

/** Why someone is no longer in the case. */
export const LEFT_REASONS = [
  "MOVED_AWAY",
  "ADOPTED",
  "DISMISSED",
  "RIGHTS_ENDED",
  "OF_AGE",
  "SEPARATED",
  "OTHER",
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/** Someone leaves the case; `on` is the last day in it. */
export interface EndMembership extends RosterCommand {
  readonly personId: PersonId;
  readonly on: PlainDate;
  readonly because: LeftReason;
}

/** Someone has died. Without a day: the record of the death was wrong. */
export interface RecordDeath extends RosterCommand {
  readonly personId: PersonId;
  readonly on?: PlainDate;
  /** Needed to change or take back what is recorded. */
  readonly reason?: string;
}

/** The Department confirms what a contractor recorded of someone, and says why a child belongs to the case. */
export interface ConfirmMember extends RosterCommand {
  readonly personId: PersonId;
  readonly basis?: StatedBasis;
}

/** Another first or last day of a membership than was recorded. */
export interface CorrectMembership extends RosterCommand {
  readonly memberId: MemberId;
  /** Absent: from the beginning of the case. */
  readonly joined?: PlainDate;
  /** Absent: still in the case. */
  readonly to?: PlainDate;
  readonly because?: LeftReason;
  readonly reason: string;
}

/** Another place or first day of a stay than was recorded. */
export interface CorrectStay extends RosterCommand {
  readonly stayId: string;
  readonly setting: LivingSetting;
  readonly state: string;
  readonly address?: string;
  /** Absent: since before anything was recorded, which only the first stay can be. */
  readonly from?: PlainDate;
  readonly reason: string;
}

/** There was no such stay; the one before it went on. */
export interface WithdrawStay extends RosterCommand {
  readonly stayId: string;
  readonly reason: string;
}

/** Someone was added by mistake. */
export interface RemoveMember extends RosterCommand {
  readonly personId: PersonId;
  readonly reason: string;
}

export const HOUSEHOLD_CHANGE_KINDS = ["ENTERED", "EXITED"] as const;
export type HouseholdChangeKind = (typeof HOUSEHOLD_CHANGE_KINDS)[number];

/** Someone who is no member of the case entered or left the parental home: a cousin, a lodger (EXP-6). */
export interface RecordHouseholdChange extends RosterCommand {
  readonly kind: HouseholdChangeKind;
  readonly on: PlainDate;
  /** Name, and who it is to the family. */
  readonly who: string;
}

/** The Department worker has read the notice of a household change. */
export interface ReceiveHouseholdNotice {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly caseId: CaseId;
  readonly householdChangeId: string;
}
