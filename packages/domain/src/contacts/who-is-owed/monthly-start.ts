import { firstDayOfMonth, monthOfDay, type MonthNumber } from "../../calendar/months.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { policyOn } from "../facts/contact-policy.ts";
import { type EpisodeView, firstMonth } from "../facts/view.ts";

/** Whether a calendar month is owed, by the version in force on its first day (DEC-12, DEC-48). */
export const isMonthOwed = (view: EpisodeView, firstDay: EpochDay): boolean =>
  monthOfDay(firstDay) >=
  firstMonth(policyOn(view.policies, firstDay).monthlyStart, view.day30 + 1);

/** The first month that is owed: versions may differ from month to month, so months are tried in turn. */
export const firstMonthlyMonth = (view: EpisodeView): MonthNumber => {
  let month = firstMonth("MONTH_OF_DAY_31", view.day30 + 1);
  while (!isMonthOwed(view, firstDayOfMonth(month))) month++;
  return month;
};
