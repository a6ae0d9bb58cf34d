import { NEVER } from "../calendar/day-number.ts";
import { firstDayOfMonth, monthAfter } from "../calendar/months.ts";
import type { EpochDay } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { type CaseFacts, nextFactDay } from "./facts/case-facts.ts";
import { contactPolicies } from "./facts/contact-policy.ts";
import type { JudgedEpisode } from "./evaluate.ts";
import { coordinatorExpectedFrom, escalationDay } from "./warnings.ts";
import { beginsWeek } from "./who-is-owed/levels.ts";

const nextBirthday = (facts: CaseFacts, book: PolicyBook, day: EpochDay): EpochDay => {
  let next = NEVER;
  const limits = new Set(contactPolicies(book).map((policy) => policy.childAgeLimit));
  for (const person of facts.people)
    if (person.role === "CHILD")
      for (const limit of limits) {
        const birthday = person.majorityOn(limit);
        if (birthday > day && birthday < next) next = birthday;
      }
  return next;
};

/** The next day on which windows of an open episode begin or one of its warnings falls due. */
const nextOfEpisode = ({ view, initial }: JudgedEpisode): EpochDay => {
  const { asOf } = view;
  const begins = [firstDayOfMonth(monthAfter(asOf))];
  const weekly = view.facts.levels.some(
    (level) => level.record.per === "WEEK" && level.to > asOf && level.from <= asOf + 7,
  );
  if (weekly) {
    let day = asOf + 1;
    // Two versions may begin their weeks on different days: the next beginning is at most a fortnight away.
    while (day <= asOf + 14 && !beginsWeek(view, initial, day)) day++;
    begins.push(day);
  }
  const flags = [escalationDay(view), coordinatorExpectedFrom(view)].filter((day) => day > asOf);
  return Math.min(...begins, ...flags);
};

/**
 * The next day on which an evaluation may differ although nothing new is recorded. Every change comes from a dated fact, a
 * birthday, the beginning of a calendar window, or a flag that falls due; settings take effect only where a window
 * begins.
 */
export const changesOn = (
  facts: CaseFacts,
  book: PolicyBook,
  day: EpochDay,
  judged: readonly JudgedEpisode[],
): EpochDay | undefined => {
  if (facts.file.profile !== "IA_FSRP") return undefined;
  const next = Math.min(
    nextFactDay(facts, day),
    nextBirthday(facts, book, day),
    ...judged
      .filter(({ view }) => view.closedOn === NEVER)
      .map((episode) => nextOfEpisode(episode)),
  );
  return next < NEVER ? next : undefined;
};
