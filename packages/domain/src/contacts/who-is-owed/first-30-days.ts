import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { Duty } from "../duty.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import type { EpisodeView } from "../facts/view.ts";
import { closingOf } from "./closing.ts";
import { dutyRow } from "./duty-rows.ts";
import { earlyContactsFrom, firstEarlyContact } from "./first-contact.ts";
import { lapsesOn } from "./lapse.ts";
import { isChildElsewhere, isInTime, stayOn, THIRTY_DAY_SETTINGS } from "./membership.ts";
import { judgeOwnWindow } from "./own-window.ts";

/** The day on which someone left the parental home for the present stretch elsewhere; `from` if that was earlier. */
export const leftHomeOn = (person: PersonFacts, day: EpochDay, from: EpochDay): EpochDay => {
  let left = from;
  for (const stay of person.stays) {
    if (stay.from > day) break;
    // The stay after one at home begins on the day of leaving.
    if (stay.setting === "PARENTAL_HOME") left = Math.max(from, stay.to + 1);
  }
  return left;
};

/**
 * Once in the first 30 days, each child of the case who lives in Iowa but not in the parental home, facilities included;
 * one duty per child, the five-day contact counts too (DEC-11).
 */
export const first30Duties = rule(
  {
    id: "CON-10",
    also: ["CON-6", "CON-11", "REF-2"],
    cites: [ia("65"), ia("72, 74, 77")],
    decisions: ["DEC-03", "DEC-11", "DEC-13", "DEC-14", "DEC-16", "DEC-18"],
  },
  (view: EpisodeView): readonly Duty[] => {
    const { policy, effective, day30 } = view;
    const countedFrom = earlyContactsFrom(view);
    const closing = closingOf(view, policy.closingWindow, "DEADLINE", effective, day30);
    return view.facts.people.flatMap((person) => {
      if (person.role !== "CHILD") return [];
      const result = judgeOwnWindow(view, person, {
        start: effective,
        closing,
        fits: (day) =>
          isChildElsewhere(person, day, policy.childAgeLimit) &&
          isInTime(view, person, effective, day30, policy.entrantGraceBusinessDays),
        progress: (through, day) => {
          const from = policy.otherChildContactMustPostdateMove
            ? leftHomeOn(person, day, countedFrom)
            : countedFrom;
          const settledBy = firstEarlyContact(view, person, from, through);
          return settledBy ? { settledBy, missing: [] } : { missing: [person.id] };
        },
      });
      if (!result) return [];
      // Someone who left or moved away is named by the rule that applied until then.
      const { cancelled } = result;
      const judged =
        cancelled && cancelled.reason !== "CASE_CLOSED" ? cancelled.on - 1 : closing.judgedOn;
      const facility = THIRTY_DAY_SETTINGS.has(stayOn(person, judged).setting);
      return dutyRow(
        view,
        {
          key: `FIRST30:${person.id}`,
          rule: facility ? "CON-6" : "CON-10",
          kind: "DEADLINE",
          subject: person.id,
          opens: effective,
          due: day30,
          lapses: lapsesOn(view, person),
        },
        result.progress,
        cancelled,
      );
    });
  },
);
