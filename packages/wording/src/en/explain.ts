import { type ExplainTexts, explainer } from "../lib/explain.ts";
import { dates } from "./dates.ts";
import { labels } from "./labels.ts";

const days = (value: unknown) => dates.count(Number(value), "days");
const businessDays = (value: unknown) => dates.count(Number(value), "businessDays");
const yesNo = (value: unknown, yes: string, no: string) => (value === true ? yes : no);

/** The words of a reasoning. */
export const explainTexts: ExplainTexts = {
  dates,
  labels,
  title: (status, { due, opens, done }) => {
    switch (status) {
      case "OPEN":
        return due === "" ? `Open since ${opens}, no deadline` : `Due ${due}`;
      case "OVERDUE":
        return `Late, was due ${due}`;
      case "UPCOMING":
        return `Begins ${opens}, due ${due}`;
      case "SATISFIED":
        return `Done ${done}`;
      case "SATISFIED_LATE":
        return `Done late, ${done}; was due ${due}`;
      case "MISSED":
        return `Missed; it had to be done by ${due}`;
      case "CANCELLED":
        return "No longer owed";
    }
  },
  rule: {
    "CON-2": () =>
      "Contacts are made as often as the court, the Department worker, the family team meeting or the case plan asks, and never less often than the minimum.",
    "CON-4": (s) =>
      `Parents and caretakers who live in the home, and children named at referral as abuse victims or subjects of a CINA order, are seen face to face within ${s["initialContactBusinessDays"] === undefined ? "the first business days" : businessDays(s["initialContactBusinessDays"])} of the referral.`,
    "CON-5": (s) =>
      `The contractor and the Department worker meet the family together at the beginning, if the worker is available.${typeof s["jointMeetingDeadline"] === "number" ? "" : " There is no deadline."}`,
    "CON-6": (s) =>
      `A child in a psychiatric medical institution, Toledo or group care is seen face to face once in the first ${s["firstPeriodDays"] === undefined ? "period" : days(s["firstPeriodDays"])}.`,
    "CON-7": () => "A parent who lives outside the home is seen as often as the case plan says.",
    "CON-9": (s) =>
      `After the first contact the family is seen in each of the next ${s["weeklyCount"] === undefined ? "calendar weeks" : `${Number(s["weeklyCount"])} calendar weeks`}: at least one parent or caretaker at home and every case child who lives there. Several visits may add up.`,
    "CON-10": (s) =>
      `A child in Iowa who does not live in the parental home is seen face to face once in the first ${s["firstPeriodDays"] === undefined ? "period" : days(s["firstPeriodDays"])}.`,
    "CON-12": () =>
      "For a child placed outside Iowa the Department worker coordinates through the Interstate Compact.",
    "CON-13": () =>
      "After the first period the family, and every case child in Iowa who lives elsewhere, is seen face to face in each calendar month.",
    "REP-2": () =>
      "After the first face-to-face meeting with the family the contractor confirms it to the Department worker by e-mail.",
  },
  setting: {
    initialContactBusinessDays: (v) => `First contact within ${businessDays(v)}`,
    initialContactCountsEffectiveDay: (v) =>
      yesNo(v, "The effective date counts as a day", "The effective date does not count as a day"),
    firstPeriodDays: (v) => `First period of ${days(v)}`,
    weekStartsOn: (v) => `Weeks begin on ${v === "MONDAY" ? "Monday" : "Sunday"}`,
    weekMode: (v) =>
      v === "ROLLING_7" ? "Weeks of seven days from the first contact" : "Calendar weeks",
    weeklyCount: (v) => `Weekly contacts for ${dates.count(Number(v), "weeks")}`,
    initialContactAnchor: (v) =>
      v === "ALL_REQUIRED_SEEN"
        ? "Weeks follow the day on which everyone required was seen"
        : v === "FIRST_HOME_MEMBER"
          ? "Weeks follow the first contact with anyone at home"
          : "Weeks follow the first contact with a parent or caretaker at home",
    monthlyStart: (v) =>
      v === "FIRST_FULL_MONTH"
        ? "Monthly contacts begin with the first full month"
        : "Monthly contacts begin with the month in which the first period is over",
    familyQuorum: (v) =>
      v === "ANY_HOME_MEMBER"
        ? "Anyone at home is enough"
        : v === "EVERY_HOME_MEMBER"
          ? "Everyone at home must be seen"
          : "One adult at home and all children at home must be seen",
    otherChildContactMustPostdateMove: (v) =>
      yesNo(
        v,
        "Only contacts after the child left home count",
        "Contacts before the child left home count too",
      ),
    entrantGraceBusinessDays: (v) =>
      `Someone who joins is owed a contact only with ${businessDays(v)} left`,
    closingWindow: (v) =>
      v === "REQUIRE"
        ? "Windows begun run to their end when services end"
        : "Open windows end with the services",
    childAgeLimit: (v) => `Children up to the ${String(v)}th birthday`,
    icpcTaskForNonPlacement: (v) =>
      yesNo(
        v,
        "Interstate coordination also without placement",
        "Interstate coordination for placements only",
      ),
    countSafetyPlanContacts: (v) =>
      yesNo(
        v,
        "Contacts of the safety plan services count",
        "Contacts of the safety plan services do not count",
      ),
    jointMeetingDeadline: (v) =>
      v === null
        ? "The joint meeting has no deadline"
        : `The joint meeting is due within ${businessDays(v)}`,
    firstMeetingEmailBusinessDays: (v) =>
      v === null ? "The notice has no deadline" : `The notice is due within ${businessDays(v)}`,
  },
  lines: (text, lines) =>
    `${labels.policyText[text]}, ${/[-,]/u.test(lines) ? "lines" : "line"} ${lines}`,
  decision: (ids) => `${ids.length === 1 ? "Decision" : "Decisions"} ${ids.join(", ")}`,
  inForce: (setting, from, source) =>
    `${setting} (in force ${from === undefined ? "from the beginning" : `since ${from}`}; ${source})`,
  calendar: (year, source) =>
    source === "LIST"
      ? `State office holidays of ${year}, as published`
      : `State office holidays of ${year}, computed by rule because no list is published`,
  weekend: "weekend",
  countDays: (day1, n, last) =>
    `${day1} is day 1; day ${n} is ${last}. Weekends and holidays count.`,
  weeks: (zero, n, window) =>
    `The first contact was in the week ${zero}, which does not count. Week ${n} is ${window}.`,
  window: (unit, window) => `The ${unit === "WEEK" ? "week" : "month"} is ${window}.`,
  assumed: "Expected, if",
  assumes: {
    NOTHING_NEW:
      "nothing new is recorded: everyone lives where the record says, and levels stay as they are",
    FAMILY_SEEN_TODAY: "the family is seen today; the weeks move with the first contact",
  },
  starts: {
    EFFECTIVE_DATE: "Effective date of form 470-3055",
    INITIAL_CONTACT: "First contact with the family",
    FIRST_MONTHLY_MONTH: "First day after the first period",
    LEVEL: "Level in force from",
    PLACEMENT_OUTSIDE_IOWA: "Placed outside Iowa since",
  },
  judged: "Judged on",
  judgedBecause: {
    EXPECTED_BEGIN: "when the time begins",
    EFFECTIVE_DATE: "the effective date",
    LAST_DAY: "the last day of the time",
    AS_OF: "today, while the time runs",
    LAST_SERVICE_DAY: "the last service day",
  },
  verdict: {
    HOME_ADULT: "adult at home, needed",
    HOME_CHILD: "child at home, needed",
    MARKED_CHILD: "child named at referral, needed",
    CHILD_ELSEWHERE: "child living elsewhere in Iowa, needed",
    CHILD_IN_FACILITY: "child in a facility, needed",
    PARENT_ELSEWHERE: "parent living elsewhere, needed",
    NAMED_IN_LEVEL: "named in the recorded level, needed",
    JOINED_TOO_LATE: "joined too late in this time, not needed",
    NOT_YET_MEMBER: "not yet in the case",
    LEFT_CASE: "left the case",
    DECEASED: "has died",
    GROWN_UP: "no longer a child",
    OUTSIDE_IOWA: "lives outside Iowa",
    OWN_WINDOW: "has a contact of their own",
    SEEN_BY_PLAN: "seen as the case plan says",
    NOT_IN_HOME: "does not live in the home",
    RIGHTS_ENDED: "parental rights have been terminated",
  },
  since: (date) => `since ${date}`,
  daysLeft: (n) => `${businessDays(n)} left after joining`,
  contact: (date) => `Contact of ${date}`,
  contactVerdict: {
    COUNTS: "counts",
    COUNTS_LATE: "counts, late",
    NOT_FACE_TO_FACE: "does not count, not face to face",
    BY_DEPARTMENT: "does not count, made by the Department",
    BEFORE_EFFECTIVE_DATE: "does not count, before the effective date",
    AFTER_LAST_SERVICE_DAY: "does not count, after the last service day",
    BEFORE_WINDOW: "does not count, before this time",
    AFTER_WINDOW: "does not count, after this time",
    BEFORE_LEAVING_HOME: "does not count, before the child left home",
    AFTER_CANCELLATION: "does not count, it was no longer owed",
  },
  levelLabel: "How often",
  level: (effective, minimum) =>
    effective === minimum
      ? `${effective} times, the minimum`
      : `${effective} times; the minimum is ${minimum}`,
  minimumMet: (date) => `The minimum was met ${date}`,
  levelRecord: (times, per, from) =>
    `${times} per ${per === "WEEK" ? "week" : "month"}, from ${from}`,
  task: "Recorded",
  taskCounts: "counts",
  taskCountsNot: "does not count",
  taskStates: (date) => `states ${date}`,
  settled: "Met",
  settledOn: (date, late) => (late ? `${date}, late` : date),
  cancelled: "No longer owed since",
  lapsed: "Cannot be made up for since",
  waits: "Still needed",
  missing: (id) => {
    if (id === "ADULT") return "a parent or caretaker at home";
    if (id === "ANYONE_HOME") return "anyone at home";
    if (id === "JOINT_MEETING") return "the joint meeting";
    if (id === "FIRST_MEETING_EMAIL") return "the e-mail";
    if (id === "ICPC_COORDINATION") return "the coordination";
    const further = /^ANOTHER_DATE(?: x(\d+))?/u.exec(id);
    return further === null
      ? undefined
      : further[1] === undefined || further[1] === "1"
        ? "one more date"
        : `${further[1]} more dates`;
  },
  change: (change, who, on) => {
    switch (change) {
      case "CONTACT_WITH":
        return who === "" ? "A face-to-face contact" : `A face-to-face contact with ${who}`;
      case "PERSON_JOINS":
        return "Someone joins the family";
      case "PERSON_LEAVES_OR_DIES":
        return "The person leaves the case or dies";
      case "MOVES_TO_FACILITY":
        return "The child moves to a facility";
      case "MOVES_OUT_OF_IOWA":
        return "The child moves out of Iowa";
      case "MOVES_HOME":
        return "Someone moves back home";
      case "MOVES_OUT_OF_HOME":
        return "Someone moves out of the home";
      case "COMES_OF_AGE":
        return `The child comes of age${on === "" ? "" : ` on ${on}`}`;
      case "SERVICES_END":
        return "Services end";
      case "EFFECTIVE_DATE_CORRECTED":
        return "The effective date is corrected";
      case "HOLIDAY_CHANGED":
        return "A holiday is added or removed";
      case "EARLIER_FIRST_CONTACT":
        return "An earlier first contact is recorded";
      case "LEVEL_RECORDED":
        return "Court, worker, team meeting or plan set another level";
      case "RETURNS_TO_IOWA":
        return "The child returns to Iowa";
      case "TASK_DONE":
        return "It is recorded as done";
      case "WORKER_NOT_AVAILABLE":
        return "It is recorded that the Department worker was not available";
    }
  },
};

/** "Why this date" in English. */
export const explain = /* @__PURE__ */ explainer(explainTexts);
