import { BEGINNING, toDate } from "../../calendar/day-number.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import type { ContactPolicy } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";
import {
  hasLeft,
  isAdult,
  isEntrant,
  isHomeAdult,
  isHomeChild,
  isInTime,
  isParentElsewhere,
  stayOn,
  THIRTY_DAY_SETTINGS,
  joinedBy,
} from "../who-is-owed/membership.ts";
import type { ExplanationStep, PersonVerdict } from "./explanation.ts";

/** Window in which people are judged: its days decide who joined too late (DEC-13). */
export interface JudgedWindow {
  readonly start: EpochDay;
  readonly end: EpochDay;
  readonly judgedOn: EpochDay;
  /** The day that chose the settings (DEC-48). */
  readonly clockOn: EpochDay;
  readonly policy: ContactPolicy;
}

/** Why someone is not in the case, or no child any more, on a day; undefined for those who are. */
const absence = (
  person: PersonFacts,
  day: EpochDay,
  ageLimit: number,
): PersonVerdict | undefined => {
  if (person.diedOn <= day) return "DECEASED";
  if (day < person.from) return "NOT_YET_MEMBER";
  if (hasLeft(person, day)) return "LEFT_CASE";
  if (!isAdult(person) && day >= person.majorityOn(ageLimit)) return "GROWN_UP";
  if (!isAdult(person) && stayOn(person, day).state !== "IA") return "OUTSIDE_IOWA";
  return undefined;
};

/** How someone stands to a family window. */
export const familyVerdict = (
  view: EpisodeView,
  person: PersonFacts,
  window: JudgedWindow,
): PersonVerdict => {
  const { judgedOn, policy } = window;
  const home = isHomeAdult(person, judgedOn) || isHomeChild(person, judgedOn, policy.childAgeLimit);
  if (!home)
    return (
      absence(person, judgedOn, policy.childAgeLimit) ??
      (!isAdult(person)
        ? "OWN_WINDOW"
        : isParentElsewhere(person, judgedOn)
          ? "SEEN_BY_PLAN"
          : "NOT_IN_HOME")
    );
  if (!isInTime(view, person, window.start, window.end, policy.entrantGraceBusinessDays))
    return "JOINED_TOO_LATE";
  return isAdult(person) ? "HOME_ADULT" : "HOME_CHILD";
};

/** How the subject of an own window stands to it. */
export const ownVerdict = (
  view: EpisodeView,
  person: PersonFacts,
  window: JudgedWindow,
): PersonVerdict => {
  const { judgedOn, policy } = window;
  const missing = absence(person, judgedOn, policy.childAgeLimit);
  if (missing) return missing;
  if (person.role === "PARENT")
    return person.rightsEndedOn <= judgedOn ? "RIGHTS_ENDED" : "PARENT_ELSEWHERE";
  if (isAdult(person)) return "NAMED_IN_LEVEL";
  if (!isInTime(view, person, window.start, window.end, policy.entrantGraceBusinessDays))
    return "JOINED_TOO_LATE";
  const { setting } = stayOn(person, judgedOn);
  if (setting === "PARENTAL_HOME") return "HOME_CHILD";
  return THIRTY_DAY_SETTINGS.has(setting) ? "CHILD_IN_FACILITY" : "CHILD_ELSEWHERE";
};

/** How someone came onto the five-day list, which is frozen at the effective date (DEC-09). */
export const fiveDayVerdict = (person: PersonFacts): PersonVerdict =>
  isAdult(person) ? "HOME_ADULT" : "MARKED_CHILD";

/** A person and how the duty sees them, with the records that decide. */
export const personStep = (
  view: EpisodeView,
  person: PersonFacts,
  verdict: PersonVerdict,
  window: JudgedWindow,
): ExplanationStep => {
  const stay = stayOn(person, window.judgedOn);
  const entrant = isEntrant(person, view.effective, window.start, window.end);
  return {
    step: "PERSON",
    person: person.id,
    verdict,
    setting: stay.setting,
    state: stay.state,
    ...(stay.from > BEGINNING && { since: toDate(stay.from) }),
    ...(entrant && {
      joined: toDate(joinedBy(person, window.end)),
      businessDaysLeft: view.calendar.between(joinedBy(person, window.end), window.end),
    }),
  };
};
