import type { SettingClock } from "@kinward/domain/approval";
import type { SettingKey } from "@kinward/domain/policy";

/** What a setting is called and what it decides. A setting without words does not compile. */
export interface SettingWords {
  readonly name: string;
  readonly decides: string;
}

export const settingWords: Record<SettingKey, SettingWords> = {
  initialContactBusinessDays: {
    name: "First face-to-face contact",
    decides:
      "By when the family is seen first, in business days after the effective date of the referral.",
  },
  initialContactCountsEffectiveDay: {
    name: "Effective date counts as day 1",
    decides: "Whether the effective date itself is counted among the days of the first contact.",
  },
  firstPeriodDays: {
    name: "First period of contacts",
    decides: "How many days after the effective date the weekly contacts apply.",
  },
  weekStartsOn: {
    name: "First day of a week",
    decides: "On which weekday a calendar week begins.",
  },
  weekMode: {
    name: "What a week is",
    decides: "Whether weekly contacts go by calendar weeks or by seven days in a row.",
  },
  weeklyCount: {
    name: "Weeks with weekly contact",
    decides: "How many weeks after the first contact need a contact of their own.",
  },
  initialContactAnchor: {
    name: "When the first contact is met",
    decides: "Who must have been seen for the first contact to count and the weeks to begin.",
  },
  escalateInitialOverdueDays: {
    name: "Tell the supervisor about a late first contact",
    decides: "How many days after the due date the supervisor is told.",
  },
  monthlyStart: {
    name: "First month with monthly contact",
    decides: "Which calendar month is the first that needs a monthly contact.",
  },
  familyQuorum: {
    name: "Who makes a family contact",
    decides: "Who of the home must be seen for a contact with the family to count.",
  },
  otherChildContactMustPostdateMove: {
    name: "Contact after a move",
    decides: "Whether a child who moved must be seen after the move for the contact to count.",
  },
  entrantGraceBusinessDays: {
    name: "Time for someone who joins",
    decides: "How many business days there are to see someone who enters the household.",
  },
  closingWindow: {
    name: "Window open when services end",
    decides: "What happens with a contact whose window is still open on the last service day.",
  },
  childAgeLimit: {
    name: "Age at which a child is no longer counted",
    decides: "From which birthday on contacts with a child are no longer owed.",
  },
  icpcTaskForNonPlacement: {
    name: "Interstate Compact without placement",
    decides:
      "Whether a child who lives outside the state, but is not placed there, needs the Compact task.",
  },
  countSafetyPlanContacts: {
    name: "Contacts of safety plan services",
    decides: "Whether contacts made under safety plan services count for the services that follow.",
  },
  jointMeetingDeadline: {
    name: "Joint meeting with the Department worker",
    decides: "By when the joint meeting is due, in business days after the effective date.",
  },
  firstMeetingEmailBusinessDays: {
    name: "E-mail about the first meeting",
    decides: "By when the Department worker gets the e-mail about the first meeting.",
  },
  reportDueRoll: {
    name: "Report due on a closed day",
    decides: "Where the due date of a report goes when offices are closed on it.",
  },
  finalPartialReport: {
    name: "Report for the last part of a month",
    decides: "Whether the days after the last whole month need a progress report.",
  },
  partialTprRule: {
    name: "Copies when rights to one child have ended",
    decides: "What happens with copies for a parent whose rights to some children have ended.",
  },
  terminationSummaryDays: {
    name: "Case termination summary",
    decides: "By when the summary is due after the last service day.",
  },
  paymentMonth: {
    name: "Month that is paid",
    decides:
      "Whether payment goes by months counted from the effective date or by calendar months.",
  },
  partialMonth: {
    name: "Part of a month",
    decides: "How a month that is not whole is paid.",
  },
  holdPaymentOnMissed: {
    name: "Payment while contacts are missed",
    decides: "Whether a missed contact holds the payment of its month.",
  },
  summaryOnTransfer: {
    name: "Summary when a case moves",
    decides: "Whether the contractor that gives a case away writes a termination summary.",
  },
  tieBreak: {
    name: "Whose turn at balance zero",
    decides: "Who gets the next referral when both contractors are level.",
  },
  rotationScope: {
    name: "Orders of turns in an area",
    decides: "Whether both kinds of service share one order of turns.",
  },
  safetyPlanCarryOverRefusesOverride: {
    name: "Override after safety plan services",
    decides:
      "Whether an override is refused when the contractor of the safety plan services keeps the case.",
  },
  safetyPlanCarryOverDaysAfterClose: {
    name: "Carry-over after the case closed",
    decides: "For how many days after closing the safety plan contractor still keeps the case.",
  },
  overrideRequiresSupervisor: {
    name: "Supervisor approves overrides",
    decides: "Whether a supervisor must approve an override before it is assigned.",
  },
  overrideReasonCodes: {
    name: "Reasons for an override",
    decides: "Which reasons may be chosen for an override.",
  },
  resubmissionWindowDays: {
    name: "Same referral sent again",
    decides: "For how many days a withdrawn referral goes back to the same contractor.",
  },
  carryBalanceOnRenewalOfSamePair: {
    name: "Balance at renewal",
    decides: "Whether the balance goes on when both contracts are renewed.",
  },
  allowSingleContractor: {
    name: "Assign with one contractor",
    decides: "Whether referrals are assigned while an area has only one contract in force.",
  },
  transferCounts: {
    name: "Transfers as turns",
    decides: "Whether a transfer to another area counts as a turn there.",
  },
  safetyReportMaxMinutes: {
    name: "Reporting a safety concern",
    decides: "By when a safety concern reaches the Department worker.",
  },
  householdNoticeBusinessDays: {
    name: "Notice of a household change",
    decides: "By when the Department worker is told that someone entered or left.",
  },
  crisisResponseMinutes: {
    name: "Answer to a crisis call",
    decides: "Within which time a crisis call is answered.",
  },
  crisisAfterHoursOnly: {
    name: "Crisis time limit after hours only",
    decides: "Whether the limit applies only outside office hours.",
  },
  coordinatorGraceBusinessDays: {
    name: "Care coordinator assigned",
    decides: "How many business days a contractor has to assign the care coordinator.",
  },
  initialPlanDueDays: {
    name: "First case plan",
    decides: "By when the first family case plan is due.",
  },
  planDueAnchor: {
    name: "Day from which the plan is counted",
    decides: "From which day the due date of the first plan is counted.",
  },
  multipleCriteria: {
    name: "Several candidacy criteria",
    decides: "Whether more than one criterion of candidacy may be chosen for a child.",
  },
  patternStepsRequired: {
    name: "Steps of the pattern",
    decides: "Which steps of the pattern an objective must describe.",
  },
  requireIndividualObjective: {
    name: "Individual Level Objective needed",
    decides: "Whether each plan needs at least one Individual Level Objective.",
  },
  serviceAreaEmpty: {
    name: "Service area without content",
    decides: "What happens when a service area of the plan is left empty.",
  },
  effortGate: {
    name: "Efforts to inform parents",
    decides: "At which step the efforts to inform absent parents must be recorded.",
  },
  virtualAttendanceCounts: {
    name: "Taking part by video or phone",
    decides: "Whether taking part from afar counts as attending the conference.",
  },
  parentalConsentRule: {
    name: "Consent of parents",
    decides: "Whose consent is needed to give the plan to a partner.",
  },
  dpp154ToIdentifiedFathers: {
    name: "DPP-154 to identified fathers",
    decides: "Whether identified fathers get the service appeal form.",
  },
  authorMayApprove: {
    name: "Approving one's own plan",
    decides: "Whether the author of a plan may approve it.",
  },
  redeterminationWindowDays: {
    name: "Window of the redetermination",
    decides: "How many days before the due date the redetermination of candidacy opens.",
  },
  childInclusionPromptAge: {
    name: "Age for asking a child to take part",
    decides: "From which age on the screen asks whether the child takes part in planning.",
  },
  distributionDays: {
    name: "Sending the plan",
    decides: "By when the approved plan is sent to everyone who gets it.",
  },
  tprDistribution: {
    name: "Parents whose rights have ended",
    decides: "Whether a parent whose rights have ended gets the plan.",
  },
  dpp154PerVersion: {
    name: "DPP-154 with each version",
    decides: "Whether the service appeal form goes out with each version of the plan.",
  },
};

/** Which version a duty, payment or turn follows (DEC-48). */
export const clockWords: Record<SettingClock, string> = {
  EFFECTIVE_DATE:
    "Counts for services whose referral takes effect on that day or later. Open cases keep the version of their effective date.",
  DUTY: "Counts for contacts whose clock starts on that day or later. What is running keeps its version.",
  LINE_START:
    "Counts for months that are paid from that day on. Earlier months keep their version.",
  EVENT: "Counts for what happens on that day or later. What happened before keeps its version.",
  LAST_SERVICE_DAY: "Counts where the last service day is that day or later.",
  ANCHOR: "Counts where the day from which the plan is counted is that day or later.",
  CONFERENCE: "Counts for plans whose conference is held on that day or later.",
  APPROVAL: "Counts for plans that are approved on that day or later.",
  CANDIDACY_START: "Counts for periods of candidacy that begin on that day or later.",
  SUBMISSION:
    "Counts for referrals that are submitted on that day or later. Assigned referrals stay as they are.",
  EPOCH:
    "Takes effect in each area when its order begins anew: with the first referral after one of its two contracts has changed.",
};

/** Answers of the settings that choose between words. */
export const choiceWords: Record<string, string> = {
  SUNDAY: "Sunday",
  MONDAY: "Monday",
  CALENDAR: "Calendar weeks",
  ROLLING_7: "Seven days in a row",
  FIRST_HOME_ADULT: "An adult of the home is seen",
  FIRST_HOME_MEMBER: "Anyone of the home is seen",
  ALL_REQUIRED_SEEN: "Everyone required is seen",
  MONTH_OF_DAY_31: "The month of day 31",
  FIRST_FULL_MONTH: "The first whole calendar month",
  ADULT_AND_ALL_HOME_CHILDREN: "One adult and every child of the home",
  ANY_HOME_MEMBER: "Anyone of the home",
  EVERY_HOME_MEMBER: "Everyone of the home",
  CANCEL: "It is no longer owed",
  REQUIRE: "It is still owed",
  NONE: "None",
  NEXT_BUSINESS_DAY: "The next business day",
  PREVIOUS_BUSINESS_DAY: "The business day before",
  WARN: "A warning is shown",
  EXCLUDE: "Left out",
  INCLUDE: "Included",
  SERVICE_MONTH: "Months counted from the effective date",
  CALENDAR_MONTH: "Calendar months",
  FULL: "Paid in full",
  PRORATE: "Paid by days",
  ALTERNATE_FROM_LAST: "The one that did not get the last referral",
  STARTER_FIRST: "The one that began the order",
  COMBINED: "One order for both kinds of service",
  PER_SERVICE_TYPE: "One order for each kind of service",
  ASSIGNED: "The day the case is assigned",
  OPENED: "The day the case is opened",
  CONFERENCE: "The day of the conference",
  ALL: "All of them",
  ANY: "Any one of them",
  ERROR: "The plan cannot be sent on",
  DISTRIBUTION: "Before the plan is sent out",
  SUBMISSION: "Before the plan goes to the supervisor",
  CONTINUITY: "Continuity for the family",
};

/** Where the plain answer reads wrong for one setting. */
export const choiceWordsOf: Partial<Record<SettingKey, Record<string, string>>> = {
  reportDueRoll: { NONE: "It stays on that day" },
  partialMonth: { NONE: "Not paid" },
  patternStepsRequired: { NONE: "None of them" },
};

/** The settings in the order and under the headings of the decision register. */
export const settingGroups: readonly {
  readonly label: string;
  readonly keys: readonly SettingKey[];
}[] = [
  {
    label: "First contact, weeks and months",
    keys: [
      "initialContactBusinessDays",
      "initialContactCountsEffectiveDay",
      "firstPeriodDays",
      "weekStartsOn",
      "weekMode",
      "weeklyCount",
      "initialContactAnchor",
      "escalateInitialOverdueDays",
      "monthlyStart",
    ],
  },
  {
    label: "Who must be seen",
    keys: [
      "familyQuorum",
      "otherChildContactMustPostdateMove",
      "entrantGraceBusinessDays",
      "closingWindow",
      "childAgeLimit",
      "icpcTaskForNonPlacement",
      "countSafetyPlanContacts",
      "jointMeetingDeadline",
    ],
  },
  {
    label: "Reports and payment",
    keys: [
      "firstMeetingEmailBusinessDays",
      "reportDueRoll",
      "finalPartialReport",
      "partialTprRule",
      "terminationSummaryDays",
      "summaryOnTransfer",
      "paymentMonth",
      "partialMonth",
      "holdPaymentOnMissed",
    ],
  },
  {
    label: "Assignment in turn",
    keys: [
      "tieBreak",
      "rotationScope",
      "safetyPlanCarryOverRefusesOverride",
      "safetyPlanCarryOverDaysAfterClose",
      "overrideRequiresSupervisor",
      "overrideReasonCodes",
      "resubmissionWindowDays",
      "carryBalanceOnRenewalOfSamePair",
      "allowSingleContractor",
      "transferCounts",
    ],
  },
  {
    label: "What is expected of contractors",
    keys: [
      "safetyReportMaxMinutes",
      "householdNoticeBusinessDays",
      "crisisResponseMinutes",
      "crisisAfterHoursOnly",
      "coordinatorGraceBusinessDays",
    ],
  },
  {
    label: "Case plan",
    keys: [
      "initialPlanDueDays",
      "planDueAnchor",
      "patternStepsRequired",
      "requireIndividualObjective",
      "serviceAreaEmpty",
      "effortGate",
      "virtualAttendanceCounts",
      "childInclusionPromptAge",
      "authorMayApprove",
    ],
  },
  { label: "Candidacy", keys: ["multipleCriteria", "redeterminationWindowDays"] },
  {
    label: "Sending the plan",
    keys: [
      "distributionDays",
      "parentalConsentRule",
      "dpp154ToIdentifiedFathers",
      "dpp154PerVersion",
      "tprDistribution",
    ],
  },
];
