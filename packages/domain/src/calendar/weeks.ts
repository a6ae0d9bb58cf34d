import type { EpochDay, PlainDate, Weekday } from "../kernel/plain-date.ts";
import type { SettingValues } from "../policy/settings.ts";
import { toDate, toDay, weekdayOfDay } from "./day-number.ts";

export interface DayRange {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** The weekday on which weeks begin; under ROLLING_7 that of the anchor (DEC-04). */
export const firstWeekday = (
  mode: SettingValues["weekMode"],
  startsOn: SettingValues["weekStartsOn"],
  anchor: EpochDay | undefined,
): Weekday =>
  mode === "ROLLING_7" && anchor !== undefined
    ? weekdayOfDay(anchor)
    : startsOn === "MONDAY"
      ? 1
      : 0;

/** First day of the week that contains a day. */
export const startOfWeek = (day: EpochDay, first: Weekday): EpochDay =>
  day - ((weekdayOfDay(day) - first + 7) % 7);

/** The week of the anchor: week 0, which does not count (DEC-04). */
export const weekZero = (anchor: PlainDate, first: Weekday): DayRange => {
  const start = startOfWeek(toDay(anchor), first);
  return { start: toDate(start), end: toDate(start + 6) };
};

/** Weeks 1 to `count` after the week of the anchor (DEC-04). */
export const weeksAfter = (
  anchor: PlainDate,
  first: Weekday,
  count: number,
): readonly DayRange[] => {
  const zero = startOfWeek(toDay(anchor), first);
  return Array.from({ length: count }, (_, i) => ({
    start: toDate(zero + 7 * (i + 1)),
    end: toDate(zero + 7 * (i + 1) + 6),
  }));
};
