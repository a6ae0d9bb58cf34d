import { countBusinessDays } from "../calendar/office-calendar.ts";
import type { HouseholdChange } from "../casefile/case-file.ts";
import { ia } from "../kernel/citation.ts";
import { maxDate, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";

export const HOUSEHOLD_NOTICE_FLAGS = ["PROMPT", "SLOW"] as const;
export type HouseholdNoticeFlag = (typeof HOUSEHOLD_NOTICE_FLAGS)[number];

/** How promptly the Department worker was told that someone entered or left the household. */
export interface HouseholdNotice {
  /** Business days from the change to the notice, or to the as-of day while none was given. */
  readonly elapsedBusinessDays: number;
  readonly flag: HouseholdNoticeFlag;
}

/** Measures a notice; the number of days is ours and advisory (DEC-43). The settings are those of the day of the change. */
export const householdNotice = rule(
  { id: "EXP-6", cites: [ia("48")], decisions: ["DEC-43"] },
  (change: HouseholdChange, book: PolicyBook, asOf: PlainDate): HouseholdNotice => {
    const told = change.notifiedDepartmentOn;
    const until = told !== undefined && told <= asOf ? told : asOf;
    const elapsedBusinessDays = countBusinessDays(book, change.date, maxDate(until, change.date));
    const allowed = settingOn(book, "householdNoticeBusinessDays", change.date);
    return { elapsedBusinessDays, flag: elapsedBusinessDays <= allowed ? "PROMPT" : "SLOW" };
  },
);
