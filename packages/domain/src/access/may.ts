import { ia } from "../kernel/citation.ts";
import { addDays } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { MenuEntry, Role } from "../views/session.ts";
import type { Actor, Relation } from "./actor.ts";
import { type Action, type ActionRow, type Grant, GRANTS, type Scope } from "./grants.ts";

/** Why someone may not. `ROLE` and `RELATION` are answered like a record that does not exist; the rest may be told. */
export type Because =
  | "ROLE"
  | "RELATION"
  | "READ_ONLY"
  | "SERVICE_ENDED"
  | "OWN_REQUEST"
  | "NOT_COORDINATOR_OF_THE_DAY"
  | "AFTER_FIRST_CONTACT";

export type Permission =
  /** `withReason`: a reason has to be recorded with it. `secondPerson`: somebody else has to agree. */
  | { readonly allowed: true; readonly withReason?: true; readonly secondPerson?: true }
  | { readonly allowed: false; readonly because: Because };

/** Days after its last service day in which a contractor may still write to an episode (D9, rule 3). */
export const WRITING_DAYS_AFTER_SERVICE = 60;

/**
 * Whether someone may do something (requirements D9): the one answer behind guard, menu and disabled-reason. The first
 * grant of any of the actor's roles that holds decides; one without a reason goes before one that needs it.
 */
export const may = rule(
  { id: "X-1", cites: [ia("47"), ia("174")] },
  (actor: Actor, action: Action, relation: Relation = {}): Permission => {
    const row: ActionRow = GRANTS[action];
    return decide(actor, row, "write", relation);
  },
);

/** Whether someone may read what an action is about; whoever may do it may read it. */
export const mayRead = (actor: Actor, action: Action, relation: Relation = {}): Permission => {
  const row: ActionRow = GRANTS[action];
  const reading = decide(actor, row, "read", relation);
  if (reading.allowed) return reading;
  // Reading outlasts writing: neither the 60 days nor authorship closes a record to those who wrote it.
  const writing = decide(actor, { ...row, ofEpisode: false }, "write", {
    ...relation,
    wroteOrAsked: false,
  });
  return writing.allowed ? { allowed: true } : reading.because === "ROLE" ? writing : reading;
};

type Row = Pick<ActionRow, "cells"> & { readonly ofEpisode?: boolean };

const decide = (actor: Actor, row: Row, verb: "read" | "write", relation: Relation): Permission => {
  let refused: Because | undefined;
  let reserved: Permission | undefined;
  for (const role of actor.roles) {
    for (const grant of row.cells[role]?.[verb] ?? []) {
      const because = refusalOf(role, grant, row, verb, relation);
      if (because !== undefined) refused = moreTelling(refused, because);
      else if (grant.reason === true && relation.reasonGiven !== true)
        reserved = permission(grant, true);
      else return permission(grant, false);
    }
  }
  if (reserved !== undefined) return reserved;
  const readsOnly =
    verb === "write" && actor.roles.some((role) => row.cells[role]?.read !== undefined);
  return { allowed: false, because: refused ?? (readsOnly ? "READ_ONLY" : "ROLE") };
};

const permission = (grant: Grant, withReason: boolean): Permission => ({
  allowed: true,
  ...(withReason ? { withReason: true as const } : {}),
  ...(grant.secondPerson ? { secondPerson: true as const } : {}),
});

/** A refusal inside the actor's own records says more than one that hides the record. */
const moreTelling = (a: Because | undefined, b: Because): Because =>
  a === undefined || a === "RELATION" ? b : a;

const refusalOf = (
  role: Role,
  grant: Grant,
  row: Row,
  verb: "read" | "write",
  relation: Relation,
): Because | undefined => {
  if (!holds(role, grant.scope, relation)) return "RELATION";
  if (grant.scope === "COORDINATOR_OF_THE_DAY" && relation.coordinatorOnDay !== true)
    return "NOT_COORDINATOR_OF_THE_DAY";
  if (grant.notOwnRequest === true && relation.wroteOrAsked === true) return "OWN_REQUEST";
  if (grant.beforeContact === true && relation.contactMade === true) return "AFTER_FIRST_CONTACT";
  if (
    verb === "write" &&
    row.ofEpisode === true &&
    isContractorRole(role) &&
    serviceIsOver(relation)
  )
    return "SERVICE_ENDED";
  return undefined;
};

const isContractorRole = (role: Role): boolean =>
  role === "CARE_COORDINATOR" || role === "CONTRACTOR_SUPERVISOR" || role === "INTAKE";

const holds = (role: Role, scope: Scope, relation: Relation): boolean => {
  switch (scope) {
    case "ANY":
      return true;
    case "OWN":
      return isContractorRole(role)
        ? relation.contractorOfCase !== undefined && asCoverToo(relation, "coordinatorOrNamed")
        : asCoverToo(relation, "onTeam");
    case "COORDINATOR_OF_THE_DAY":
      return relation.contractorOfCase !== undefined && asCoverToo(relation, "coordinatorOrNamed");
    case "TEAM":
      return asCoverToo(relation, "below");
    case "TEAMMATES":
      return asCoverToo(relation, "sameSupervisorTeam");
    case "ORG":
      return relation.contractorOfCase !== undefined;
    case "AREAS":
      return relation.ownArea === true;
    case "OWN_ORGANIZATION":
      return relation.ownOrganization === true;
  }
};

/**
 * Who covers someone's absence may what the absent one may. Nobody becomes the care coordinator of a day by covering:
 * for that the one's time ends and another's begins (DEC-45).
 */
const asCoverToo = (relation: Relation, what: keyof NonNullable<Relation["covering"]>): boolean =>
  relation[what] === true || relation.covering?.[what] === true;

/** A contractor writes until 60 days after its last service day, and only what is dated up to that day. */
const serviceIsOver = ({ contractorOfCase, today, on }: Relation): boolean => {
  const last = contractorOfCase?.lastServiceDay;
  if (last === undefined) return false;
  return (
    (today !== undefined && today > addDays(last, WRITING_DAYS_AFTER_SERVICE)) ||
    (on !== undefined && on > last)
  );
};

/** The scopes in which someone has an action, for lists: the query is narrowed to them. Empty: not at all. */
export const scopesOf = (actor: Pick<Actor, "roles">, action: Action): ReadonlySet<Scope> => {
  const row: ActionRow = GRANTS[action];
  const scopes = new Set<Scope>();
  for (const role of actor.roles)
    for (const grant of [...(row.cells[role]?.write ?? []), ...(row.cells[role]?.read ?? [])])
      scopes.add(grant.scope);
  return scopes;
};

/** The menu of someone: what any of the roles has to do with. */
export const menuFor = (actor: Pick<Actor, "roles">): readonly MenuEntry[] => {
  const has = (...roles: readonly Role[]): boolean =>
    roles.some((role) => actor.roles.includes(role));
  const entries: readonly (readonly [MenuEntry, boolean])[] = [
    ["WORK", has("CASEWORKER", "SUPERVISOR", "CARE_COORDINATOR", "CONTRACTOR_SUPERVISOR")],
    ["TEAM", has("SUPERVISOR", "CONTRACTOR_SUPERVISOR")],
    [
      "CASES",
      has("CASEWORKER", "SUPERVISOR", "CARE_COORDINATOR", "CONTRACTOR_SUPERVISOR", "AUDITOR"),
    ],
    ["REFERRALS", has("CASEWORKER", "SUPERVISOR", "AUDITOR")],
    ["INTAKE", has("CONTRACTOR_SUPERVISOR", "INTAKE")],
    // Administrators have the order of each area in their own app.
    ["ORDER", has("SUPERVISOR", "CONTRACTOR_SUPERVISOR", "AUDITOR")],
    // Supervisors come to the numbers of the state from their cases.
    ["STATE", has("ADMINISTRATOR") && !has("SUPERVISOR")],
    ["ADMIN", has("ADMINISTRATOR", "AUDITOR")],
  ];
  return entries.filter(([, shown]) => shown).map(([entry]) => entry);
};
