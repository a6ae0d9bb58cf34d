import { firstWeekday, startOfWeek } from "../../calendar/weeks.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpochDay, Weekday } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { Duty } from "../duty.ts";
import type { EpisodeView } from "../facts/view.ts";
import { familyWindow } from "./family-window.ts";
import type { InitialContact } from "./first-contact.ts";
import { beginsWeek, levelOn } from "./levels.ts";

/** The weekday on which the weekly windows begin: the version of the effective date decides (DEC-04, DEC-48). */
export const weeklyFirstWeekday = (view: EpisodeView, initial: InitialContact): Weekday =>
  firstWeekday(view.policy.weekMode, view.policy.weekStartsOn, initial.day);

/** First days of the weekly windows: the calendar weeks after that of the initial contact, which does not count. */
export const weeklyStarts = rule(
  { id: "CON-9", cites: [ia("72-73")], decisions: ["DEC-04", "DEC-06", "DEC-07"] },
  (view: EpisodeView, initial: InitialContact | undefined): readonly EpochDay[] => {
    if (!initial) return [];
    const zero = startOfWeek(initial.day, weeklyFirstWeekday(view, initial));
    return Array.from({ length: view.policy.weeklyCount }, (_, i) => zero + 7 * (i + 1));
  },
);

/**
 * Contact with the family in each of the next three calendar weeks [000:72-73], also past day 30 (DEC-06) and listed
 * from the day of the initial contact. A weekly level raises the number where its weeks are the same (DEC-20).
 */
export const weeklyDuties = rule(
  {
    id: "CON-9",
    cites: [ia("72-73")],
    decisions: ["DEC-04", "DEC-06", "DEC-08", "DEC-14", "DEC-17", "DEC-20"],
  },
  (
    view: EpisodeView,
    initial: InitialContact | undefined,
    starts: readonly EpochDay[],
  ): readonly Duty[] =>
    starts.flatMap((start, i) => {
      const level = beginsWeek(view, initial, start) ? levelOn(view, "FAMILY", "WEEK", start) : 0;
      return (
        familyWindow(view, {
          key: `WEEK:${i + 1}`,
          rule: "CON-9",
          policy: view.policy,
          start,
          end: start + 6,
          minimum: 1,
          times: Math.max(1, level),
        }) ?? []
      );
    }),
);
