import type { ComplianceStatement } from "../contacts/compliance.ts";
import type { ExplainedExpectation } from "../contacts/explain/expectation.ts";
import type { PersonId, StaffId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { OpeningBasis } from "../people/people.ts";
import type { CaseProfile } from "../policy/settings.ts";
import type { CaseStage, DutyView, EpisodeView, HistoryEntry, PersonView } from "./cases.ts";

/** What a case said of itself, its people and its duties on a day, as known at a moment. */
export interface CaseState {
  readonly case: {
    readonly familyName: string;
    readonly stage: CaseStage;
    readonly openedOn?: PlainDate;
    readonly openingBasis?: OpeningBasis;
    readonly workerName?: string;
    readonly languages: readonly string[];
    /** Absent: nobody asked. */
    readonly interpreterNeeded?: boolean;
    readonly culturalNotes?: string;
    /** Number of the policy book that stood behind it; 0 is the text without changes. */
    readonly policyBook: number;
  };
  readonly episodes: readonly EpisodeView[];
  readonly people: readonly PersonView[];
  readonly duties: readonly DutyView[];
  /** What was expected beside contacts, each with its reason (EXP-3, EXP-6). */
  readonly expectations: readonly ExplainedExpectation[];
  readonly statement: ComplianceStatement;
}

export const STATE_PARTS = ["CASE", "EPISODE", "PERSON", "DUTY", "EXPECTATION"] as const;
export type StatePart = (typeof STATE_PARTS)[number];

/** One thing that a case says otherwise today, and why. */
export interface StateDifference {
  readonly part: StatePart;
  /** Id of the episode or person, `episode key` of a duty, key of an expectation; empty for the case itself. */
  readonly id: string;
  /** Name of the field; absent when the whole thing is new or gone. */
  readonly field?: string;
  /** Days that went by changed it, whatever was recorded. */
  readonly byTime: boolean;
  /** Acts that changed it, in their order. */
  readonly acts: readonly string[];
  /** It was changed by something that this case does not tell: in another case, or by another contractor later. */
  readonly elsewhere: boolean;
}

/** An act recorded after the day that is looked at. */
export interface KnownAct extends Omit<HistoryEntry, "changes"> {
  /** It stands for itself and for this many acts before it, too many to tell apart. */
  readonly andEarlier?: number;
}

/** A case as known at the end of a day, beside what it says today. */
export interface AsKnownView {
  readonly profile: CaseProfile;
  readonly caseNumber: string;
  readonly on: PlainDate;
  /** Time of that day on the wall, `hh:mm`; absent: its end. */
  readonly at?: string;
  /** The last moment of that day or minute in the agency's zone. */
  readonly knownAt: Instant;
  /** The day that it is compared with: today, or a former contractor's last service day. */
  readonly comparedOn: PlainDate;
  /** First day on which anything of the case was known. */
  readonly firstKnownOn: PlainDate;
  /** Absent: nothing of the case was known yet. */
  readonly before?: CaseState;
  readonly now: CaseState;
  readonly differences: readonly StateDifference[];
  /** Newest first. */
  readonly acts: readonly KnownAct[];
}

/** Kinds of facts of a case, as its history is looked through by. */
export const HISTORY_KINDS = [
  "PEOPLE",
  "HOMES",
  "LEVELS",
  "CONTACTS",
  "SERVICES",
  "TEAM",
  "CASE",
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** Which acts of a case are looked for; all of them must hold. */
export interface HistoryFilter {
  /** What was written. */
  readonly kind?: HistoryKind;
  /** Whom of the family it concerns. */
  readonly personId?: PersonId;
  /** Who did it. */
  readonly staffId?: StaffId;
  /** First and last day, in the agency's zone. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** What the filters of a case's history offer. */
export interface HistoryFilterOptions {
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  readonly staff: readonly { readonly id: StaffId; readonly name: string }[];
}

/** What somebody saw of a case: opened it, took it along as a file, or had it in a list. */
export const ACCESS_KINDS = ["OPENED", "EXPORTED", "LISTED"] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export interface AccessFilter {
  /** Absent: opened or exported. */
  readonly kind?: AccessKind;
  readonly staffId?: StaffId;
  /** First and last day, in the agency's zone. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** One look at a case; the same again within ten minutes is counted. */
export interface AccessEntry {
  readonly accessId: string;
  readonly kind: AccessKind;
  /** What was asked for first. */
  readonly procedure: string;
  readonly by: string;
  readonly organizationName: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
  /** Why another team's case was opened that day. */
  readonly reason?: string;
}

export interface AccessPage {
  readonly entries: readonly AccessEntry[];
  readonly more: boolean;
  /** Everyone who stands in the record of access of the case. */
  readonly staff: readonly { readonly id: StaffId; readonly name: string }[];
}
