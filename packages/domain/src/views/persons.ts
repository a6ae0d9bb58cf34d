import type { ProposalDecision } from "../approval/proposal.ts";
import type { CaseId, PersonId, ProposalId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Dated } from "../kernel/interval.ts";
import type { PersonField } from "../people/join-persons.ts";
import type { FactKind, MergeConflict } from "../people/merge.ts";
import type { BirthDateKind } from "../people/person.ts";
import type { FoundPerson } from "./cases.ts";

/** One page of a search for people, the likeliest first. */
export interface PeoplePage {
  readonly people: readonly FoundPerson[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** More people share these names than were looked at: only a narrower search shows them all. */
  readonly tooMany: boolean;
}

/** Two records that may be about one person. */
export interface DuplicatePair {
  readonly a: FoundPerson;
  readonly b: FoundPerson;
  readonly why: FoundPerson["why"];
  /** Somebody asked a second person to decide. */
  readonly isProposed: boolean;
}
export interface DuplicatesPage {
  readonly pairs: readonly DuplicatePair[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** One of two records, side by side with the other. */
export interface ComparedPerson {
  readonly personId: PersonId;
  readonly version: number;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly languages: readonly string[];
  /** Absent: not known, or not for the caller to see. */
  readonly fields: Readonly<Partial<Record<PersonField, string>>>;
  readonly birthDateKind?: BirthDateKind;
  readonly cases: FoundPerson["cases"];
  /** In a case of the caller's team; of others only name and birth date are shown. */
  readonly ofTeam: boolean;
}
/** What two records say of one case that cannot be true of one person. */
export interface ConflictView extends Dated {
  readonly because: MergeConflict["because"];
  readonly kind: FactKind;
  readonly caseId: CaseId;
  readonly caseNumber: string;
}
export interface PersonComparison {
  readonly a: ComparedPerson;
  readonly b: ComparedPerson;
  readonly differing: readonly PersonField[];
  readonly why: FoundPerson["why"];
  readonly conflicts: readonly ConflictView[];
  /** Somebody decided that these are two people. */
  readonly distinct?: { readonly reason: string; readonly by: string; readonly at: Instant };
  /** It waits for a second person. */
  readonly proposal?: MergeProposal;
  readonly mayMerge: boolean;
  readonly mayDecide: boolean;
  readonly mayPropose: boolean;
}

/** That two records are about one person, as somebody proposed it to a second person. */
export interface MergeProposal {
  readonly proposalId: ProposalId;
  readonly by: string;
  readonly at: Instant;
  /** Absent for those whom it does not concern. */
  readonly reason?: string;
  readonly own: boolean;
  readonly mayAnswer: boolean;
}
export interface MergeProposalRow extends MergeProposal {
  readonly a: FoundPerson;
  readonly b: FoundPerson;
  readonly answer?: {
    readonly decision: ProposalDecision;
    readonly by: string;
    readonly at: Instant;
    readonly note?: string;
  };
}
export interface MergeProposals {
  /** For the caller to decide. */
  readonly waiting: readonly MergeProposalRow[];
  /** What the caller proposed: what waits, then the last answers. */
  readonly mine: readonly MergeProposalRow[];
}

/** A merge that was done. */
export interface MergeRow {
  readonly mergeId: string;
  /** The name as it is now. */
  readonly name: string;
  readonly mergedName: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly caseNumbers: readonly string[];
  readonly undone?: { readonly at: Instant; readonly by: string; readonly reason: string };
  readonly mayUndo: boolean;
}
/** What was recorded since a merge and rests on it: while there is any, it cannot be taken back. */
export interface MergeRests {
  readonly later: readonly { readonly kind: FactKind | "PERSON"; readonly caseNumber?: string }[];
}
