import { NEVER, toDate, toDay } from "../../calendar/day-number.ts";
import type { Duty } from "../duty.ts";
import type { JudgedEpisode } from "../evaluate.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import { statusOn } from "../status.ts";
import type { Change, ExplanationStep } from "./explanation.ts";

const OF_KEY: Readonly<Record<string, readonly Change[]>> = {
  INITIAL: [
    "MOVES_TO_FACILITY",
    "MOVES_OUT_OF_IOWA",
    "PERSON_LEAVES_OR_DIES",
    "HOLIDAY_CHANGED",
    "EFFECTIVE_DATE_CORRECTED",
    "SERVICES_END",
  ],
  FIRST30: [
    "MOVES_HOME",
    "MOVES_OUT_OF_IOWA",
    "PERSON_LEAVES_OR_DIES",
    "EFFECTIVE_DATE_CORRECTED",
    "SERVICES_END",
  ],
  WEEK: [
    "PERSON_JOINS",
    "MOVES_HOME",
    "MOVES_OUT_OF_HOME",
    "PERSON_LEAVES_OR_DIES",
    "EARLIER_FIRST_CONTACT",
    "LEVEL_RECORDED",
    "SERVICES_END",
  ],
  MONTH: ["PERSON_LEAVES_OR_DIES", "LEVEL_RECORDED", "SERVICES_END"],
  PLAN: ["PERSON_LEAVES_OR_DIES", "LEVEL_RECORDED", "SERVICES_END"],
};

const OF_TASK: Readonly<Partial<Record<Duty["rule"], readonly Change[]>>> = {
  "CON-5": ["TASK_DONE", "WORKER_NOT_AVAILABLE", "EFFECTIVE_DATE_CORRECTED", "SERVICES_END"],
  "CON-12": ["TASK_DONE", "RETURNS_TO_IOWA", "PERSON_LEAVES_OR_DIES", "SERVICES_END"],
  // The end of services leaves it owed: the meeting took place.
  "REP-2": ["TASK_DONE", "EARLIER_FIRST_CONTACT"],
};

const CHILD_ONLY: ReadonlySet<Change> = new Set(["MOVES_TO_FACILITY", "MOVES_OUT_OF_IOWA"]);

const movesOf = (duty: Duty, person: PersonFacts | undefined): readonly Change[] => {
  if (duty.key.startsWith("MONTH:") || duty.key.startsWith("PLAN:")) {
    if (!person) return ["PERSON_JOINS", "MOVES_HOME", "MOVES_OUT_OF_HOME"];
    return person.role === "CHILD" ? ["MOVES_HOME", "MOVES_OUT_OF_IOWA"] : ["MOVES_HOME"];
  }
  return [];
};

/** What would change a duty that is still to be done; what is settled for good has nothing. */
export const changeSteps = ({ view }: JudgedEpisode, duty: Duty): readonly ExplanationStep[] => {
  const status = statusOn(duty, toDate(view.asOf));
  if (status !== "OPEN" && status !== "UPCOMING" && status !== "OVERDUE") return [];
  if (duty.kind === "TASK")
    return (OF_TASK[duty.rule] ?? []).map((change) => ({ step: "WOULD_CHANGE", change }));
  const contact: ExplanationStep = {
    step: "WOULD_CHANGE",
    change: "CONTACT_WITH",
    who: duty.missing,
  };
  if (duty.lapsedOn !== undefined)
    return [{ step: "WOULD_CHANGE", change: "EFFECTIVE_DATE_CORRECTED" }];
  // After the deadline only a contact can change it, or another day from which it is counted (DEC-13, DEC-17, REF-1).
  if (status === "OVERDUE")
    return [contact, { step: "WOULD_CHANGE", change: "EFFECTIVE_DATE_CORRECTED" }];
  const person = duty.subject === "FAMILY" ? undefined : view.facts.byId.get(duty.subject);
  const prefix = duty.key.split(":")[0] ?? "";
  const changes = [...movesOf(duty, person), ...(OF_KEY[prefix] ?? [])].filter(
    (change) => !CHILD_ONLY.has(change) || person?.role === "CHILD",
  );
  const birthday =
    person?.role === "CHILD" && prefix !== "INITIAL"
      ? person.majorityOn(view.policy.childAgeLimit)
      : NEVER;
  const comesOfAge = duty.dueOn !== undefined && birthday <= toDay(duty.dueOn);
  return [
    contact,
    ...changes.map((change): ExplanationStep => ({ step: "WOULD_CHANGE", change })),
    ...(comesOfAge
      ? [{ step: "WOULD_CHANGE", change: "COMES_OF_AGE", on: toDate(birthday) } as const]
      : []),
  ];
};
