import { countCall, type CaseKey, findRelatedCase, type RelatedCase } from "@kinward/db/accounts";
import { readAs } from "@kinward/db";
import { type Action, may, mayRead, type Permission, type Relation } from "@kinward/domain/access";
import { type Route, type RouteName, ROUTES } from "../routes.ts";
import type { RequestContext, SignedIn } from "./context.ts";
import { Failed, forbidden, notFound, orNotFound } from "./failure.ts";

/** The checks in front of every procedure, each by itself so that a test can prove what is missed without it. */
export interface Guards {
  /** Too many calls are refused before anything is looked at. */
  readonly rate: (
    context: RequestContext,
    name: RouteName,
    who: SignedIn | undefined,
  ) => Promise<void>;
  /** Whoever has to be signed in is. */
  readonly caller: (route: Route, who: SignedIn | undefined) => void;
  /** A role of theirs has the row of the access table. */
  readonly role: (route: Route, who: SignedIn) => void;
  /** The case is theirs to see, and to change if the route changes it. */
  readonly relation: (
    route: Route,
    who: SignedIn,
    found: RelatedCase | undefined,
    reason: Reason,
  ) => RelatedCase;
}

/** Whether the call brings a reason for what may only be done with one. */
type Reason = { readonly given: boolean };

const CALLS_A_MINUTE = { QUERY: 600, COMMAND: 300 } as const;
const PUBLIC_CALLS_A_MINUTE = 60;

export const guards: Guards = {
  rate: async ({ services, address }, name, who) => {
    const route: Route = ROUTES[name];
    const limit =
      route.perMinute ?? (who === undefined ? PUBLIC_CALLS_A_MINUTE : CALLS_A_MINUTE[route.does]);
    const scope = route.perMinute === undefined ? route.does : name;
    const key = `${scope}:${who === undefined ? address : who.caller.staffId}`;
    const { count, secondsLeft } = await countCall(services.db, key, 60);
    if (count > limit) throw new Failed({ kind: "RATE_LIMITED", retryAfterSeconds: secondsLeft });
  },

  caller: (route, who) => {
    if (route.caller === "STAFF" && who === undefined) throw new Failed({ kind: "SIGNED_OUT" });
  },

  role: (route, who) => {
    if (route.action === undefined) return;
    const permission = ask(route, who, {});
    if (permission.allowed) return;
    const { because } = permission;
    // Whether a case exists is nothing to those who have nothing to do with cases.
    if (typeof route.relation === "object" && because === "ROLE") throw notFound();
    // Without a record the row itself must allow; with one, its relation decides later.
    if (route.relation === "NONE" || because === "ROLE" || because === "READ_ONLY")
      throw forbidden(because);
  },

  relation: (route, who, found, reason) => {
    const { caseId, relation } = orNotFound(found);
    if (route.action === undefined) return { caseId, relation };
    const permission = ask(route, who, relation);
    if (!permission.allowed) {
      if (permission.because === "ROLE" || permission.because === "RELATION") throw notFound();
      throw forbidden(permission.because);
    }
    if (permission.withReason && !reason.given) throw new Failed({ kind: "REASON_NEEDED" });
    return { caseId, relation };
  },
};

/** Queries ask for reading, commands for doing. */
const ask = (route: Route, who: SignedIn, relation: Relation): Permission =>
  (route.does === "QUERY" || route.asks === "READ" ? mayRead : may)(
    who.actor,
    route.action as Action,
    relation,
  );

/** Looks up what a call's input leads to, as the caller: what is hidden from them is not there. */
export const findCase = (
  { services }: RequestContext,
  who: SignedIn,
  key: CaseKey,
): Promise<RelatedCase | undefined> =>
  readAs(services.db, who.caller, (trx, { today }) => findRelatedCase(trx, key, who.actor, today));
