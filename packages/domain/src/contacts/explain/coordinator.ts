import { NEVER, toDate, toDay, toDayOr } from "../../calendar/day-number.ts";
import type { CoordinatorTerm } from "../../casefile/case-file.ts";
import { type EpochDay, maxDate } from "../../kernel/plain-date.ts";
import type { JudgedEpisode } from "../evaluate.ts";
import type { EpisodeView } from "../facts/view.ts";
import { coordinatorExpectedFrom, isCoordinatorMissing } from "../warnings.ts";
import { countStep, settingStep } from "./clock.ts";
import {
  coordinatorKey,
  type ExpectationStanding,
  type ExplainedExpectation,
} from "./expectation.ts";
import type { Change, ExplanationStep } from "./explanation.ts";

const isOn = (term: CoordinatorTerm, day: EpochDay): boolean =>
  toDay(term.from) <= day && day <= toDayOr(term.to, NEVER);

/** Terms that had begun by the day, the earliest first. */
const knownTerms = ({ episode, asOf }: EpisodeView): readonly CoordinatorTerm[] =>
  (episode.coordinators ?? [])
    .filter((term) => toDay(term.from) <= asOf)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

const gapsOf = (
  terms: readonly CoordinatorTerm[],
  from: EpochDay,
  through: EpochDay,
): readonly ExplanationStep[] => {
  const gaps: ExplanationStep[] = [];
  const gap = (first: EpochDay, last: EpochDay) => {
    if (first <= last) gaps.push({ step: "NO_COORDINATOR", from: toDate(first), to: toDate(last) });
  };
  let next = from;
  for (const term of terms) {
    gap(next, Math.min(toDay(term.from) - 1, through));
    next = Math.max(next, toDayOr(term.to, NEVER) + 1);
  }
  gap(next, through);
  return gaps;
};

/** The first day of the unbroken time with a coordinator that reaches the day. */
const unbrokenSince = (terms: readonly CoordinatorTerm[], day: EpochDay) => {
  const [current] = terms.filter((term) => isOn(term, day));
  if (current === undefined) return undefined;
  let since = current.from;
  for (const term of terms.toReversed())
    if (term.from < since && toDayOr(term.to, NEVER) >= toDay(since) - 1) since = term.from;
  return since;
};

const standingOn = (
  view: EpisodeView,
  inForce: readonly CoordinatorTerm[],
): ExpectationStanding => {
  if (view.closedOn < view.asOf) return "SERVICES_ENDED";
  if (inForce.length > 1) return "OVERLAP";
  if (inForce.length === 1) return "ASSIGNED";
  return isCoordinatorMissing(view) ? "MISSING" : "NOT_YET_EXPECTED";
};

const changesOf = (standing: ExpectationStanding, counted: boolean): readonly Change[] => {
  if (standing === "SERVICES_ENDED") return [];
  if (standing === "ASSIGNED" || standing === "OVERLAP")
    return ["COORDINATOR_ENDS", "SERVICES_END"];
  return [
    "COORDINATOR_ASSIGNED",
    "EFFECTIVE_DATE_CORRECTED",
    ...(counted ? (["HOLIDAY_CHANGED"] as const) : []),
    "SERVICES_END",
  ];
};

const termStep = ({ id, name, from, to }: CoordinatorTerm, counts: boolean): ExplanationStep => ({
  step: "COORDINATOR",
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name }),
  from,
  ...(to !== undefined && { to }),
  counts,
});

/** Why an episode has, or should have, a care coordinator on a day (EXP-3, DEC-45). */
export const explainCoordinator = ({ view }: JudgedEpisode): ExplainedExpectation => {
  const { id: episodeId, effectiveDate } = view.episode;
  const day = Math.min(view.asOf, view.closedOn);
  const expectedFrom = coordinatorExpectedFrom(view);
  const terms = knownTerms(view);
  const inForce = terms.filter((term) => isOn(term, day));
  const standing = standingOn(view, inForce);
  const since = unbrokenSince(terms, day);
  const counted = view.policy.coordinatorGraceBusinessDays > 0;
  const { id, cites, decisions = [] } = isCoordinatorMissing.meta;
  return {
    asOf: toDate(view.asOf),
    expectation: {
      key: coordinatorKey(episodeId),
      rule: "EXP-3",
      standing,
      episodeId,
      dueOn: toDate(expectedFrom),
      ...(since !== undefined && { doneOn: maxDate(since, effectiveDate) }),
    },
    rule: { id, cites, decisions },
    steps: [
      { step: "STARTS", from: "EFFECTIVE_DATE", on: effectiveDate },
      settingStep(view, "coordinatorGraceBusinessDays", effectiveDate),
      ...(counted ? [countStep(view, effectiveDate, toDate(expectedFrom))] : []),
      ...terms.map((term) => termStep(term, inForce.includes(term))),
      ...gapsOf(terms, expectedFrom, day),
      ...(standing === "MISSING" || standing === "NOT_YET_EXPECTED"
        ? [{ step: "WAITS_FOR" as const, missing: ["CARE_COORDINATOR"] }]
        : []),
      ...changesOf(standing, counted).map((change): ExplanationStep => ({
        step: "WOULD_CHANGE",
        change,
      })),
    ],
  };
};
