import { toDate, weekdayOfDay } from "../../calendar/day-number.ts";
import { firstDayOfMonth, lastDayOfMonth, monthOfDay, monthText } from "../../calendar/months.ts";
import { firstWeekday } from "../../calendar/weeks.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { Duty } from "../duty.ts";
import type { LevelFacts, PersonFacts } from "../facts/case-facts.ts";
import { policyOn } from "../facts/contact-policy.ts";
import type { EpisodeView } from "../facts/view.ts";
import { closingOf } from "./closing.ts";
import type { InitialContact } from "./first-contact.ts";
import { familyWindow } from "./family-window.ts";
import { isMonthOwed } from "./monthly-start.ts";
import { isChild, isInIowa, isInTime, isMember, isParentElsewhere, stayOn } from "./membership.ts";
import { judgeOwnWindow, progressWith } from "./own-window.ts";
import { dutyRow } from "./duty-rows.ts";

type Subject = PersonFacts | "FAMILY";
type Unit = "WEEK" | "MONTH";

const isOf = (level: LevelFacts, subject: Subject): boolean =>
  subject === "FAMILY" ? level.record.subject === "FAMILY" : level.person === subject;

const isNewer = (a: LevelFacts, b: LevelFacts): boolean => {
  if (a.from !== b.from) return a.from > b.from;
  const [left, right] = [a.record.recordedAt ?? "", b.record.recordedAt ?? ""];
  return left === right ? a.index > b.index : left > right;
};

/** The records in force for a subject on a day: of one source the newest (DEC-20). */
export const levelsInForce = (
  levels: readonly LevelFacts[],
  subject: Subject,
  day: EpochDay,
): readonly LevelFacts[] => {
  const newest: LevelFacts[] = [];
  for (const level of levels) {
    if (!isOf(level, subject) || day < level.from || day > level.to) continue;
    const at = newest.findIndex((other) => other.record.source === level.record.source);
    if (at === -1) newest.push(level);
    else if (isNewer(level, newest[at] as LevelFacts)) newest[at] = level;
  }
  return newest;
};

/**
 * The level asked for in a window: the strictest of what court, worker, family team meeting and plan have recorded, in
 * force on the window's first day; 0 where nothing is recorded. The first unit is the first full one on or after the
 * start of the record and the effective date.
 */
export const levelOn = rule(
  {
    id: "CON-1",
    also: ["CON-2", "CON-3", "CON-7"],
    cites: [ia("55"), ia("57")],
    decisions: ["DEC-19", "DEC-20", "DEC-71"],
  },
  (view: EpisodeView, subject: Subject, per: Unit, firstDay: EpochDay): number => {
    const { levels } = view.facts;
    if (firstDay < view.effective || !levels.some((level) => isOf(level, subject))) return 0;
    // A record that begins later is not known yet, even where the window lies after it.
    const known = levels.filter((level) => level.from <= view.asOf);
    let strictest = 0;
    for (const level of levelsInForce(known, subject, firstDay))
      if (level.record.per === per && level.record.times > strictest)
        strictest = level.record.times;
    return strictest;
  },
);

/** Whether a week of weekly levels begins on a day: on the weekday that the version in force on that day says (DEC-48). */
export const beginsWeek = (
  view: EpisodeView,
  initial: InitialContact | undefined,
  day: EpochDay,
): boolean => {
  const policy = policyOn(view.policies, day);
  const anchor = initial && initial.day <= day ? initial.day : undefined;
  return weekdayOfDay(day) === firstWeekday(policy.weekMode, policy.weekStartsOn, anchor);
};

/** A calendar unit in which a level may make a window; `key` is its name in duty keys. */
interface LevelWindow {
  readonly per: Unit;
  readonly key: string;
  readonly start: EpochDay;
  readonly end: EpochDay;
}

/** Last day on which a window of a level may begin. */
const lastStart = (view: EpisodeView): EpochDay => Math.min(view.asOf, view.closedOn);

const months = (view: EpisodeView): readonly LevelWindow[] => {
  const units: LevelWindow[] = [];
  const last = monthOfDay(lastStart(view));
  for (let month = monthOfDay(view.effective - 1) + 1; month <= last; month++)
    units.push({
      per: "MONTH",
      key: monthText(month),
      start: firstDayOfMonth(month),
      end: lastDayOfMonth(month),
    });
  return units;
};

const weeks = (view: EpisodeView, initial: InitialContact | undefined): readonly LevelWindow[] => {
  const units: LevelWindow[] = [];
  for (let day = view.effective; day <= lastStart(view); day++)
    if (beginsWeek(view, initial, day))
      units.push({ per: "WEEK", key: toDate(day), start: day, end: day + 6 });
  return units;
};

/**
 * Whether a level makes a window of its own for a person on a day: a parent outside the home (CON-7), a child in Iowa who
 * has no month window then, or a caretaker for whom a level is recorded. A parent in the home is seen with the family.
 */
const makesOwnWindow = (view: EpisodeView, person: PersonFacts, unit: LevelWindow) => {
  const policy = policyOn(view.policies, unit.start);
  const monthly = unit.per === "MONTH" && isMonthOwed(view, unit.start);
  return (day: EpochDay): boolean => {
    if (!isInTime(view, person, unit.start, unit.end, policy.entrantGraceBusinessDays))
      return false;
    if (person.role === "PARENT") return isParentElsewhere(person, day);
    if (!isMember(person, day)) return false;
    if (person.role !== "CHILD") return true;
    if (!isChild(person, day, policy.childAgeLimit) || !isInIowa(person, day)) return false;
    return !monthly || stayOn(person, day).setting === "PARENTAL_HOME";
  };
};

const personLevelDuty = (
  view: EpisodeView,
  person: PersonFacts,
  unit: LevelWindow,
  times: number,
): Duty | undefined => {
  const policy = policyOn(view.policies, unit.start);
  const closing = closingOf(view, policy.closingWindow, "WINDOW", unit.start, unit.end);
  const result = judgeOwnWindow(view, person, {
    start: unit.start,
    closing,
    fits: makesOwnWindow(view, person, unit),
    progress: progressWith(view, person, times, unit.start, unit.end),
  });
  return (
    result &&
    dutyRow(
      view,
      {
        key: `PLAN:${unit.key}:${person.id}`,
        rule: person.role === "PARENT" ? "CON-7" : "CON-2",
        kind: "WINDOW",
        subject: person.id,
        opens: unit.start,
        due: unit.end,
        minimum: 0,
        times,
      },
      result.progress,
      result.cancelled,
    )
  );
};

/**
 * Windows that recorded levels make of their own: parents outside the home [000:66, 75, 85], and the family or a child
 * wherever no minimum window of the same unit exists (DEC-20). `weekly` are the three weekly windows, which take a
 * weekly family level themselves.
 */
export const levelDuties = rule(
  {
    id: "CON-7",
    also: ["CON-1", "CON-2"],
    cites: [ia("55"), ia("66, 75, 85")],
    decisions: ["DEC-13", "DEC-19", "DEC-20", "DEC-48", "DEC-71"],
  },
  (
    view: EpisodeView,
    initial: InitialContact | undefined,
    weekly: ReadonlySet<EpochDay>,
  ): readonly Duty[] => {
    const { levels } = view.facts;
    if (levels.length === 0) return [];
    const duties: Duty[] = [];
    const units = [
      ...(levels.some((level) => level.record.per === "MONTH") ? months(view) : []),
      ...(levels.some((level) => level.record.per === "WEEK") ? weeks(view, initial) : []),
    ];
    const people = view.facts.people.filter((person) =>
      levels.some((level) => level.person === person),
    );
    const ofFamily = levels.some((level) => level.record.subject === "FAMILY");
    for (const unit of units) {
      const hasMinimum =
        unit.per === "MONTH" ? isMonthOwed(view, unit.start) : weekly.has(unit.start);
      const times = ofFamily && !hasMinimum ? levelOn(view, "FAMILY", unit.per, unit.start) : 0;
      const family =
        times > 0
          ? familyWindow(view, {
              key: `PLAN:${unit.key}:FAMILY`,
              rule: "CON-2",
              policy: policyOn(view.policies, unit.start),
              start: unit.start,
              end: unit.end,
              minimum: 0,
              times,
            })
          : undefined;
      if (family) duties.push(family);
      for (const person of people) {
        const asked = levelOn(view, person, unit.per, unit.start);
        const duty = asked > 0 ? personLevelDuty(view, person, unit, asked) : undefined;
        if (duty) duties.push(duty);
      }
    }
    return duties;
  },
);
