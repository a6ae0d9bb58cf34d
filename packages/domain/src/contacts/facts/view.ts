import { NEVER, toDay } from "../../calendar/day-number.ts";
import { monthOfDay, type MonthNumber } from "../../calendar/months.ts";
import { officeCalendar, type OfficeCalendar } from "../../calendar/office-calendar.ts";
import type { Episode } from "../../casefile/case-file.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import type { PolicyBook } from "../../policy/policy-book.ts";
import { type CaseFacts, type CountedContact, lastServiceDayOf } from "./case-facts.ts";
import { contactPolicies, type ContactPolicy, policyOn } from "./contact-policy.ts";

/** One FSRP episode as it stands on one day: only what is dated up to that day, the day taken whole. */
export interface EpisodeView {
  readonly facts: CaseFacts;
  readonly episode: Episode;
  readonly book: PolicyBook;
  readonly calendar: OfficeCalendar;
  readonly policies: readonly ContactPolicy[];
  /** Settings of the five-day, first-30-day and weekly duties: those of the effective date (DEC-48). */
  readonly policy: ContactPolicy;
  readonly asOf: EpochDay;
  readonly effective: EpochDay;
  /** Last service day, if it has been reached; `NEVER` before (DEC-14). */
  readonly closedOn: EpochDay;
  /** Last day on which a contact counts so far. */
  readonly countsThrough: EpochDay;
  /** Due day of the five-day contacts (DEC-02). */
  readonly initialDue: EpochDay;
  /** Last day of the first period; "day 30" (DEC-03). */
  readonly day30: EpochDay;
  /** Contacts of this episode up to `countsThrough`, oldest first. */
  readonly contacts: readonly CountedContact[];
}

/** Due day of the five-day contacts: business day 5 after the effective date, which itself is day 0 (DEC-02). */
export const initialContactDue = (
  calendar: OfficeCalendar,
  policy: ContactPolicy,
  effective: EpochDay,
): EpochDay => {
  const n = policy.initialContactBusinessDays;
  return policy.initialContactCountsEffectiveDay
    ? calendar.add(effective - 1, n)
    : calendar.add(effective, n);
};

/** The first calendar month with a monthly contact: that of day 31, or the first full month after day 30 (DEC-12). */
export const firstMonth = (
  monthlyStart: ContactPolicy["monthlyStart"],
  day31: EpochDay,
): MonthNumber =>
  monthlyStart === "MONTH_OF_DAY_31" ? monthOfDay(day31) : monthOfDay(day31 - 1) + 1;

/** Sees an episode on a day; undefined before its effective date and for services without contact rules. */
export const viewEpisode = (
  facts: CaseFacts,
  episode: Episode,
  book: PolicyBook,
  asOf: EpochDay,
): EpisodeView | undefined => {
  const effective = toDay(episode.effectiveDate);
  // Safety plan episodes owe no contact of Topic 6 (REP-3 says so of its reports).
  if (episode.serviceType !== "FSRP" || asOf < effective) return undefined;
  const calendar = officeCalendar(book);
  const policies = contactPolicies(book);
  const policy = policyOn(policies, effective);
  const last = lastServiceDayOf(episode);
  const closedOn = last <= asOf ? last : NEVER;
  const countsThrough = Math.min(asOf, closedOn);
  return {
    facts,
    episode,
    book,
    calendar,
    policies,
    policy,
    asOf,
    effective,
    closedOn,
    countsThrough,
    initialDue: initialContactDue(calendar, policy, effective),
    day30: effective + policy.firstPeriodDays - 1,
    contacts: facts.contacts.filter(
      (contact) => contact.day >= effective && contact.day <= countsThrough,
    ),
  };
};
