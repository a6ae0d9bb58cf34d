import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { LivingSetting } from "../../people/people.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import type { Stay } from "../facts/stays.ts";
import type { EpisodeView } from "../facts/view.ts";

/** Settings with the five-day rule [000:63] and with the thirty-day rule [000:65]. */
export const FIVE_DAY_SETTINGS: ReadonlySet<LivingSetting> = new Set([
  "PARENTAL_HOME",
  "FOSTER_FAMILY",
  "KINSHIP",
  "SHELTER",
]);
export const THIRTY_DAY_SETTINGS: ReadonlySet<LivingSetting> = new Set([
  "PMIC",
  "TOLEDO",
  "GROUP_CARE",
]);

/** The living situation of a person on a day. */
export const stayOn = (person: PersonFacts, day: EpochDay): Stay => {
  const { stays } = person;
  for (let i = stays.length - 1; i > 0; i--) {
    const stay = stays[i] as Stay;
    if (stay.from <= day) return stay;
  }
  return stays[0] as Stay;
};

/** Whether someone had left the case on a day, for a time or for good. */
export const hasLeft = (person: PersonFacts, day: EpochDay): boolean =>
  person.to < day ||
  (person.absences.length > 0 &&
    person.absences.some((absence) => absence.from <= day && day <= absence.to));

/** The day on which someone joined the case, or last came back to it, up to a day. */
export const joinedBy = (person: PersonFacts, day: EpochDay): EpochDay => {
  const absence = person.absences.findLast(({ to }) => to < day);
  return absence === undefined ? person.from : absence.to + 1;
};

/** The first day after a day on which someone is out of the case; `NEVER` for those who stay. */
export const leavesAfter = (person: PersonFacts, day: EpochDay): EpochDay =>
  person.absences.find(({ from }) => from > day)?.from ?? person.to + 1;

/** Whether someone belongs to the case on a day: joined, not left, alive. They need not share an address (CASE-6). */
export const isMember = rule(
  {
    id: "CASE-6",
    also: ["CASE-3", "CASE-4", "CASE-5", "SCP-2"],
    cites: [ia("17-28")],
    decisions: ["DEC-13"],
  },
  (person: PersonFacts, day: EpochDay): boolean =>
    person.from <= day && !hasLeft(person, day) && day < person.diedOn,
);

/** A case child is one until the birthday that the setting names, unless the case goes on (DEC-15). */
export const isChild = rule(
  {
    id: "CON-14",
    also: ["CASE-1", "CASE-2"],
    cites: [ia("21, 63, 74, 84")],
    decisions: ["DEC-15"],
  },
  (person: PersonFacts, day: EpochDay, ageLimit: number): boolean =>
    person.role === "CHILD" && day < person.majorityOn(ageLimit),
);

export const isAdult = (person: PersonFacts): boolean => person.role !== "CHILD";

export const isInIowa = (person: PersonFacts, day: EpochDay): boolean =>
  stayOn(person, day).state === "IA";

const livesInParentalHome = (person: PersonFacts, day: EpochDay): boolean =>
  stayOn(person, day).setting === "PARENTAL_HOME";

/** A parent or caretaking adult of the parental home; a step-parent is a caretaking adult (DEC-09). */
export const isHomeAdult = (person: PersonFacts, day: EpochDay): boolean =>
  isAdult(person) && isMember(person, day) && livesInParentalHome(person, day);

/** A case child who lives in the parental home. */
export const isHomeChild = (person: PersonFacts, day: EpochDay, ageLimit: number): boolean =>
  isChild(person, day, ageLimit) &&
  isMember(person, day) &&
  livesInParentalHome(person, day) &&
  isInIowa(person, day);

/** A case child in Iowa outside the parental home: each has obligations of its own [000:74, 84]. */
export const isChildElsewhere = (person: PersonFacts, day: EpochDay, ageLimit: number): boolean =>
  isChild(person, day, ageLimit) &&
  isMember(person, day) &&
  !livesInParentalHome(person, day) &&
  isInIowa(person, day);

/** A parent who does not live in the home and has rights to a case child (CON-7, CASE-5). */
export const isParentElsewhere = (person: PersonFacts, day: EpochDay): boolean =>
  person.role === "PARENT" &&
  isMember(person, day) &&
  !livesInParentalHome(person, day) &&
  day < person.rightsEndedOn;

/**
 * Whether someone is new to the case inside a window: joined, or came back, after services began and not before the
 * window.
 */
export const isEntrant = (
  person: PersonFacts,
  effective: EpochDay,
  start: EpochDay,
  end: EpochDay,
): boolean => {
  const joined = joinedBy(person, end);
  return joined > effective && joined >= start;
};

/**
 * Whether someone who newly joined is owed in the window: only if enough business days remain after the joining day,
 * otherwise from the next window on. A move of someone who is already a member has no grace (DEC-13).
 */
export const isInTime = rule(
  { id: "CON-14", cites: [ia("21")], decisions: ["DEC-13"] },
  (
    view: EpisodeView,
    person: PersonFacts,
    start: EpochDay,
    end: EpochDay,
    graceBusinessDays: number,
  ): boolean =>
    graceBusinessDays === 0 ||
    !isEntrant(person, view.effective, start, end) ||
    view.calendar.between(joinedBy(person, end), end) >= graceBusinessDays,
);
