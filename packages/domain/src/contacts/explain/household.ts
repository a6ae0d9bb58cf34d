import { addBusinessDays, officeCalendar } from "../../calendar/office-calendar.ts";
import type { HouseholdChange } from "../../casefile/case-file.ts";
import { householdNotice } from "../../expectations/household-notice.ts";
import { addDays, maxDate, minDate, type PlainDate } from "../../kernel/plain-date.ts";
import { type PolicyBook, settingOn } from "../../policy/policy-book.ts";
import { countStep, settingStep } from "./clock.ts";
import type { ExplainedExpectation } from "./expectation.ts";
import type { Change, ExplanationStep } from "./explanation.ts";

/** Calendar days that are shown one by one; what comes after is told as a number. */
const DAYS_SHOWN = 31;

/** Why a notice of a household change was prompt, or slow, or is still awaited (EXP-6, DEC-43). */
export const explainHouseholdChange = (
  change: HouseholdChange,
  book: PolicyBook,
  asOf: PlainDate,
  key: string,
): ExplainedExpectation => {
  const { type, date: on, person, who, byDepartment = false } = change;
  const { elapsedBusinessDays, flag } = householdNotice(change, book, asOf);
  const given = change.notifiedDepartmentOn;
  const told = given !== undefined && given <= asOf ? given : undefined;
  const dueOn = addBusinessDays(book, on, settingOn(book, "householdNoticeBusinessDays", on));
  const { id, cites, decisions = [] } = householdNotice.meta;
  const through = minDate(maxDate(told ?? asOf, dueOn), maxDate(addDays(on, DAYS_SHOWN), dueOn));
  const view = { book, calendar: officeCalendar(book) };
  const changes: readonly Change[] =
    told === undefined ? ["NOTICE_GIVEN", "CHANGE_CORRECTED"] : ["CHANGE_CORRECTED"];
  const measured: readonly ExplanationStep[] = [
    settingStep(view, "householdNoticeBusinessDays", on),
    countStep(view, on, dueOn, through),
    { step: "NOTICE", ...(told && { on: told }), businessDays: elapsedBusinessDays },
    ...(told === undefined
      ? [{ step: "WAITS_FOR" as const, missing: ["NOTICE"], until: dueOn }]
      : []),
    ...[...changes, "HOLIDAY_CHANGED" as const].map((one): ExplanationStep => ({
      step: "WOULD_CHANGE",
      change: one,
    })),
  ];
  return {
    asOf,
    expectation: {
      key,
      rule: "EXP-6",
      standing: byDepartment ? "NOT_OWED" : flag,
      dueOn,
      ...(told !== undefined && { doneOn: told }),
    },
    rule: { id, cites, decisions },
    steps: [
      {
        step: "HOUSEHOLD_CHANGE",
        type,
        on,
        ...(person !== undefined && { person }),
        ...(who !== undefined && { who }),
      },
      ...(byDepartment ? [] : measured),
    ],
  };
};
