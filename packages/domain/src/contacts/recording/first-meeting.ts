import type { Episode } from "../../casefile/case-file.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpisodeId, PersonId, StaffId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { Evaluation } from "../evaluate.ts";
import { coordinatorOn } from "./assign-coordinator.ts";
import type { RecordDutyNote, RecordJointMeeting, SendFirstMeetingNotice } from "./commands.ts";
import { doneOnRefusals, fieldRequired, isBlank } from "./required.ts";
import { statusOn, taskStatusOn } from "../status.ts";

/** What is known when something about an episode is recorded. */
export interface EpisodeFacts {
  readonly episode: Episode;
  /** The case as it stands today. */
  readonly evaluation: Evaluation;
}

const taskOf = ({ episode, evaluation }: EpisodeFacts, key: string) =>
  evaluation.duties.find((duty) => duty.episodeId === episode.id && duty.key === key);

/** The e-mail that confirms the first meeting, as it goes out. */
export interface FirstMeetingNotice {
  readonly episodeId: EpisodeId;
  readonly sentOn: PlainDate;
  readonly statedMeetingDate: PlainDate;
}

/** The day of the first meeting while the e-mail about it is still to be sent. */
export const firstMeetingToConfirm = (
  facts: EpisodeFacts,
  today: PlainDate,
): PlainDate | undefined => {
  const task = taskOf(facts, "TASK:FIRST_MEETING_EMAIL");
  return task && taskStatusOn(task, today) === "OPEN" ? task.opensOn : undefined;
};

/** Sends the first-meeting e-mail: it states the recorded date, and the care coordinator of that day sends it (EXP-4). */
export const decideFirstMeetingNotice = rule(
  { id: "REP-2", also: ["EXP-4"], cites: [ia("95"), ia("47")], decisions: ["DEC-05", "DEC-22"] },
  (
    facts: EpisodeFacts & { readonly sender: StaffId },
    command: SendFirstMeetingNotice,
    today: PlainDate,
  ): Result<FirstMeetingNotice> => {
    const { episode } = facts;
    const meetingOn = firstMeetingToConfirm(facts, today);
    if (meetingOn === undefined) return refuse({ code: "INVALID_TRANSITION" });
    const refusals: Refusal[] = [];
    if (coordinatorOn(episode, today)?.id !== facts.sender)
      refusals.push({ code: "SUBMITTER_NOT_CARE_COORDINATOR" });
    const stated = command.statedMeetingDate;
    if (stated === undefined) refusals.push(fieldRequired("statedMeetingDate"));
    else if (stated !== meetingOn)
      refusals.push({
        code: "FIRST_MEETING_DATE_MISMATCH",
        path: ["statedMeetingDate"],
        params: { meetingOn },
      });
    return refusals.length > 0 || stated === undefined
      ? refuse(...refusals)
      : accept({ episodeId: episode.id, sentOn: today, statedMeetingDate: stated });
  },
);

/** The joint meeting as held, or the note that the Department worker was not available. */
export interface JointMeetingRecord {
  readonly episodeId: EpisodeId;
  readonly date: PlainDate;
  readonly workerPresent: boolean;
  readonly with: readonly PersonId[];
  readonly note?: string;
}

/** Records the joint meeting; that the worker could not come needs a note (CON-5). */
export const decideRecordJointMeeting = rule(
  { id: "CON-5", cites: [ia("64")], decisions: ["DEC-21"] },
  (
    facts: EpisodeFacts,
    command: RecordJointMeeting,
    today: PlainDate,
  ): Result<JointMeetingRecord> => {
    const { episode } = facts;
    const task = taskOf(facts, "TASK:JOINT_MEETING");
    if (!task || taskStatusOn(task, today) !== "OPEN")
      return refuse({ code: "INVALID_TRANSITION" });
    const { date, workerPresent, note } = command;
    const people = command.with ?? [];
    const refusals = [...doneOnRefusals("date", date, today)];
    const last = episode.lastServiceDay;
    if (date !== undefined && (date < episode.effectiveDate || (last !== undefined && date > last)))
      refusals.push({ code: "DATE_OUTSIDE_SERVICE", path: ["date"] });
    if (workerPresent === undefined) refusals.push(fieldRequired("workerPresent"));
    if (workerPresent === false && isBlank(note)) refusals.push(fieldRequired("note"));
    if (workerPresent === true && people.length === 0) refusals.push(fieldRequired("with"));
    if (refusals.length > 0 || date === undefined || workerPresent === undefined)
      return refuse(...refusals);
    return accept({
      episodeId: episode.id,
      date,
      workerPresent,
      with: people,
      ...(!isBlank(note) && { note: note as string }),
    });
  },
);

/** Why a duty was late or missed; the statement of compliance reads it (DEC-25). */
export interface DutyNote {
  readonly episodeId: EpisodeId;
  readonly key: string;
  readonly note: string;
}

/** "Record why": only for what is late, missed or was met late. */
export const decideRecordDutyNote = rule(
  { id: "REP-9", cites: [ia("104")], decisions: ["DEC-25"] },
  (facts: EpisodeFacts, command: RecordDutyNote, today: PlainDate): Result<DutyNote> => {
    const duty = taskOf(facts, command.key);
    const status = duty && statusOn(duty, today);
    if (status !== "OVERDUE" && status !== "MISSED" && status !== "SATISFIED_LATE")
      return refuse({ code: "INVALID_TRANSITION" });
    const { note } = command;
    return note === undefined || isBlank(note)
      ? refuse(fieldRequired("note"))
      : accept({ episodeId: facts.episode.id, key: command.key, note });
  },
);
