import { NEVER } from "../../calendar/day-number.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import type { EpisodeView } from "../facts/view.ts";
import type { Closing } from "./closing.ts";
import type { Cancelled } from "./duty-rows.ts";
import { type Progress, progressOf } from "./family.ts";
import { hasLeft, isInIowa, leavesAfter } from "./membership.ts";

/** A window or deadline of one person, as its rule sees it. */
export interface OwnWindow {
  readonly start: EpochDay;
  readonly closing: Closing;
  /** Whether the rule is the one that applies to the person on a day. */
  readonly fits: (day: EpochDay) => boolean;
  /** How far contacts up to a day bring it, as judged on a day. */
  readonly progress: (through: EpochDay, judgedOn: EpochDay) => Progress;
}

/** Progress of an ordinary window: `times` different dates with the person seen, none before the effective date. */
export const progressWith = (
  view: EpisodeView,
  person: PersonFacts,
  times: number,
  start: EpochDay,
  end: EpochDay,
): OwnWindow["progress"] => {
  const only = [person];
  const needs = [{ anyOf: only, label: person.id }];
  const from = Math.max(start, view.effective);
  return (through) => progressOf(needs, only, times, from, Math.min(through, end));
};

export interface OwnResult {
  readonly progress: Progress;
  readonly cancelled?: Cancelled;
}

/** Days after the start, up to the judging day, on which the person moved, left or died. */
const turningDays = (person: PersonFacts, start: EpochDay, judgedOn: EpochDay): EpochDay[] => {
  const days: EpochDay[] = [];
  for (const stay of person.stays)
    if (stay.from > start && stay.from <= judgedOn) days.push(stay.from);
  const gone = Math.min(leavesAfter(person, start), person.diedOn);
  if (gone > start && gone <= judgedOn && !days.includes(gone)) days.push(gone);
  return days.length > 1 ? days.sort((a, b) => a - b) : days;
};

/** Why the person is no longer owed from a day on: died, left the case, or lives outside Iowa. */
const departureOn = (person: PersonFacts, day: EpochDay): Cancelled["reason"] => {
  if (person.diedOn <= day) return "DECEASED";
  if (hasLeft(person, day)) return "MEMBER_LEFT";
  return person.role === "CHILD" && !isInIowa(person, day) ? "OUT_OF_STATE" : undefined;
};

/**
 * Judges the own window of a person: membership and setting count on its last day, until then on the as-of day
 * (DEC-13). A duty that is open and unmet when the person dies, leaves the case or, a child, moves out of Iowa is
 * cancelled from that day and stays so (DEC-16); a contact on the day of the move still meets it. Where another rule fits
 * on the judging day the duty is not listed.
 */
export const judgeOwnWindow = rule(
  {
    id: "CON-14",
    also: ["CON-12"],
    cites: [ia("74, 79, 84, 87")],
    decisions: ["DEC-13", "DEC-15", "DEC-16"],
  },
  (view: EpisodeView, person: PersonFacts, window: OwnWindow): OwnResult | undefined => {
    const { start, closing, fits } = window;
    const progressThrough = (through: EpochDay, judgedOn: EpochDay): Progress =>
      window.progress(Math.min(through, view.countsThrough), judgedOn);
    let metBeforeLeaving: Progress | undefined;
    for (const day of turningDays(person, start, closing.judgedOn)) {
      const reason = departureOn(person, day);
      if (reason === undefined || !fits(day - 1)) continue;
      // The last day of membership is the day before; death and a move take the day of the event whole.
      const progress = progressThrough(reason === "MEMBER_LEFT" ? day - 1 : day, day - 1);
      if (!progress.settledBy) return { progress, cancelled: { on: day, reason } };
      metBeforeLeaving = progress;
    }
    const stillFits = fits(closing.judgedOn);
    if (!stillFits && !(metBeforeLeaving && departureOn(person, closing.judgedOn)))
      return undefined;
    const progress =
      metBeforeLeaving && !stillFits
        ? metBeforeLeaving
        : progressThrough(view.countsThrough, closing.judgedOn);
    return closing.cancelledOn < NEVER && !progress.settledBy
      ? { progress, cancelled: { on: closing.cancelledOn, reason: "CASE_CLOSED" } }
      : { progress };
  },
);
