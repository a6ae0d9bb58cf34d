import { BEGINNING, NEVER, toDay } from "../../calendar/day-number.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { CancelReason, Duty } from "../duty.ts";
import { lastServiceDayOf, type CountedContact, type PersonFacts } from "../facts/case-facts.ts";
import type { EpisodeView } from "../facts/view.ts";
import { closingOf } from "./closing.ts";
import { type Cancelled, dutyRow } from "./duty-rows.ts";
import { lapsesOn } from "./lapse.ts";
import {
  FIVE_DAY_SETTINGS,
  isChild,
  isHomeAdult,
  isHomeChild,
  isMember,
  leavesAfter,
  stayOn,
  THIRTY_DAY_SETTINGS,
} from "./membership.ts";
import { firstSeen } from "./seen.ts";

/**
 * Who must be seen within five business days: parents and caretaking adults in the home, and the children whom the
 * worker identified at referral as abuse victims or CINA, at home or in foster family, kinship or shelter care in Iowa.
 * Frozen at the effective date (DEC-09).
 */
export const isOnFiveDayList = rule(
  {
    id: "CON-4",
    also: ["CASE-1", "CASE-2", "CASE-5"],
    cites: [ia("60-63")],
    decisions: ["DEC-09", "DEC-15", "DEC-16"],
  },
  (person: PersonFacts, effective: EpochDay, ageLimit: number): boolean => {
    if (!isMember(person, effective)) return false;
    if (isHomeAdult(person, effective)) return true;
    const stay = stayOn(person, effective);
    return (
      isChild(person, effective, ageLimit) &&
      stay.state === "IA" &&
      FIVE_DAY_SETTINGS.has(stay.setting) &&
      person.marks.some((mark) => mark.from <= effective && effective <= mark.to)
    );
  },
);

/** First day whose contacts count for the five-day and first-30-day duties (DEC-18). */
export const earlyContactsFrom = (view: EpisodeView): EpochDay => {
  if (!view.policy.countSafetyPlanContacts) return view.effective;
  const plans = view.facts.file.episodes.filter(
    (episode) =>
      episode.serviceType === "SAFETY_PLAN" && toDay(episode.effectiveDate) <= view.effective,
  );
  // A case file in shorthand names no safety plan episode: what came before can only be its contacts.
  if (view.facts.file.shorthand && plans.length === 0) return BEGINNING;
  return Math.min(view.effective, ...plans.map((plan) => toDay(plan.effectiveDate)));
};

/** Whether a contact before the effective date was made under a safety plan of the case. */
const underSafetyPlan = (view: EpisodeView, contact: CountedContact): boolean =>
  contact.day >= view.effective ||
  (view.facts.file.shorthand &&
    !view.facts.file.episodes.some((episode) => episode.serviceType === "SAFETY_PLAN")) ||
  view.facts.file.episodes.some(
    (episode) =>
      episode.serviceType === "SAFETY_PLAN" &&
      toDay(episode.effectiveDate) <= contact.day &&
      contact.day <= lastServiceDayOf(episode),
  );

/** The first contact that counts for a five-day or first-30-day duty of a person, on or after a day. */
export const firstEarlyContact = (
  view: EpisodeView,
  person: PersonFacts,
  from: EpochDay,
  through: EpochDay,
): CountedContact | undefined => {
  if (from >= view.effective) return firstSeen(person, from, through);
  return person.seen.find(
    (contact) => contact.day >= from && contact.day <= through && underSafetyPlan(view, contact),
  );
};

/** The code for a child who, on a day, lives where another rule than the five days applies (DEC-10). */
const reclassifiedOn = (person: PersonFacts, day: EpochDay): CancelReason | undefined => {
  if (person.role !== "CHILD") return undefined;
  const stay = stayOn(person, day);
  // A facility outside Iowa is left to the Interstate Compact like any other place there (CON-6).
  if (stay.state !== "IA") return "RECLASSIFIED_OUT_OF_STATE";
  return THIRTY_DAY_SETTINGS.has(stay.setting)
    ? (`RECLASSIFIED_${stay.setting}` as CancelReason)
    : undefined;
};

/** What ends a five-day duty without a contact, and the last day whose contacts still meet it. */
interface Ending extends Cancelled {
  readonly contactsThrough: EpochDay;
}

/** The first event, on or before the deadline, that takes someone off the five-day list (DEC-10, DEC-13, DEC-14). */
export const endingOf = (view: EpisodeView, person: PersonFacts): Ending | undefined => {
  const closing = closingOf(
    view,
    view.policy.closingWindow,
    "DEADLINE",
    view.effective,
    view.initialDue,
  );
  const endings: Ending[] = [];
  const add = (on: EpochDay, reason: CancelReason, contactsThrough = on) => {
    if (on <= closing.judgedOn) endings.push({ on, reason, contactsThrough });
  };
  add(person.diedOn, "DECEASED");
  const left = leavesAfter(person, view.effective);
  add(left, "MEMBER_LEFT", left - 1);
  for (const stay of person.stays) {
    if (stay.from <= view.effective) continue;
    const reason = reclassifiedOn(person, stay.from);
    if (reason) add(stay.from, reason);
  }
  if (closing.cancelledOn < NEVER) add(closing.cancelledOn, "CASE_CLOSED");
  return endings.reduce<Ending | undefined>(
    (first, ending) => (first === undefined || ending.on < first.on ? ending : first),
    undefined,
  );
};

/** A five-day duty with the person it is about: the anchor of the weekly windows may depend on all of them. */
export interface FirstContact {
  readonly person: PersonFacts;
  readonly duty: Duty;
}

/**
 * Face-to-face contact within five business days of the referral, each person separately [000:59-63]. A late contact
 * cures (DEC-17); an event after the deadline changes nothing, because the list is judged on its last day (DEC-13).
 */
export const firstContacts = rule(
  {
    id: "CON-4",
    also: ["REF-1"],
    cites: [ia("59-63"), ia("68")],
    decisions: ["DEC-02", "DEC-09", "DEC-10", "DEC-13", "DEC-14", "DEC-17", "DEC-18"],
  },
  (view: EpisodeView): readonly FirstContact[] => {
    const from = earlyContactsFrom(view);
    return view.facts.people
      .filter((person) => isOnFiveDayList(person, view.effective, view.policy.childAgeLimit))
      .map((person) => {
        const ending = endingOf(view, person);
        const through = Math.min(view.countsThrough, ending?.contactsThrough ?? NEVER);
        const settledBy = firstEarlyContact(view, person, from, through);
        const duty = dutyRow(
          view,
          {
            key: `INITIAL:${person.id}`,
            rule: "CON-4",
            kind: "DEADLINE",
            subject: person.id,
            opens: view.effective,
            due: view.initialDue,
            lapses: lapsesOn(view, person),
          },
          settledBy ? { settledBy, missing: [] } : { missing: [person.id] },
          settledBy ? undefined : ending,
        );
        return { person, duty };
      });
  },
);

/** The contact that is the first face-to-face meeting with the family. */
export type InitialContact = Pick<CountedContact, "day" | "id">;

/**
 * The contact that saw the last person with a five-day duty that is not cancelled. Contacts under a safety plan may meet
 * the duty, but are no meeting of this service (DEC-18).
 */
const lastOfFirstContacts = (
  view: EpisodeView,
  contacts: readonly FirstContact[],
): InitialContact | undefined => {
  let last: CountedContact | undefined;
  for (const { person, duty } of contacts) {
    if (duty.cancelledOn) continue;
    const seen = firstSeen(person, view.effective, view.countsThrough);
    if (!seen) return undefined;
    if (!last || seen.order > last.order) last = seen;
  }
  return last;
};

/**
 * The initial family contact: the first with a parent or caretaking adult of the parental home, or with a child living
 * there where no adult does (DEC-05). It anchors the weekly windows and is the meeting that the e-mail confirms.
 */
export const findInitialContact = rule(
  { id: "CON-9", also: ["REP-2"], cites: [ia("73"), ia("95")], decisions: ["DEC-05", "DEC-07"] },
  (view: EpisodeView, first: readonly FirstContact[]): InitialContact | undefined => {
    const { initialContactAnchor, childAgeLimit } = view.policy;
    if (initialContactAnchor === "ALL_REQUIRED_SEEN") return lastOfFirstContacts(view, first);
    return view.contacts.find(({ day, with: seen }) => {
      if (seen.some((person) => isHomeAdult(person, day))) return true;
      if (!seen.some((person) => isHomeChild(person, day, childAgeLimit))) return false;
      return (
        initialContactAnchor === "FIRST_HOME_MEMBER" ||
        !view.facts.people.some((person) => isHomeAdult(person, day))
      );
    });
  },
);
