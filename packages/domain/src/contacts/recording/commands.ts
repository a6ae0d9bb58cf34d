import type {
  CaseId,
  CommandId,
  ContactId,
  EpisodeId,
  PersonId,
  StaffId,
} from "../../kernel/ids.ts";
import type { WarningCode } from "../../kernel/codes.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ContactMode, ContactPlace } from "../../people/people.ts";

export const INTERPRETER_USES = ["NOT_NEEDED", "USED", "NEEDED_NOT_AVAILABLE"] as const;
export type InterpreterUse = (typeof INTERPRETER_USES)[number];

export const SAFETY_ANSWERS = ["YES", "NO", "NOT_ASKED"] as const;
export type SafetyAnswer = (typeof SAFETY_ANSWERS)[number];

interface Command {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly caseId: CaseId;
}

/** What is recorded of a contact; nothing is preselected, so everything may still be absent. */
export interface ContactFields {
  readonly date?: PlainDate;
  readonly mode?: ContactMode;
  readonly with?: readonly PersonId[];
  readonly place?: ContactPlace;
  /** Time of day on the wall, `hh:mm`. */
  readonly startsAt?: string;
  readonly minutes?: number;
  readonly interpreter?: InterpreterUse;
  readonly safetyConcern?: SafetyAnswer;
  readonly notes?: string;
}

export interface RecordContact extends Command, ContactFields {
  /** Why it is recorded so late; asked for when it is older than 30 days. */
  readonly reason?: string;
  /** Warnings that the person has seen and answered with yes (a duplicate). */
  readonly acceptWarnings?: readonly WarningCode[];
}

/** A correction gives the contact anew, or withdraws it; the former version stays in the history. */
export interface CorrectContact extends Command, ContactFields {
  readonly contactId: ContactId;
  /** Entered in error: there was no such contact. */
  readonly withdrawn?: true;
  readonly reason?: string;
  readonly acceptWarnings?: readonly WarningCode[];
}

interface EpisodeCommand extends Command {
  readonly episodeId: EpisodeId;
}

export interface AssignCoordinator extends EpisodeCommand {
  readonly staffId?: StaffId;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** Handover: the coordinator of that day ends the day before. */
  readonly replacesCurrent?: boolean;
  readonly reason?: string;
}

export interface SendFirstMeetingNotice extends EpisodeCommand {
  readonly statedMeetingDate?: PlainDate;
  readonly message?: string;
}

export interface RecordJointMeeting extends EpisodeCommand {
  readonly date?: PlainDate;
  readonly workerPresent?: boolean;
  readonly with?: readonly PersonId[];
  readonly note?: string;
}

/** The joint meeting as the form of a contact asks for it; date and people are those of the contact. */
export interface JointMeeting {
  readonly workerPresent: boolean;
  readonly note?: string;
}

export interface RecordIcpc extends EpisodeCommand {
  readonly personId: PersonId;
  readonly on?: PlainDate;
  readonly note?: string;
}

export interface RecordDutyNote extends EpisodeCommand {
  readonly key: string;
  readonly note?: string;
}
