import { toDate, toDay } from "../calendar/day-number.ts";
import { anniversary, serviceMonth } from "../calendar/months.ts";
import { type OfficeCalendar, officeCalendar } from "../calendar/office-calendar.ts";
import { ia } from "../kernel/citation.ts";
import { addDays, type EpochDay, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import { type PolicyBook, settingOn } from "../policy/policy-book.ts";
import type { SettingValues } from "../policy/settings.ts";

/** A case progress report as it falls due. */
export interface ScheduledReport {
  readonly n: number;
  readonly periodStart: PlainDate;
  readonly periodEnd: PlainDate;
  readonly dueOn: PlainDate;
}

const roll = (
  calendar: OfficeCalendar,
  day: EpochDay,
  how: SettingValues["reportDueRoll"],
): EpochDay => {
  const step = how === "NEXT_BUSINESS_DAY" ? 1 : how === "PREVIOUS_BUSINESS_DAY" ? -1 : 0;
  let rolled = day;
  while (step !== 0 && !calendar.isBusinessDay(rolled)) rolled += step;
  return rolled;
};

/** Due date of report n: effective date + n months, clamped, then rolled if a setting says so (DEC-23). */
export const reportDueOn = rule(
  { id: "REP-5", also: ["REF-3"], cites: [ia("98")], decisions: ["DEC-23", "DEC-48"] },
  (effectiveDate: PlainDate, n: number, book: PolicyBook): PlainDate => {
    const how = settingOn(book, "reportDueRoll", effectiveDate);
    const due = anniversary(effectiveDate, n);
    return how === "NONE" ? due : toDate(roll(officeCalendar(book), toDay(due), how));
  },
);

/**
 * The progress reports of an FSRP episode that fall due up to a day, and the first one after it. None falls due after the
 * last service day; with `finalPartialReport` one more covers the rest and is due on that day (DEC-24). Settings are those
 * of the effective date of the initial form; a later form moves nothing (REF-3).
 */
export const reportSchedule = rule(
  {
    id: "REP-3",
    also: ["REP-5", "REF-3"],
    cites: [ia("96"), ia("98")],
    decisions: ["DEC-23", "DEC-24"],
  },
  (
    effectiveDate: PlainDate,
    lastServiceDay: PlainDate | undefined,
    book: PolicyBook,
    until: PlainDate,
  ): readonly ScheduledReport[] => {
    const reports: ScheduledReport[] = [];
    for (let n = 1; ; n++) {
      const { start, end } = serviceMonth(effectiveDate, n);
      const dueOn = reportDueOn(effectiveDate, n, book);
      if (lastServiceDay !== undefined && dueOn > lastServiceDay) {
        const before = reports.at(-1);
        const rest = before ? addDays(before.periodEnd, 1) : effectiveDate;
        if (
          settingOn(book, "finalPartialReport", effectiveDate) &&
          before?.dueOn !== lastServiceDay &&
          rest <= lastServiceDay
        )
          reports.push({ n, periodStart: rest, periodEnd: lastServiceDay, dueOn: lastServiceDay });
        return reports;
      }
      reports.push({ n, periodStart: start, periodEnd: end, dueOn });
      if (dueOn > until) return reports;
    }
  },
);
