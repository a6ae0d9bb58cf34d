import { inForceOn } from "../kernel/interval.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";
import type { CaseStage } from "../views/cases.ts";
import type { CaseFile, Episode } from "./case-file.ts";
import { readCaseFile } from "./read-case-file.ts";

/** Where a case stands on a day, and the next day on which that changes by itself. */
export interface StageOn {
  readonly stage: CaseStage;
  readonly changesOn?: PlainDate;
}

/**
 * The stage of a case on a day (D2): computed from dates, never recorded. Of several running services the one that
 * began last decides.
 */
export const caseStageOn = (caseFile: CaseFile, book: PolicyBook, day: PlainDate): StageOn => {
  const file = readCaseFile(caseFile);
  if (file.profile === "KY_IN_HOME") {
    const last = caseFile.serviceTerminationDate;
    if (last === undefined) return { stage: "OPEN" };
    return last < day ? { stage: "CLOSED" } : { stage: "OPEN", changesOn: addDays(last, 1) };
  }
  const next = file.episodes
    .flatMap((episode) => turningDays(episode, book))
    .filter((turn) => turn > day)
    .reduce<PlainDate | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
  return {
    stage: stageOf(file.episodes, book, day),
    ...(next !== undefined && { changesOn: next }),
  };
};

const stageOf = (episodes: readonly Episode[], book: PolicyBook, day: PlainDate): CaseStage => {
  const running = episodes.findLast((episode) => inForceOn(service(episode), day));
  if (running?.serviceType === "SAFETY_PLAN") return "SAFETY_PLAN";
  if (running !== undefined)
    return day < afterFirstPeriod(running, book) ? "FIRST_30_DAYS" : "ONGOING";
  return episodes.length > 0 && episodes.every((episode) => episode.effectiveDate <= day)
    ? "ENDED"
    : "REFERRED";
};

const service = (episode: Episode) => ({
  from: episode.effectiveDate,
  ...(episode.lastServiceDay !== undefined && { to: episode.lastServiceDay }),
});

/** Day 31 (DEC-03), with the setting of the effective date (DEC-48). */
const afterFirstPeriod = (episode: Episode, book: PolicyBook): PlainDate =>
  addDays(episode.effectiveDate, settingOn(book, "firstPeriodDays", episode.effectiveDate));

const turningDays = (episode: Episode, book: PolicyBook): readonly PlainDate[] => [
  episode.effectiveDate,
  ...(episode.serviceType === "FSRP" ? [afterFirstPeriod(episode, book)] : []),
  ...(episode.lastServiceDay === undefined ? [] : [addDays(episode.lastServiceDay, 1)]),
];

/**
 * Of the children of the case on a day, the day on which the one who was not seen for the longest time was last seen
 * face to face; undefined when one was never seen, or there is none.
 */
export const childLastSeenOn = (file: CaseFile, day: PlainDate): PlainDate | undefined => {
  let worst: PlainDate | undefined;
  for (const child of file.members) {
    const membership = {
      ...(child.joined !== undefined && { from: child.joined }),
      ...(child.to !== undefined && { to: child.to }),
    };
    const dead = child.deceasedOn !== undefined && child.deceasedOn <= day;
    if (child.role !== "CHILD" || dead || !inForceOn(membership, day)) continue;
    let seen: PlainDate | undefined;
    for (const contact of file.contacts)
      if (contact.mode === "FACE_TO_FACE" && contact.date <= day && contact.with.includes(child.id))
        if (seen === undefined || contact.date > seen) seen = contact.date;
    if (seen === undefined) return undefined;
    if (worst === undefined || seen < worst) worst = seen;
  }
  return worst;
};
