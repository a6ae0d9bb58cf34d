import type { CountedDay, HolidaySource } from "../../calendar/office-calendar.ts";
import type { Citation } from "../../kernel/citation.ts";
import type { ContactId, PersonId, StaffId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { FrequencySource, LivingSetting } from "../../people/people.ts";
import type { SettingKey, SettingValue } from "../../policy/settings.ts";
import type { CancelReason, Duty, ObligationStatus } from "../duty.ts";

/** How one person stands to a duty on the day on which it is judged. */
export const PERSON_VERDICTS = [
  "HOME_ADULT",
  "HOME_CHILD",
  "MARKED_CHILD",
  "CHILD_ELSEWHERE",
  "CHILD_IN_FACILITY",
  "PARENT_ELSEWHERE",
  "NAMED_IN_LEVEL",
  "JOINED_TOO_LATE",
  "NOT_YET_MEMBER",
  "LEFT_CASE",
  "DECEASED",
  "GROWN_UP",
  "OUTSIDE_IOWA",
  "OWN_WINDOW",
  "SEEN_BY_PLAN",
  "NOT_IN_HOME",
  "RIGHTS_ENDED",
] as const;
export type PersonVerdict = (typeof PERSON_VERDICTS)[number];

/** Verdicts of people whom the duty asks for. */
export const OWED_VERDICTS: ReadonlySet<PersonVerdict> = new Set([
  "HOME_ADULT",
  "HOME_CHILD",
  "MARKED_CHILD",
  "CHILD_ELSEWHERE",
  "CHILD_IN_FACILITY",
  "PARENT_ELSEWHERE",
  "NAMED_IN_LEVEL",
]);

/** Whether a recorded contact counts for a duty, or why not. */
export const CONTACT_VERDICTS = [
  "COUNTS",
  "COUNTS_LATE",
  "NOT_FACE_TO_FACE",
  "BY_DEPARTMENT",
  "BEFORE_EFFECTIVE_DATE",
  "AFTER_LAST_SERVICE_DAY",
  "BEFORE_WINDOW",
  "AFTER_WINDOW",
  "BEFORE_LEAVING_HOME",
  "AFTER_CANCELLATION",
] as const;
export type ContactVerdict = (typeof CONTACT_VERDICTS)[number];

/** What would change the duty: each a plain fact that somebody may record. */
export const CHANGES = [
  "CONTACT_WITH",
  "PERSON_JOINS",
  "PERSON_LEAVES_OR_DIES",
  "MOVES_TO_FACILITY",
  "MOVES_OUT_OF_IOWA",
  "MOVES_HOME",
  "MOVES_OUT_OF_HOME",
  "COMES_OF_AGE",
  "SERVICES_END",
  "EFFECTIVE_DATE_CORRECTED",
  "HOLIDAY_CHANGED",
  "EARLIER_FIRST_CONTACT",
  "LEVEL_RECORDED",
  "TASK_DONE",
  "RETURNS_TO_IOWA",
  "WORKER_NOT_AVAILABLE",
  "COORDINATOR_ASSIGNED",
  "COORDINATOR_ENDS",
  "NOTICE_GIVEN",
  "CHANGE_CORRECTED",
] as const;
export type Change = (typeof CHANGES)[number];

/** What made a day the one on which people are judged; of what is only expected, the day on which it begins. */
export const JUDGED_BECAUSE = [
  "EFFECTIVE_DATE",
  "LAST_DAY",
  "AS_OF",
  "LAST_SERVICE_DAY",
  "EXPECTED_BEGIN",
] as const;

/** One step of a reasoning: codes, dates and record ids; the wording package makes sentences of them. */
export type ExplanationStep =
  | {
      /** Of what is only expected: what has to hold for it. */
      readonly step: "ASSUMES";
      readonly what: "NOTHING_NEW" | "FAMILY_SEEN_TODAY";
      readonly on: PlainDate;
    }
  | {
      readonly step: "STARTS";
      readonly from:
        | "EFFECTIVE_DATE"
        | "INITIAL_CONTACT"
        | "FIRST_MONTHLY_MONTH"
        | "LEVEL"
        | "PLACEMENT_OUTSIDE_IOWA";
      readonly on: PlainDate;
      readonly contact?: ContactId;
    }
  | {
      readonly step: "SETTING";
      readonly key: SettingKey;
      readonly value: SettingValue;
      /** First day of the version; absent: from the beginning. */
      readonly validFrom?: PlainDate;
      readonly source: string;
      /** The day that chose the version (DEC-48). */
      readonly chosenOn: PlainDate;
    }
  | {
      readonly step: "COUNT_BUSINESS_DAYS";
      readonly from: PlainDate;
      readonly days: readonly CountedDay[];
      readonly dueOn: PlainDate;
      readonly calendars: readonly { readonly year: number; readonly source: HolidaySource }[];
    }
  | {
      readonly step: "COUNT_DAYS";
      readonly day1: PlainDate;
      readonly days: number;
      readonly lastDay: PlainDate;
    }
  | {
      readonly step: "WEEKS";
      readonly weekZero: { readonly start: PlainDate; readonly end: PlainDate };
      readonly n: number;
      readonly start: PlainDate;
      readonly end: PlainDate;
    }
  | {
      readonly step: "WINDOW";
      readonly unit: "WEEK" | "MONTH";
      readonly start: PlainDate;
      readonly end: PlainDate;
    }
  | {
      readonly step: "LEVEL";
      readonly minimum: number;
      readonly effective: number;
      /** The day on which the minimum was met, where more is asked for: both are reported (DEC-20). */
      readonly minimumMetOn?: PlainDate;
      readonly records: readonly LevelRecord[];
    }
  | {
      readonly step: "JUDGED_ON";
      readonly on: PlainDate;
      readonly because: (typeof JUDGED_BECAUSE)[number];
    }
  | {
      readonly step: "PERSON";
      readonly person: PersonId;
      readonly verdict: PersonVerdict;
      readonly setting: LivingSetting;
      readonly state: string;
      readonly since?: PlainDate;
      /** First day of membership, where the person joined later. */
      readonly joined?: PlainDate;
      /** Business days left after the joining day, where that decides (DEC-13). */
      readonly businessDaysLeft?: number;
    }
  | {
      readonly step: "CONTACT";
      readonly contact: ContactId;
      readonly on: PlainDate;
      /** The people of this duty who were seen. */
      readonly people: readonly PersonId[];
      readonly verdict: ContactVerdict;
    }
  | {
      readonly step: "TASK_RECORD";
      readonly on: PlainDate;
      /** The day of the meeting that an e-mail stated (REP-2). */
      readonly states?: PlainDate;
      readonly counts: boolean;
    }
  | {
      /** A care coordinator of the service; it counts where it holds on the day (EXP-3). */
      readonly step: "COORDINATOR";
      readonly id?: StaffId;
      readonly name?: string;
      readonly from: PlainDate;
      readonly to?: PlainDate;
      readonly counts: boolean;
    }
  | {
      /** Days without a care coordinator on which one is expected, up to the day that is asked about. */
      readonly step: "NO_COORDINATOR";
      readonly from: PlainDate;
      readonly to: PlainDate;
    }
  | {
      /** Someone entered or left the home: a member, or someone else in words (EXP-6). */
      readonly step: "HOUSEHOLD_CHANGE";
      readonly type: "ENTERED" | "EXITED";
      readonly on: PlainDate;
      readonly person?: PersonId;
      readonly who?: string;
    }
  | {
      /** When the Department was told; without a day it has not been, and the days run on. */
      readonly step: "NOTICE";
      readonly on?: PlainDate;
      readonly businessDays: number;
    }
  | {
      readonly step: "SETTLED";
      readonly on: PlainDate;
      readonly by?: ContactId;
      readonly late: boolean;
    }
  | { readonly step: "CANCELLED"; readonly on: PlainDate; readonly reason?: CancelReason }
  | {
      /** Passed unmet, and nobody can make up for it since. */
      readonly step: "LAPSED";
      readonly on: PlainDate;
      readonly reason: CancelReason;
    }
  | {
      readonly step: "WAITS_FOR";
      /** Whom or what: as in a duty; of a task what has to be recorded. */
      readonly missing: readonly string[];
      readonly until?: PlainDate;
    }
  | {
      readonly step: "WOULD_CHANGE";
      readonly change: Change;
      readonly on?: PlainDate;
      readonly who?: readonly string[];
    };

/** A recorded level: whether it is the newest of its source, and whether it is the strictest. */
export interface LevelRecord {
  readonly source: FrequencySource;
  readonly times: number;
  readonly per: "WEEK" | "MONTH";
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly governs: boolean;
}

/** A reasoning on a day: rule and citation, then every step in the order in which the rule takes it. */
export interface Reasoning {
  readonly asOf: PlainDate;
  readonly rule: {
    readonly id: string;
    readonly cites: readonly Citation[];
    readonly decisions: readonly string[];
  };
  readonly steps: readonly ExplanationStep[];
}

/** Why a duty is as it is. */
export interface Explanation extends Reasoning {
  readonly duty: Duty;
  /** As people read it: what nobody can make up for any more was missed. */
  readonly status: ObligationStatus;
}
