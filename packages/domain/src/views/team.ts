import type { CaseId, CoverId, EpisodeId, HandoverId, StaffId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { HandoverPart } from "../team/handover.ts";
import type { HandOverHindrance, ResponsibleRole } from "../team/take-over.ts";
import type { ServiceType } from "../people/people.ts";

/** Someone of a case's team, with the days on which they are or were. */
export interface TeamTermView {
  readonly id: string;
  readonly role: "CASEWORKER" | "MEMBER" | "SUPERVISOR" | "CARE_COORDINATOR" | "COVER";
  readonly staffId: StaffId;
  readonly name: string;
  /** Absent: the Department. */
  readonly organizationName?: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** SUPERVISOR and COVER: whose. */
  readonly ofName?: string;
  readonly serviceType?: ServiceType;
}

/** A filled part of a note with the names of the people it speaks of. */
export type NamedPart = HandoverPart & { readonly names: readonly string[] };

export interface HandoverView {
  readonly handoverId: HandoverId;
  readonly caseId: CaseId;
  readonly role: ResponsibleRole;
  readonly fromName?: string;
  readonly toStaffId: StaffId;
  readonly toName: string;
  readonly from: PlainDate;
  readonly note?: string;
  readonly parts: readonly NamedPart[];
  /** When the one who took over confirmed having read it. */
  readonly readAt?: Instant;
  readonly mine: boolean;
}

export interface CaseTeamView {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly terms: readonly TeamTermView[];
  readonly handovers: readonly HandoverView[];
  /** Services that have no care coordinator today and should (DEC-45). */
  readonly coordinatorMissing: readonly EpisodeId[];
  readonly episode?: { readonly episodeId: EpisodeId; readonly serviceType: ServiceType };
  readonly can: {
    readonly reassignWorker: boolean;
    readonly reassignCoordinator: boolean;
  };
}

/** Someone to whom a case can go, with what they carry today. */
export interface CandidateView {
  readonly staffId: StaffId;
  readonly name: string;
  /** Led by the one who asks. */
  readonly isOwn: boolean;
  readonly cases: number;
  readonly late: number;
  /** Away, and until when. */
  readonly awayUntil?: PlainDate;
}

/** What a note would say, before it is given. */
export interface HandoverPreview {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly familyName: string;
  readonly fromName?: string;
  readonly candidates: readonly CandidateView[];
  readonly parts: readonly NamedPart[];
}

/** A handover that waits to be read by me. */
export interface HandoverToRead {
  readonly handoverId: HandoverId;
  readonly caseId: CaseId;
  readonly familyName: string;
  readonly caseNumber: string;
  readonly fromName?: string;
  readonly from: PlainDate;
}

export interface CoverView {
  readonly coverId: CoverId;
  readonly staffId: StaffId;
  readonly name: string;
  readonly coveredBy: StaffId;
  readonly coveredByName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface BoardPerson {
  readonly staffId: StaffId;
  readonly name: string;
  /** Led by me myself, not by someone below me. */
  readonly isOwn: boolean;
  readonly families: number;
  readonly late: number;
  readonly today: number;
  readonly week: number;
  readonly later: number;
  readonly oldestLate?: PlainDate;
  readonly lateWeekAgo: number;
  /** Contacts of the last 30 days: made by the due date, of those that had to be made. */
  readonly made: number;
  readonly due: number;
  readonly cover?: Pick<CoverView, "coverId" | "coveredByName" | "from" | "to">;
}

export interface TeamBoard {
  readonly today: PlainDate;
  readonly checkedAt: Instant;
  readonly people: readonly BoardPerson[];
  /** Families of all of them, each once. */
  readonly families: number;
  readonly covers: readonly CoverView[];
  readonly recalculating: boolean;
}

/** A case of someone, to be given to another. */
export interface CaseOfPerson {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly caseNumber: string;
  readonly familyName: string;
  readonly since: PlainDate;
  readonly late: number;
  readonly nextDueOn?: PlainDate;
}
export interface CasesOfPerson {
  readonly staffId: StaffId;
  readonly name: string;
  readonly cases: readonly CaseOfPerson[];
  readonly candidates: readonly CandidateView[];
}

/** A case of a list: whose it is, or why it cannot be handed over from here. */
export interface CaseToHandOver {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly caseNumber: string;
  readonly familyName: string;
  readonly holder?: { readonly staffId: StaffId; readonly name: string };
  readonly hindrance?: HandOverHindrance;
}
export interface CasesToHandOver {
  readonly cases: readonly CaseToHandOver[];
  readonly candidates: readonly CandidateView[];
}
