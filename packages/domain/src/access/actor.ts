import type { OrganizationId, StaffId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Role } from "../views/session.ts";

/** Someone signed in, with the roles in force today. Contractor staff belong to an organization, the Department's to none. */
export interface Actor {
  readonly staffId: StaffId;
  readonly roles: readonly Role[];
  readonly organizationId?: OrganizationId;
}

/** A role from a day on; it is over on the day it ends, so that leaving closes access that very day (D9, rule 6). */
export interface RoleTerm {
  readonly role: Role;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

export const rolesOn = (terms: readonly RoleTerm[], day: PlainDate): readonly Role[] => [
  ...new Set(
    terms
      .filter((term) => term.from <= day && (term.to === undefined || day < term.to))
      .map((term) => term.role),
  ),
];

/** What the record has to do with the actor: facts that the caller loads. A fact that is not given does not hold. */
export interface Relation {
  /** A caseworker who is or was on the team of the case. */
  readonly onTeam?: boolean;
  /** The case belongs to a worker of the actor's supervisor's team. */
  readonly sameSupervisorTeam?: boolean;
  /** The case belongs to a worker below the actor. */
  readonly below?: boolean;
  /** The actor's organization is or was contractor of the episode. */
  readonly contractorOfCase?: { readonly lastServiceDay?: PlainDate };
  /** The actor is care coordinator of the case or named on its team. */
  readonly coordinatorOrNamed?: boolean;
  /** Care coordinator on the day of submission (EXP-4). */
  readonly coordinatorOnDay?: boolean;
  /** The same, of someone whom the actor covers today. */
  readonly covering?: Pick<
    Relation,
    "onTeam" | "sameSupervisorTeam" | "below" | "coordinatorOrNamed"
  >;
  /** The actor's organization holds a contract in the contract area. */
  readonly ownArea?: boolean;
  readonly ownOrganization?: boolean;
  /** A reason for opening another team's case, or for the act, is recorded. */
  readonly reasonGiven?: boolean;
  /** The actor wrote the plan, or asked for the service or override. */
  readonly wroteOrAsked?: boolean;
  /** A contact has been recorded since the effective date (REF-1). */
  readonly contactMade?: boolean;
  /** Today, and the date of the fact to be written: for the 60 days after the last service day. */
  readonly today?: PlainDate;
  readonly on?: PlainDate;
}
