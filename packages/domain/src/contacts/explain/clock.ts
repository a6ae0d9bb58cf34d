import { toDate, toDay } from "../../calendar/day-number.ts";
import { businessDaysBetween } from "../../calendar/office-calendar.ts";
import { startOfWeek } from "../../calendar/weeks.ts";
import { type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { findSettingVersion } from "../../policy/policy-book.ts";
import { type SettingKey, SETTINGS } from "../../policy/settings.ts";
import type { Duty } from "../duty.ts";
import type { JudgedEpisode } from "../evaluate.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import { policyOn } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";
import { levelsInForce } from "../who-is-owed/levels.ts";
import { weeklyFirstWeekday } from "../who-is-owed/weekly.ts";
import type { ExplanationStep } from "./explanation.ts";

/** The version of a setting that a duty uses, with the day that chose it. */
export const settingStep = (
  view: Pick<EpisodeView, "book">,
  key: SettingKey,
  chosenOn: PlainDate,
): ExplanationStep => {
  const version = findSettingVersion(view.book, key, chosenOn);
  return {
    step: "SETTING",
    key,
    value: version === undefined ? SETTINGS[key].default : version.value,
    ...(version?.validFrom !== undefined && { validFrom: version.validFrom }),
    source: version?.source ?? SETTINGS[key].decision,
    chosenOn,
  };
};

/** Business days counted one by one, with what was skipped and which calendar said so. */
export const countStep = (
  view: Pick<EpisodeView, "book" | "calendar">,
  from: PlainDate,
  dueOn: PlainDate,
  /** How far it is counted, where that is beyond the day due. */
  through = dueOn,
): ExplanationStep => {
  const years = [...new Set([yearOf(from), yearOf(through)])];
  return {
    step: "COUNT_BUSINESS_DAYS",
    from,
    days: businessDaysBetween(view.book, from, through),
    dueOn,
    calendars: years.map((year) => ({ year, source: view.calendar.sourceOf(year) })),
  };
};

/** How the five-day deadline was counted; day 0 is the effective date unless the setting counts it (DEC-02). */
export const initialClock = (view: EpisodeView): readonly ExplanationStep[] => {
  const effectiveDate = view.episode.effectiveDate;
  const counted = view.policy.initialContactCountsEffectiveDay;
  return [
    { step: "STARTS", from: "EFFECTIVE_DATE", on: effectiveDate },
    settingStep(view, "initialContactBusinessDays", effectiveDate),
    ...(counted ? [settingStep(view, "initialContactCountsEffectiveDay", effectiveDate)] : []),
    countStep(view, counted ? toDate(view.effective - 1) : effectiveDate, toDate(view.initialDue)),
  ];
};

/** How the first period was counted: the effective date is day 1 (DEC-03). */
export const first30Clock = (view: EpisodeView): readonly ExplanationStep[] => [
  { step: "STARTS", from: "EFFECTIVE_DATE", on: view.episode.effectiveDate },
  settingStep(view, "firstPeriodDays", view.episode.effectiveDate),
  {
    step: "COUNT_DAYS",
    day1: view.episode.effectiveDate,
    days: view.policy.firstPeriodDays,
    lastDay: toDate(view.day30),
  },
];

/** How the weekly windows follow from the first meeting with the family (DEC-04, DEC-05). */
export const weeklyClock = (
  { view, initial }: JudgedEpisode,
  duty: Duty,
): readonly ExplanationStep[] => {
  if (!initial || duty.dueOn === undefined) return [];
  const chosenOn = view.episode.effectiveDate;
  const zero = startOfWeek(initial.day, weeklyFirstWeekday(view, initial));
  return [
    { step: "STARTS", from: "INITIAL_CONTACT", on: toDate(initial.day), contact: initial.id },
    settingStep(view, "initialContactAnchor", chosenOn),
    settingStep(view, view.policy.weekMode === "ROLLING_7" ? "weekMode" : "weekStartsOn", chosenOn),
    settingStep(view, "weeklyCount", chosenOn),
    {
      step: "WEEKS",
      weekZero: { start: toDate(zero), end: toDate(zero + 6) },
      n: (toDay(duty.opensOn) - zero) / 7,
      start: duty.opensOn,
      end: duty.dueOn,
    },
  ];
};

/** How a monthly window came to be: the month of day 31 is the first (DEC-12). */
export const monthlyClock = (view: EpisodeView, duty: Duty): readonly ExplanationStep[] =>
  duty.dueOn === undefined
    ? []
    : [
        ...first30Clock(view),
        { step: "STARTS", from: "FIRST_MONTHLY_MONTH", on: toDate(view.day30 + 1) },
        settingStep(view, "monthlyStart", duty.opensOn),
        { step: "WINDOW", unit: "MONTH", start: duty.opensOn, end: duty.dueOn },
      ];

const isWeek = (duty: Duty): boolean =>
  duty.dueOn !== undefined && toDay(duty.dueOn) - toDay(duty.opensOn) === 6;

/** The window that a recorded level makes of its own (DEC-19, DEC-20). */
export const levelClock = (view: EpisodeView, duty: Duty): readonly ExplanationStep[] => {
  if (duty.dueOn === undefined) return [];
  const weekly = isWeek(duty);
  const { weekMode } = policyOn(view.policies, toDay(duty.opensOn));
  return [
    { step: "STARTS", from: "LEVEL", on: duty.opensOn },
    ...(weekly
      ? [settingStep(view, weekMode === "ROLLING_7" ? "weekMode" : "weekStartsOn", duty.opensOn)]
      : []),
    { step: "WINDOW", unit: weekly ? "WEEK" : "MONTH", start: duty.opensOn, end: duty.dueOn },
  ];
};

/** The levels recorded for the subject on the window's first day, and which of them governs (DEC-20, DEC-71). */
export const levelStep = (
  view: EpisodeView,
  duty: Duty,
  person: PersonFacts | undefined,
  minimumMetOn: PlainDate | undefined,
): readonly ExplanationStep[] => {
  const day = toDay(duty.opensOn);
  const known = view.facts.levels.filter((level) => level.from <= view.asOf);
  const inForce = levelsInForce(known, person ?? "FAMILY", day);
  if (inForce.length === 0) return [];
  const unit = isWeek(duty) ? "WEEK" : "MONTH";
  const minimum = duty.level?.minimum ?? 1;
  const effective = duty.level?.effective ?? minimum;
  return [
    {
      step: "LEVEL",
      minimum,
      effective,
      ...(minimumMetOn !== undefined && { minimumMetOn }),
      records: inForce.map(({ record }) => ({
        source: record.source,
        times: record.times,
        per: record.per,
        from: record.from,
        ...(record.to !== undefined && { to: record.to }),
        governs: record.per === unit && record.times === effective,
      })),
    },
  ];
};
