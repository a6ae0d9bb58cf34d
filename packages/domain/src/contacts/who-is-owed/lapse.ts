import { NEVER } from "../../calendar/day-number.ts";
import { ia } from "../../kernel/citation.ts";
import type { EpochDay } from "../../kernel/plain-date.ts";
import { rule } from "../../kernel/rule.ts";
import type { PersonFacts } from "../facts/case-facts.ts";
import type { EpisodeView } from "../facts/view.ts";

/**
 * The day from which a deadline about someone that has passed unmet cannot be made up for: the services ended, or the
 * person died or is out of the case. It stays unmet for good and asks nothing of anybody; `NEVER` while it can still be met.
 */
export const lapsesOn = rule(
  { id: "CON-14", cites: [ia("60-63"), ia("74")], decisions: ["DEC-13", "DEC-14", "DEC-17"] },
  (view: EpisodeView, person: PersonFacts): EpochDay => {
    // What becomes of a person later does not matter to services that have ended.
    const day = view.countsThrough;
    let from = Math.min(view.closedOn, person.diedOn, person.to + 1);
    for (const absence of person.absences)
      if (absence.from <= day && day <= absence.to) from = Math.min(from, absence.from);
    return from <= day ? from : NEVER;
  },
);
