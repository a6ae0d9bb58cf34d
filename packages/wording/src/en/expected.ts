import { expectedExplainer, type ExpectedTexts } from "../lib/expected.ts";
import { dates } from "./dates.ts";
import { explainTexts } from "./explain.ts";

const businessDays = (value: unknown) => dates.count(Number(value), "businessDays");

const texts: ExpectedTexts = {
  name: { "EXP-3": "Care coordinator", "EXP-6": "Notice of a household change" },
  standing: {
    ASSIGNED: ({ done }) => `Assigned without a break since ${done}`,
    NOT_YET_EXPECTED: ({ due }) => `Nobody is assigned yet; expected from ${due}`,
    MISSING: ({ due }) => `Nobody is assigned; expected from ${due}`,
    OVERLAP: () => "Two at once; there must be exactly one",
    SERVICES_ENDED: () => "Services have ended; nobody is needed",
    PROMPT: ({ due, done }) =>
      done === "" ? `Not told yet; prompt through ${due}` : `Told ${done}, prompt`,
    SLOW: ({ due, done }) =>
      done === ""
        ? `Not told yet; prompt was through ${due}`
        : `Told ${done}, slow; prompt was through ${due}`,
    NOT_OWED: () => "Recorded by the Department, no notice is owed",
  },
  rule: {
    "EXP-3":
      "The contractor assigns to each case one care coordinator at a time, who coordinates and delivers all of its services.",
    "EXP-6":
      "The contractor promptly tells the Department worker of children and adults who enter or leave the household while the case is open. The number of days is advisory.",
  },
  setting: {
    coordinatorGraceBusinessDays: (v) =>
      Number(v) === 0
        ? "A care coordinator from the effective date on"
        : `A care coordinator within ${businessDays(v)}`,
    householdNoticeBusinessDays: (v) => `Prompt is within ${businessDays(v)}`,
  },
  coordinator: "Care coordinator",
  coordinatorTerm: (from, to, counts) =>
    `${to === undefined ? `since ${from}` : `${from} to ${to}`}${counts ? ", counts" : ""}`,
  noCoordinator: "Nobody assigned",
  householdChange: { ENTERED: "Entered the home", EXITED: "Left the home" },
  notice: "Department told",
  noticeGiven: (date, n) =>
    date === undefined
      ? `not yet, ${businessDays(n)} so far`
      : `${date}, ${n === 0 ? "no business day" : businessDays(n)} after the change`,
  missing: {
    CARE_COORDINATOR: "a care coordinator",
    NOTICE: "the notice to the Department worker",
  },
  change: {
    COORDINATOR_ASSIGNED: "A care coordinator is assigned",
    COORDINATOR_ENDS: "The care coordinator ends without a successor",
    NOTICE_GIVEN: "The Department worker is told",
    CHANGE_CORRECTED: "The day of the household change is corrected",
  },
};

/** What is expected beside contacts, by name. */
export const expectedNames = texts.name;

/** "Why" of what is expected beside contacts, in English. */
export const explainExpected = /* @__PURE__ */ expectedExplainer(explainTexts, texts);
