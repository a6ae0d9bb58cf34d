import { NEVER, toDate, toDay } from "../calendar/day-number.ts";
import { monthText } from "../calendar/months.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import type { ContactId, EpisodeId } from "../kernel/ids.ts";
import type { EpochDay, PlainDate } from "../kernel/plain-date.ts";
import type { Warning } from "../kernel/result.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { changesOn } from "./changes-on.ts";
import type { Duty } from "./duty.ts";
import { type CaseFacts, caseFacts } from "./facts/case-facts.ts";
import { type EpisodeView, viewEpisode } from "./facts/view.ts";
import { warningsOf } from "./warnings.ts";
import {
  findInitialContact,
  type FirstContact,
  firstContacts,
  type InitialContact,
} from "./who-is-owed/first-contact.ts";
import { first30Duties } from "./who-is-owed/first-30-days.ts";
import { levelDuties } from "./who-is-owed/levels.ts";
import { monthlyDuties } from "./who-is-owed/monthly.ts";
import { firstMonthlyMonth } from "./who-is-owed/monthly-start.ts";
import { firstMeetingTask, icpcTasks, jointMeetingTask } from "./who-is-owed/tasks.ts";
import { weeklyDuties, weeklyStarts } from "./who-is-owed/weekly.ts";

/** The dates from which the clocks of an FSRP episode run. */
export interface EpisodeClocks {
  readonly episodeId: EpisodeId;
  readonly effectiveDate: PlainDate;
  /** Last service day, once it has been reached. */
  readonly lastServiceDay?: PlainDate;
  readonly initialContactDue: PlainDate;
  /** Last day of the first period ("day 30") and the day after. */
  readonly day30: PlainDate;
  readonly day31: PlainDate;
  /** First month with a monthly contact, `yyyy-mm`. */
  readonly firstMonthlyMonth: string;
  /** The first face-to-face meeting with the family (DEC-05). */
  readonly initialFamilyContactOn?: PlainDate;
  readonly initialFamilyContact?: ContactId;
}

/** What is owed on a day: rows of dates, true from that day up to the day before `changesOn`. */
export interface Evaluation {
  readonly asOf: PlainDate;
  readonly duties: readonly Duty[];
  readonly warnings: readonly Warning[];
  readonly episodes: readonly EpisodeClocks[];
  /**
   * The next day from which rows or warnings may differ without any new fact: a window begins, a birthday, a dated move, a
   * setting. Never later than the true change; absent where nothing is to come.
   */
  readonly changesOn?: PlainDate;
}

/** One episode judged on a day, with what later questions need again. */
export interface JudgedEpisode {
  readonly view: EpisodeView;
  readonly first: readonly FirstContact[];
  readonly initial: InitialContact | undefined;
  readonly weekStarts: readonly EpochDay[];
  readonly duties: readonly Duty[];
}

/** Applies every rule to one episode. */
export const judgeEpisode = (view: EpisodeView): JudgedEpisode => {
  const first = firstContacts(view);
  const initial = findInitialContact(view, first);
  const weekStarts = weeklyStarts(view, initial);
  const meeting = firstMeetingTask(view, initial);
  return {
    view,
    first,
    initial,
    weekStarts,
    duties: [
      ...first.map(({ duty }) => duty),
      ...first30Duties(view),
      ...weeklyDuties(view, initial, weekStarts),
      ...monthlyDuties(view),
      ...levelDuties(view, initial, new Set(weekStarts)),
      jointMeetingTask(view),
      ...(meeting ? [meeting] : []),
      ...icpcTasks(view),
    ],
  };
};

/** The FSRP episodes of a case that have begun, judged on a day. Cases of the Kentucky profile owe none of this (DEC-70). */
export const judgeCase = (
  facts: CaseFacts,
  book: PolicyBook,
  asOf: EpochDay,
): readonly JudgedEpisode[] =>
  facts.file.profile === "IA_FSRP"
    ? facts.file.episodes.flatMap((episode) => {
        const view = viewEpisode(facts, episode, book, asOf);
        return view ? judgeEpisode(view) : [];
      })
    : [];

const clocksOf = ({ view, initial }: JudgedEpisode): EpisodeClocks => ({
  episodeId: view.episode.id,
  effectiveDate: view.episode.effectiveDate,
  ...(view.closedOn < NEVER && { lastServiceDay: toDate(view.closedOn) }),
  initialContactDue: toDate(view.initialDue),
  day30: toDate(view.day30),
  day31: toDate(view.day30 + 1),
  firstMonthlyMonth: monthText(firstMonthlyMonth(view)),
  ...(initial && {
    initialFamilyContactOn: toDate(initial.day),
    initialFamilyContact: initial.id,
  }),
});

/**
 * Who must be seen by when, as it stands on a day: every duty of the case with the dates that its status follows from
 * (`statusOn`). Uses only facts dated on or before the day; each duty takes the settings of its own clock (DEC-48).
 */
export const evaluate = (caseFile: CaseFile, book: PolicyBook, asOf: PlainDate): Evaluation => {
  const facts = caseFacts(caseFile);
  const day = toDay(asOf);
  const judged = judgeCase(facts, book, day);
  const next = changesOn(facts, book, day, judged);
  return {
    asOf,
    duties: judged.flatMap((episode) => episode.duties),
    warnings: judged.flatMap(({ view, first, initial }) => warningsOf(view, first, initial)),
    episodes: judged.map(clocksOf),
    ...(next !== undefined && { changesOn: toDate(next) }),
  };
};
