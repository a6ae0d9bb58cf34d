import { ia } from "../../kernel/citation.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { ConfirmMember, StatedBasis } from "./commands.ts";
import type { RosterPerson } from "./facts.ts";
import { basisRefusals } from "./stated-basis.ts";

export interface Confirmed {
  readonly basis?: StatedBasis & { readonly on: PlainDate };
}

/** The Department confirms a contractor's word, and says of a child without basis why it belongs to the case (CASE-3). */
export const decideConfirmMember = rule(
  { id: "CASE-3", also: ["CASE-6", "EXP-6"], cites: [ia("21"), ia("48")] },
  (facts: RosterPerson, { basis }: ConfirmMember, today: PlainDate): Result<Confirmed> => {
    const { person, memberships, stays, hasBasis } = facts;
    const last = memberships.at(-1);
    const waits =
      person.confirmed === false || [...memberships, ...stays].some(({ confirmed }) => !confirmed);
    if (last === undefined || !waits)
      return refuse({ code: "INVALID_TRANSITION", path: ["personId"] });
    const asked = hasBasis && basis === undefined;
    const living = stays.at(-1);
    const refusals = asked
      ? []
      : basisRefusals(
          "DEPARTMENT",
          { role: last.role, ...(basis && { basis }), ...(living && { living }) },
          today,
        );
    if (refusals.length > 0) return refuse(...refusals);
    const on = basis?.on ?? last.joined ?? today;
    return accept(basis === undefined ? {} : { basis: { ...basis, on } });
  },
);
