import { ky } from "../kernel/citation.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { OpeningBasis } from "../people/people.ts";
import { familyDisplayName } from "../people/person.ts";
import type { ReferredMember } from "./referral.ts";
import { checkPeople, required } from "./referral-checks.ts";
import type { BeginCaseCommand } from "./referral-draft.schema.ts";

export interface BegunCase {
  readonly profile: "KY_IN_HOME";
  readonly openedOn: PlainDate;
  readonly openingBasis: OpeningBasis;
  /** The day on which the supervisor assigned the case: the plan is due from it on (DEC-50). */
  readonly assignedOn: PlainDate;
  readonly members: readonly ReferredMember[];
  readonly familyName?: string;
}

/** Begins a Kentucky case: opened for ongoing services and assigned to a worker, without referral (DEC-70). */
export const decideBeginCase = rule(
  { id: "DEC-70", cites: [ky("31"), ky("97")], decisions: ["DEC-50"] },
  (
    input: Pick<BeginCaseCommand, "openingBasis" | "openedOn" | "assignedOn" | "people">,
    today: PlainDate,
  ): Result<BegunCase> => {
    const { openedOn, openingBasis, assignedOn } = input;
    const refusals: Refusal[] = [];
    if (openingBasis === undefined) refusals.push(required("openingBasis", ["openingBasis"]));
    for (const [field, value] of [
      ["openedOn", openedOn],
      ["assignedOn", assignedOn],
    ] as const) {
      if (value === undefined) refusals.push(required(field, [field]));
      else if (value > today)
        refusals.push({ code: "DATE_IN_FUTURE", path: [field], params: { of: field } });
    }
    if (openedOn !== undefined && assignedOn !== undefined && assignedOn < openedOn)
      refusals.push({ code: "DATE_ORDER", path: ["assignedOn"], params: { after: "openedOn" } });
    // The bases of members are those of the Iowa text, so a Kentucky case does not ask for them.
    refusals.push(
      ...checkPeople(input.people, ["people"], today).filter(
        ({ path }) => !path?.includes("bases"),
      ),
    );
    if (refusals.length > 0 || !openedOn || !assignedOn || !openingBasis)
      return refuse(...refusals);
    const members = input.people.filter((one): one is ReferredMember => one.role !== undefined);
    const familyName = familyDisplayName(members);
    return accept({
      profile: "KY_IN_HOME",
      openedOn,
      openingBasis,
      assignedOn,
      members,
      ...(familyName !== undefined && { familyName }),
    });
  },
);
