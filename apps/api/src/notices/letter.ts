import type { PlainDate } from "@kinward/domain/kernel";
import { dates } from "@kinward/wording/en/dates";

/** What the e-mail about the first meeting is made from; nothing in it names the family or says what was seen. */
export interface FirstMeeting {
  readonly caseNumber: string;
  readonly meetingOn: PlainDate;
  readonly workerName: string;
  readonly coordinatorName: string;
  readonly organizationName: string;
}

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** The e-mail that confirms the first meeting and states its date (REP-2). */
export const firstMeetingLetter = (meeting: FirstMeeting): Letter => ({
  subject: `First meeting with the family, case ${meeting.caseNumber}`,
  body: [
    `${meeting.workerName},`,
    `The first face-to-face meeting with the family of case ${meeting.caseNumber} took place on ${dates.date(meeting.meetingOn, { style: "long" })}.`,
    `${meeting.coordinatorName}\nCare coordinator, ${meeting.organizationName}`,
  ].join("\n\n"),
});
