import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { CountedContact, PersonFacts } from "../facts/case-facts.ts";
import type { ContactPolicy } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";
import { isHomeAdult, isHomeChild, isInTime } from "./membership.ts";
import { anySeenOn, datesSeen, firstSeen, nthDate } from "./seen.ts";

/** Whom a window still waits for: a person id, or one of these words. */
export const ANY_ADULT = "ADULT";
export const ANYONE_HOME = "ANYONE_HOME";
export const anotherDate = (n: number): string => `ANOTHER_DATE x${n}`;

/** The people of the parental home as judged for one window. */
export interface HomeRoster {
  readonly adults: readonly PersonFacts[];
  readonly children: readonly PersonFacts[];
  /** Those who are owed: all but late entrants (DEC-13). */
  readonly owedAdults: readonly PersonFacts[];
  readonly owedChildren: readonly PersonFacts[];
}

/** Who lives in the parental home on the judging day of a window, and who of them joined in time to be owed. */
export const homeRoster = (
  view: EpisodeView,
  policy: ContactPolicy,
  start: EpochDay,
  end: EpochDay,
  judgedOn: EpochDay,
): HomeRoster => {
  const { people } = view.facts;
  const adults = people.filter((person) => isHomeAdult(person, judgedOn));
  const children = people.filter((person) => isHomeChild(person, judgedOn, policy.childAgeLimit));
  const inTime = (person: PersonFacts) =>
    isInTime(view, person, start, end, policy.entrantGraceBusinessDays);
  return {
    adults,
    children,
    owedAdults: adults.filter(inTime),
    owedChildren: children.filter(inTime),
  };
};

/** One thing a quorum needs: any of these people. */
export interface Need {
  readonly anyOf: readonly PersonFacts[];
  /** How the need is named while it is open. */
  readonly label: string;
}

/**
 * What makes up a contact "with the family": an adult of the parental home and every case child living there; the
 * children alone where no such adult is owed; no window where nobody is (DEC-08).
 */
export const familyNeeds = rule(
  {
    id: "CON-9",
    also: ["CON-13"],
    cites: [ia("73-74"), ia("84")],
    decisions: ["DEC-08", "DEC-13"],
  },
  (quorum: ContactPolicy["familyQuorum"], roster: HomeRoster): readonly Need[] => {
    const { owedAdults, owedChildren } = roster;
    if (owedAdults.length + owedChildren.length === 0) return [];
    const each = (people: readonly PersonFacts[]): Need[] =>
      people.map((person) => ({ anyOf: [person], label: person.id }));
    switch (quorum) {
      case "ANY_HOME_MEMBER":
        return [{ anyOf: [...roster.adults, ...roster.children], label: ANYONE_HOME }];
      case "EVERY_HOME_MEMBER":
        return [...each(owedAdults), ...each(owedChildren)];
      case "ADULT_AND_ALL_HOME_CHILDREN":
        return owedAdults.length === 0
          ? each(owedChildren)
          : [{ anyOf: roster.adults, label: ANY_ADULT }, ...each(owedChildren)];
    }
  },
);

/** How far a window has come: what completed it, or whom it waits for. */
export interface Progress {
  readonly settledBy?: CountedContact;
  readonly missing: readonly string[];
}

/**
 * Judges needs against the contacts of a window; several visits may add up (DEC-08). A level of n asks for n different
 * dates besides, each with one of `members` seen: settled on the later of both (DEC-20).
 */
export const progressOf = (
  needs: readonly Need[],
  members: readonly PersonFacts[],
  times: number,
  from: EpochDay,
  through: EpochDay,
): Progress => {
  const missing: string[] = [];
  let completedOn = from - 1;
  for (const need of needs) {
    let first: EpochDay | undefined;
    for (const person of need.anyOf) {
      const seen = firstSeen(person, from, through);
      if (seen && (first === undefined || seen.day < first)) first = seen.day;
    }
    if (first === undefined) missing.push(need.label);
    else if (first > completedOn) completedOn = first;
  }
  if (missing.length > 0) return { missing };
  if (times > 1) {
    const last = nthDate(members, times, from, through);
    if (!last) return { missing: [anotherDate(times - datesSeen(members, from, through))] };
    if (last.day > completedOn) completedOn = last.day;
  }
  const settledBy = anySeenOn(members, completedOn);
  return settledBy ? { settledBy, missing } : { missing };
};
