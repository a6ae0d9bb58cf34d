import { list, number, text, when } from "../lib/params.ts";
import type { CodeWords } from "../types.ts";
import { dates } from "./dates.ts";

const on = (value: string) => dates.date(value);
/** A parameter that names a field is no date. */
const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/u.test(value);

/** Refusals say what to do, in the words that stand beside the field. */
export const codes = {
  refusal: {
    FIELD_REQUIRED: () => "Enter an answer here",
    DATE_IN_FUTURE: (p) =>
      `Enter a date that is not in the future${when(text(p, "latest"), (d) => `, ${on(d)} or earlier`)}`,
    INVALID_TRANSITION: () => "This can no longer be done, because the record has moved on",
    CASE_NOT_OPEN: () =>
      "The child welfare case must be open before a referral for FSRP. Enter why and when the case was opened",
    PURPOSE_REQUIRED: () => "Choose the purpose of the service",
    NO_QUALIFYING_CHILD: () =>
      "At least one child must be an abuse victim who meets the criteria for opening services, the subject of a CINA order, or in placement",
    AREA_REQUIRED: () => "Choose the service area",
    SUBAREA_REQUIRED: (p) => `Choose the subarea${when(text(p, "area"), (area) => ` of ${area}`)}`,
    SUBAREA_NOT_ALLOWED: (p) => `${text(p, "area") || "This service area"} has no subareas`,
    NO_ACTIVE_CONTRACTOR: (p) =>
      `No contract is in force in ${text(p, "area") || "this contract area"} today. Ask your program administrator`,
    AREA_NEEDS_TWO_CONTRACTORS: (p) =>
      `Only one contract is in force in ${text(p, "area") || "this contract area"}, and two are needed. Ask your program administrator`,
    CASE_ALREADY_ASSIGNED: (p) =>
      `This family already has services${when(text(p, "contractor"), (name) => ` with ${name}`)}. A second initial referral is not possible`,
    OVERRIDE_NO_PRIOR_SERVICE: () =>
      "No earlier service by this contractor or its subcontractor is on record",
    OVERRIDE_BELIEF_REQUIRED: () =>
      "Record who believes it would help: the family or the Department worker",
    OVERRIDE_REASON_REQUIRED: () => "Choose the reason for the override",
    OVERRIDE_TARGET_NOT_ACTIVE: () =>
      "This contractor has no contract in force in the contract area",
    SAFETY_PLAN_CONTRACTOR_RETAINED: () =>
      "The contractor of the safety plan services keeps this family",
    SUPERVISOR_APPROVAL_REQUIRED: () => "A supervisor must approve this first",
    ALREADY_RECORDED: () => "This is recorded already",
    PERSON_OF_AGE: (p) =>
      `${text(p, "name") || "This person"} is of age. Record first whether the case goes on past ${text(p, "age") || "18"}`,
    LEDGER_KEY_ENDED: () =>
      "The key that signs the ledgers was replaced or revoked. Ask whoever runs the server to set the new one",
    APPROVER_IS_REQUESTER: () => "Someone else must approve what you asked for",
    CAPACITY_MISSING: (p) =>
      `The contract lacks a needed capacity${when(list(p, "of").join(", "), (of) => `: ${of}`)}`,
    CRISIS_CONTACT_REQUIRED: () => "Enter the crisis contact of the contractor",
    CARE_COORDINATOR_OVERLAP: (p) =>
      `${text(p, "name") || "Another care coordinator"} is still assigned on that day. End that assignment first`,
    FIRST_MEETING_DATE_MISMATCH: (p) =>
      `The notice must state the date of the recorded first meeting${when(text(p, "meetingOn"), (d) => `, ${on(d)}`)}`,
    DATE_BEFORE_BIRTH: (p) => `The date is before the birth of ${text(p, "name") || "this person"}`,
    DATE_ORDER: (p) =>
      isDate(text(p, "before"))
        ? `Enter ${on(text(p, "before"))} or an earlier date`
        : isDate(text(p, "after"))
          ? `Enter ${on(text(p, "after"))} or a later date`
          : "The end must not be before the beginning",
    DATE_OUTSIDE_SERVICE: (p) =>
      text(p, "from") === ""
        ? "The date is outside the time of service"
        : `Enter a date within the time of service, ${text(p, "to") === "" ? `${on(text(p, "from"))} or later` : dates.range(text(p, "from"), text(p, "to"))}`,
    CONTACT_NOT_IN_CASE: (p) =>
      `${text(p, "name") || "Someone chosen"} is not in this case on that day`,
    REASON_REQUIRED: () => "Enter the reason",
    DUPLICATE_NAME: (p) =>
      `${when(text(p, "name"), (name) => `“${name}” `) || "This name "}is used already`,
    PERSON_MERGED: () => "This record was joined to another one meanwhile. Look again",
    PERSON_OUTSIDE_TEAM: () =>
      "This person is in no case of your team. Ask a supervisor who is above both teams",
    PERSON_CHANGED: () => "The record was changed meanwhile. Look at it again before you go on",
    MERGE_CONFLICT: () =>
      "The two records contradict each other. Correct what is listed first, then merge",
    MERGE_BUILT_ON: () =>
      "Something was recorded since that rests on this merge. It cannot be taken back",
    NO_SECOND_PERSON: () =>
      "Nobody else may decide about these records. Ask your program administrator for a supervisor",
    PERIOD_OVERLAP: () => "The period overlaps another one",
    CONTRACTS_MORE_THAN_TWO: (p) =>
      `More than two contracts would be in force${when(text(p, "on"), (d) => ` on ${on(d)}`)}`,
    NOT_STAFF_OF_CONTRACTOR: () => "Choose someone who works for the contractor of this case",
    STAFF_NOT_AVAILABLE: () => "Choose someone who has the same role and is there on these days",
    HOLIDAY_DUPLICATE: (p) =>
      `The list has this day twice${when(text(p, "on"), (d) => `: ${on(d)}`)}`,
    BOOK_CHANGED: () =>
      "The policy was published by someone else meanwhile. Look at the new version first",
    STARTER_REQUIRED: () => "Name the contractor that begins the order first",
    COUNTY_TAKEN: (p) =>
      `${text(p, "county") || "This county"} belongs to another contract area in that time`,
    ROLE_NOT_OF_ORGANIZATION: () => "This role does not exist in that organization",
    LAST_ADMINISTRATOR: () => "At least one administrator must remain",
    TOO_MANY_VIEWS: () => "You have as many saved views as there can be. Delete one first.",
    EMAIL_TAKEN: () => "Someone already uses this e-mail address",
    INVITATION_INVALID: () => "This invitation is used, ended or unknown. Ask for a new one",
    SUBMITTER_NOT_CARE_COORDINATOR: () => "Only the care coordinator of that day may send this",
    WARNING_NOT_ACCEPTED: () => "Read the warning and confirm it",
    AREA_PAUSED: (p) =>
      `Referrals to ${text(p, "area") || "this contract area"} are paused${when(text(p, "to"), (d) => ` until ${on(d)}`)}. Ask your program administrator`,
    PROPOSAL_OPEN: () =>
      "A proposal about this waits for an answer already. Answer or withdraw it first",
    VALUE_UNCHANGED: () => "This is the value already. Choose another one",
    VALUE_NOT_ALLOWED: () => "This value is not allowed here",
    DATE_IN_PAST: (p) =>
      `Enter a date that is not in the past${when(text(p, "earliest"), (d) => `, ${on(d)} or later`)}`,
    PRIOR_SERVICE_NOT_FOUND: () =>
      "The people of the referral no longer lead to this service; remove it, or add the person again",
    SIBLING_NOT_IN_HOUSEHOLD: () =>
      "Only a sibling who lives in the parental home is in the case as a sibling. Choose another basis, or another place",
    MEMBER_IN_USE: () =>
      "Contacts or other records name this person. Correct them first, or record when the person left the case",
  },
  warning: {
    BACKDATED: (p) =>
      `The effective date is before today${when(text(p, "days"), (n) => ` by ${dates.count(Number(n), "days")}`)}. All clocks start on the effective date, so something may be late at once.`,
    PERSON_IN_TWO_OPEN_CASES: (p) =>
      `${text(p, "name") || "Someone of this family"} is also in another open case${when(text(p, "caseNumber"), (n) => `, ${n}`)}.`,
    INITIAL_CONTACT_OVERDUE: (p) =>
      `The family has not been seen yet and the first contact is late${when(text(p, "dueOn"), (d) => `; it was due ${on(d)}`)}.`,
    NO_FREQUENCY_SPECIFIED: (p) =>
      `No contact frequency is recorded for ${text(p, "name") || list(p, "of")[0] || "a parent outside the home"}.`,
    CONTACT_DUPLICATE: (p) =>
      `A contact with the same people on ${text(p, "on") === "" ? "the same day" : on(text(p, "on"))} is recorded already.`,
    CARE_COORDINATOR_MISSING: () => "No care coordinator is assigned.",
    EFFECTIVE_IN_FUTURE: (p) =>
      `The effective date is in the future. The contractor is assigned now; clocks start ${text(p, "on") === "" ? "on that day" : on(text(p, "on"))}.`,
    CONTACT_OLDER_THAN_30_DAYS: () =>
      "The contact was more than 30 days ago. Say why it is entered now.",
    ENTERED_LATE: (p) =>
      `Entered ${dates.count(number(p, "days") ?? 0, "days")} after the contact.`,
    WHEREABOUTS_UNKNOWN: (p) =>
      `Where ${text(p, "name") || "a member of the family"} lives is not known.`,
    AREA_BELOW_TWO_CONTRACTORS: (p) =>
      `${text(p, "area") || "The contract area"} has fewer than two contracts${when(text(p, "on"), (d) => ` on ${on(d)}`)}.`,
  },
  invalid: {
    FIELD_REQUIRED: "Enter an answer here",
    DATE_INVALID: "Enter a whole date: month, day and year",
    INSTANT_INVALID: "Enter a date and a time",
    TEXT_INVALID: "The text holds a character that cannot be kept. Type it again",
    TOO_LONG: (most) => `Shorten this to at most ${most} characters`,
    OTHER: "Check this answer",
  },
} satisfies CodeWords;
