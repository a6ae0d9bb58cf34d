import { ia } from "../kernel/citation.ts";
import { toDate, toDay, toDayOr, NEVER } from "../calendar/day-number.ts";
import type { EpochDay } from "../kernel/plain-date.ts";
import type { WarningCode } from "../kernel/codes.ts";
import type { Warning } from "../kernel/result.ts";
import { rule, type RuleMeta } from "../kernel/rule.ts";
import type { EpisodeView } from "./facts/view.ts";
import type { FirstContact, InitialContact } from "./who-is-owed/first-contact.ts";
import { levelsInForce } from "./who-is-owed/levels.ts";
import {
  isHomeAdult,
  isHomeChild,
  isMember,
  isParentElsewhere,
  stayOn,
} from "./who-is-owed/membership.ts";

/** First day on which a case without initial contact is flagged to the supervisor (DEC-07). */
export const escalationDay = (view: EpisodeView): EpochDay =>
  view.initialDue + 1 + view.policy.escalateInitialOverdueDays;

/** First day on which a missing care coordinator is shown (DEC-45). */
export const coordinatorExpectedFrom = (view: EpisodeView): EpochDay =>
  view.calendar.add(view.effective, view.policy.coordinatorGraceBusinessDays);

/** No initial family contact by the day after the five-day deadline: goes to the supervisor. */
export const initialContactOverdue = rule(
  { id: "CON-4", cites: [ia("59-60")], decisions: ["DEC-07"] },
  (
    view: EpisodeView,
    first: readonly FirstContact[],
    initial: InitialContact | undefined,
  ): boolean => {
    if (initial || view.asOf < escalationDay(view)) return false;
    const someoneHome = view.facts.people.some(
      (person) =>
        isHomeAdult(person, view.asOf) || isHomeChild(person, view.asOf, view.policy.childAgeLimit),
    );
    return someoneHome || first.some(({ duty }) => !duty.settledOn && !duty.cancelledOn);
  },
);

/** Exactly one care coordinator at a time; missing from the effective date on (EXP-3). */
export const isCoordinatorMissing = rule(
  { id: "EXP-3", cites: [ia("47")], decisions: ["DEC-45"] },
  (view: EpisodeView): boolean =>
    view.asOf >= coordinatorExpectedFrom(view) &&
    !(view.episode.coordinators ?? []).some(
      (term) => toDay(term.from) <= view.asOf && view.asOf <= toDayOr(term.to, NEVER),
    ),
);

/** Parents outside the home for whom nobody has recorded a frequency: a warning only, never overdue (DEC-19). */
export const parentsWithoutFrequency = rule(
  { id: "CON-7", cites: [ia("66, 75, 85")], decisions: ["DEC-19"] },
  (view: EpisodeView) =>
    view.facts.people.filter(
      (person) =>
        isParentElsewhere(person, view.asOf) &&
        levelsInForce(view.facts.levels, person, view.asOf).length === 0,
    ),
);

/** Someone whose whereabouts nobody knows: still owed, and flagged (CON-14). */
export const peopleOfUnknownWhereabouts = rule(
  { id: "CON-14", cites: [ia("74, 84")], decisions: ["DEC-13"] },
  (view: EpisodeView) =>
    view.facts.people.filter(
      (person) => isMember(person, view.asOf) && stayOn(person, view.asOf).setting === "UNKNOWN",
    ),
);

const RULES: Readonly<Partial<Record<WarningCode, RuleMeta>>> = {
  INITIAL_CONTACT_OVERDUE: initialContactOverdue.meta,
  CARE_COORDINATOR_MISSING: isCoordinatorMissing.meta,
  NO_FREQUENCY_SPECIFIED: parentsWithoutFrequency.meta,
  WHEREABOUTS_UNKNOWN: peopleOfUnknownWhereabouts.meta,
};

/** The rule behind a warning of an evaluation, with its lines. */
export const ruleOfWarning = (code: WarningCode): RuleMeta | undefined => RULES[code];

/** What is shown about an episode on a day; nothing after its last service day. */
export const warningsOf = (
  view: EpisodeView,
  first: readonly FirstContact[],
  initial: InitialContact | undefined,
): readonly Warning[] => {
  if (view.asOf > view.closedOn) return [];
  const warnings: Warning[] = [];
  const episodeId = view.episode.id;
  if (initialContactOverdue(view, first, initial))
    warnings.push({
      code: "INITIAL_CONTACT_OVERDUE",
      params: { episodeId, dueOn: toDate(view.initialDue) },
    });
  if (isCoordinatorMissing(view))
    warnings.push({ code: "CARE_COORDINATOR_MISSING", params: { episodeId } });
  for (const person of parentsWithoutFrequency(view))
    warnings.push({ code: "NO_FREQUENCY_SPECIFIED", params: { of: person.id, episodeId } });
  for (const person of peopleOfUnknownWhereabouts(view))
    warnings.push({ code: "WHEREABOUTS_UNKNOWN", params: { of: person.id, episodeId } });
  return warnings;
};
