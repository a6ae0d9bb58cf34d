import { readCaseFile } from "../../casefile/read-case-file.ts";
import { ia } from "../../kernel/citation.ts";
import { addDays, maxDate, minDate, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { Evaluation } from "../evaluate.ts";
import { whereAnswered } from "./answered.ts";
import type { JointMeeting, RecordContact } from "./commands.ts";
import { decideRecordJointMeeting, type JointMeetingRecord } from "./first-meeting.ts";
import {
  type ContactFacts,
  decideRecordContact,
  type NewContact,
  OLD_CONTACT_DAYS,
} from "./record-contact.ts";

/** A contact, and with it the joint meeting that it was or that the Department worker could not come to. */
export interface RecordVisit extends RecordContact {
  readonly jointMeeting?: JointMeeting;
}

/** What is known when both are recorded. */
export interface VisitFacts extends ContactFacts {
  /** The case as it stands today. */
  readonly evaluation: Evaluation;
}

export interface NewVisit {
  readonly contact: NewContact;
  readonly jointMeeting?: JointMeetingRecord;
}

/** Records a contact; a twin of another one needs a yes. The joint meeting may be the same event (CON-5). */
export const decideRecordVisit = rule(
  { id: "CON-2", also: ["CON-5"], cites: [ia("55"), ia("64")], decisions: ["DEC-18", "DEC-21"] },
  (facts: VisitFacts, command: RecordVisit, today: PlainDate): Result<NewVisit> => {
    const decided = whereAnswered(
      decideRecordContact(facts, command, today),
      command.acceptWarnings,
    );
    if (!decided.ok) return decided;
    const contact = decided.value;
    if (command.jointMeeting === undefined) return accept({ contact }, decided.warnings);
    const meeting = jointMeetingOf(facts, command, command.jointMeeting, contact, today);
    return meeting.ok
      ? accept({ contact, jointMeeting: meeting.value }, decided.warnings)
      : refuse(...meeting.refusals.map(underJointMeeting));
  },
);

const jointMeetingOf = (
  facts: VisitFacts,
  { commandId, caseId }: RecordVisit,
  meeting: JointMeeting,
  contact: NewContact,
  today: PlainDate,
): Result<JointMeetingRecord> => {
  const episode = readCaseFile(facts.caseFile).episodes.find((one) => one.id === contact.episodeId);
  // It is a meeting face to face, within a service.
  if (episode === undefined || (meeting.workerPresent && contact.mode !== "FACE_TO_FACE"))
    return refuse({ code: "INVALID_TRANSITION" });
  return decideRecordJointMeeting(
    { episode, evaluation: facts.evaluation },
    {
      ...meeting,
      commandId,
      caseId,
      episodeId: episode.id,
      date: contact.date,
      with: contact.with,
    },
    today,
  );
};

const underJointMeeting = (refusal: Refusal): Refusal => ({
  ...refusal,
  path: ["jointMeeting", ...(refusal.path ?? [])],
});

/** The days that a contact recorded today may carry, both inclusive. */
export interface ContactDates {
  readonly earliestOn: PlainDate;
  readonly latestOn: PlainDate;
  /** A contact on this day or before it asks why it is recorded so late. */
  readonly reasonUpTo: PlainDate;
}

/** The days that a contact recorded today may carry: those of the services it would belong to, up to today. */
export const contactDates = (
  { caseFile, by, episodes: own }: ContactFacts,
  today: PlainDate,
): ContactDates => {
  const episodes = readCaseFile(caseFile).episodes.filter(
    (episode) => own === undefined || own.includes(episode.id),
  );
  const begins = episodes.map((episode) => episode.effectiveDate);
  const earliestOn = [
    ...begins,
    ...(by === "DEPARTMENT" && caseFile.openedOn !== undefined ? [caseFile.openedOn] : []),
  ].reduce<PlainDate | undefined>(
    (first, day) => (first === undefined ? day : minDate(first, day)),
    undefined,
  );
  const ends = episodes.map((episode) => episode.lastServiceDay ?? today);
  const lastDay = ends.length === 0 ? today : ends.reduce(maxDate);
  return {
    earliestOn: earliestOn ?? today,
    latestOn: by === "DEPARTMENT" ? today : minDate(lastDay, today),
    reasonUpTo: addDays(today, -OLD_CONTACT_DAYS - 1),
  };
};
