import { toDate, toDay } from "../../calendar/day-number.ts";
import type { CaseFile } from "../../casefile/case-file.ts";
import type { EpisodeId, PersonId } from "../../kernel/ids.ts";
import type { EpochDay, PlainDate } from "../../kernel/plain-date.ts";
import type { RuleMeta } from "../../kernel/rule.ts";
import type { PolicyBook } from "../../policy/policy-book.ts";
import type { CancelReason, Duty } from "../duty.ts";
import { judgeCase, type JudgedEpisode } from "../evaluate.ts";
import { caseFacts, type PersonFacts } from "../facts/case-facts.ts";
import type { EpisodeView } from "../facts/view.ts";
import { minimumMetOn } from "../minimum.ts";
import { readsAs } from "../status.ts";
import { earlyContactsFrom, firstContacts } from "../who-is-owed/first-contact.ts";
import { first30Duties, leftHomeOn } from "../who-is-owed/first-30-days.ts";
import { levelDuties } from "../who-is-owed/levels.ts";
import { monthlyDuties } from "../who-is-owed/monthly.ts";
import { firstMeetingTask, icpcTasks, jointMeetingTask } from "../who-is-owed/tasks.ts";
import { weeklyDuties } from "../who-is-owed/weekly.ts";
import { changeSteps } from "./changes.ts";
import {
  first30Clock,
  initialClock,
  levelClock,
  levelStep,
  monthlyClock,
  settingStep,
  weeklyClock,
} from "./clock.ts";
import { contactSteps, type CountingDays } from "./contacts.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";
import {
  familyVerdict,
  fiveDayVerdict,
  type JudgedWindow,
  ownVerdict,
  personStep,
} from "./people.ts";
import { taskSteps, taskWaitsFor } from "./tasks.ts";
import { judgedWindow } from "./window.ts";

/** What duties with one prefix of key have in common. */
interface Family {
  readonly meta: RuleMeta;
  readonly clock: (judged: JudgedEpisode, duty: Duty) => readonly ExplanationStep[];
}

const FAMILIES: Readonly<Record<string, Family>> = {
  INITIAL: { meta: firstContacts.meta, clock: ({ view }) => initialClock(view) },
  FIRST30: { meta: first30Duties.meta, clock: ({ view }) => first30Clock(view) },
  WEEK: { meta: weeklyDuties.meta, clock: weeklyClock },
  MONTH: { meta: monthlyDuties.meta, clock: ({ view }, duty) => monthlyClock(view, duty) },
  PLAN: { meta: levelDuties.meta, clock: ({ view }, duty) => levelClock(view, duty) },
};

const TASKS: Readonly<Record<string, RuleMeta>> = {
  JOINT_MEETING: jointMeetingTask.meta,
  FIRST_MEETING_EMAIL: firstMeetingTask.meta,
  ICPC_COORDINATION: icpcTasks.meta,
};

const judgedOnStep = (view: EpisodeView, on: EpochDay, window: JudgedWindow): ExplanationStep => ({
  step: "JUDGED_ON",
  on: toDate(on),
  because: on === window.end ? "LAST_DAY" : on === view.closedOn ? "LAST_SERVICE_DAY" : "AS_OF",
});

const countingDays = (
  view: EpisodeView,
  duty: Duty,
  person: PersonFacts | undefined,
  on: EpochDay,
): CountingDays => {
  const early = duty.kind === "DEADLINE";
  const from = early ? earlyContactsFrom(view) : Math.max(toDay(duty.opensOn), view.effective);
  if (!person || !duty.key.startsWith("FIRST30:") || !view.policy.otherChildContactMustPostdateMove)
    return { from, before: "BEFORE_WINDOW" };
  return { from: leftHomeOn(person, on, from), before: "BEFORE_LEAVING_HOME" };
};

/** Who is judged, on which day, and what follows from their contacts. */
const peopleSteps = (view: EpisodeView, duty: Duty): readonly ExplanationStep[] => {
  const window = judgedWindow(view, duty);
  const person = duty.subject === "FAMILY" ? undefined : view.facts.byId.get(duty.subject);
  if (person && duty.key.startsWith("INITIAL:")) {
    const frozen = { ...window, judgedOn: view.effective };
    return [
      { step: "JUDGED_ON", on: view.episode.effectiveDate, because: "EFFECTIVE_DATE" },
      personStep(view, person, fiveDayVerdict(person), frozen),
      ...contactSteps(
        view,
        duty,
        new Set([person.id]),
        countingDays(view, duty, person, window.judgedOn),
      ),
    ];
  }
  if (person)
    return [
      judgedOnStep(view, window.judgedOn, window),
      personStep(view, person, ownVerdict(view, person, window), window),
      ...contactSteps(
        view,
        duty,
        new Set([person.id]),
        countingDays(view, duty, person, window.judgedOn),
      ),
    ];
  // Someone who joins after the as-of day is not known yet.
  const verdicts = view.facts.people
    .filter((member) => member.from <= view.asOf)
    .map((member) => [member, familyVerdict(view, member, window)] as const);
  const home = verdicts.filter(([, verdict]) =>
    ["HOME_ADULT", "HOME_CHILD", "JOINED_TOO_LATE"].includes(verdict),
  );
  return [
    settingStep(view, "familyQuorum", toDate(window.clockOn)),
    judgedOnStep(view, window.judgedOn, window),
    ...verdicts.map(([member, verdict]) => personStep(view, member, verdict, window)),
    ...contactSteps(
      view,
      duty,
      new Set<PersonId>(home.map(([member]) => member.id)),
      countingDays(view, duty, undefined, window.judgedOn),
    ),
  ];
};

/** Why a deadline that passed unmet cannot be made up for since a day. */
const lapseReason = (view: EpisodeView, duty: Duty, on: EpochDay): CancelReason => {
  if (on === view.closedOn) return "CASE_CLOSED";
  const person = duty.subject === "FAMILY" ? undefined : view.facts.byId.get(duty.subject);
  return person?.diedOn === on ? "DECEASED" : "MEMBER_LEFT";
};

const outcomeStep = (view: EpisodeView, duty: Duty): ExplanationStep => {
  if (duty.cancelledOn !== undefined)
    return {
      step: "CANCELLED",
      on: duty.cancelledOn,
      ...(duty.cancelReason && { reason: duty.cancelReason }),
    };
  if (duty.settledOn !== undefined)
    return {
      step: "SETTLED",
      on: duty.settledOn,
      ...(duty.settledBy && { by: duty.settledBy }),
      late: duty.kind !== "WINDOW" && duty.dueOn !== undefined && duty.settledOn > duty.dueOn,
    };
  const { lapsedOn } = duty;
  if (lapsedOn !== undefined)
    return { step: "LAPSED", on: lapsedOn, reason: lapseReason(view, duty, toDay(lapsedOn)) };
  return {
    step: "WAITS_FOR",
    missing: duty.kind === "TASK" ? taskWaitsFor(duty) : duty.missing,
    ...(duty.dueOn !== undefined && { until: duty.dueOn }),
  };
};

const stepsOf = (
  judged: JudgedEpisode,
  duty: Duty,
  family: Family | undefined,
  minimumMet: PlainDate | undefined,
) => {
  const { view } = judged;
  const person = duty.subject === "FAMILY" ? undefined : view.facts.byId.get(duty.subject);
  const reasoning = family
    ? [
        ...family.clock(judged, duty),
        ...levelStep(view, duty, person, minimumMet),
        ...peopleSteps(view, duty),
      ]
    : taskSteps(judged, duty);
  return [...reasoning, outcomeStep(view, duty), ...changeSteps(judged, duty)];
};

/**
 * Why one duty is as it stands on a day: the rule with its citation, the settings used, the days counted, everyone judged,
 * the contacts that count and those that do not, what it waits for and what would change it. Undefined where the day
 * knows no such duty.
 */
export const explain = (
  caseFile: CaseFile,
  book: PolicyBook,
  asOf: PlainDate,
  episodeId: EpisodeId,
  key: string,
): Explanation | undefined => {
  const judged = judgeCase(caseFacts(caseFile), book, toDay(asOf)).find(
    ({ view }) => view.episode.id === episodeId,
  );
  const duty = judged?.duties.find((candidate) => candidate.key === key);
  if (!judged || !duty) return undefined;
  const [prefix = "", second = ""] = key.split(":");
  const family = FAMILIES[prefix];
  const meta = family?.meta ?? TASKS[second];
  return {
    duty,
    asOf,
    status: readsAs(duty, asOf),
    rule: { id: duty.rule, cites: meta?.cites ?? [], decisions: meta?.decisions ?? [] },
    steps: stepsOf(judged, duty, family, minimumMetOn(caseFile, book, asOf, duty)),
  };
};
