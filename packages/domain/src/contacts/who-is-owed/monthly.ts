import { firstDayOfMonth, lastDayOfMonth, monthOfDay, monthText } from "../../calendar/months.ts";
import { ia } from "../../kernel/citation.ts";
import { rule } from "../../kernel/rule.ts";
import type { Duty } from "../duty.ts";
import { policyOn } from "../facts/contact-policy.ts";
import { type EpisodeView, firstMonth } from "../facts/view.ts";
import { closingOf } from "./closing.ts";
import { dutyRow } from "./duty-rows.ts";
import { familyWindow } from "./family-window.ts";
import { levelOn } from "./levels.ts";
import { isChildElsewhere, isInTime } from "./membership.ts";
import { isMonthOwed } from "./monthly-start.ts";
import { judgeOwnWindow, progressWith } from "./own-window.ts";

/**
 * After the first 30 days, every calendar month with the family and with each child of the case who lives elsewhere in
 * Iowa [000:83-84]. Listed from the first day of the month; a recorded monthly level raises the number (DEC-20).
 */
export const monthlyDuties = rule(
  {
    id: "CON-13",
    also: ["CON-2", "CON-3", "CON-11"],
    cites: [ia("83-84")],
    decisions: ["DEC-08", "DEC-12", "DEC-13", "DEC-14", "DEC-15", "DEC-16", "DEC-17", "DEC-20"],
  },
  (view: EpisodeView): readonly Duty[] => {
    const duties: Duty[] = [];
    const children = view.facts.people.filter((person) => person.role === "CHILD");
    const last = monthOfDay(Math.min(view.asOf, view.closedOn));
    for (let month = firstMonth("MONTH_OF_DAY_31", view.day30 + 1); month <= last; month++) {
      const start = firstDayOfMonth(month);
      if (!isMonthOwed(view, start)) continue;
      const end = lastDayOfMonth(month);
      const policy = policyOn(view.policies, start);
      const name = monthText(month);
      const family = familyWindow(view, {
        key: `MONTH:${name}:FAMILY`,
        rule: "CON-13",
        policy,
        start,
        end,
        minimum: 1,
        times: Math.max(1, levelOn(view, "FAMILY", "MONTH", start)),
      });
      if (family) duties.push(family);
      const closing = closingOf(view, policy.closingWindow, "WINDOW", start, end);
      for (const child of children) {
        const times = Math.max(1, levelOn(view, child, "MONTH", start));
        const result = judgeOwnWindow(view, child, {
          start,
          closing,
          fits: (day) =>
            isChildElsewhere(child, day, policy.childAgeLimit) &&
            isInTime(view, child, start, end, policy.entrantGraceBusinessDays),
          progress: progressWith(view, child, times, start, end),
        });
        if (result)
          duties.push(
            dutyRow(
              view,
              {
                key: `MONTH:${name}:${child.id}`,
                rule: "CON-13",
                kind: "WINDOW",
                subject: child.id,
                opens: start,
                due: end,
                minimum: 1,
                times,
              },
              result.progress,
              result.cancelled,
            ),
          );
      }
    }
    return duties;
  },
);
