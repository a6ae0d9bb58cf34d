import type { Action } from "@kinward/domain/access";

/** One row of the table of routes. */
export interface Route {
  readonly does: "QUERY" | "COMMAND";
  /** PUBLIC: without signing in. STAFF: whoever is signed in and still staff today. */
  readonly caller: "PUBLIC" | "STAFF";
  /** Row of the access table (requirements D9); absent: open to every such caller, about themselves. */
  readonly action?: Action;
  /** A command whose act is a reading: giving the reason for opening a case. Else queries ask to read, commands to write. */
  readonly asks?: "READ";
  /**
   * Whose record decides. NONE: no record, the role alone. SCOPE: a list cut to what the caller may see. CASE: the case
   * that the named input field leads to.
   */
  readonly relation: "NONE" | "SCOPE" | { readonly case: CaseField };
  readonly audit: Audit;
  /** Calls a minute by one caller (of public routes: by one address), where the usual limit does not fit. */
  readonly perMinute?: number;
}

/** Input fields that lead to a case. */
export type CaseField = "caseId" | "episodeId" | "referralId";

/** What one line of the record of access says; `NONE` with the reason why nothing is recorded. */
export type Audit =
  | {
      readonly kind: "CASE_READ";
      readonly purpose: "OPEN" | "LIST" | "SEARCH" | "EXPORT" | "REFRESH";
    }
  | { readonly kind: "WRITE" }
  | { readonly kind: "SECURITY" }
  | { readonly kind: "NONE"; readonly because: string };

export const WRITE: Audit = { kind: "WRITE" };
export const SECURITY: Audit = { kind: "SECURITY" };
export const unrecorded = (because: string): Audit => ({ kind: "NONE", because });

type Purpose = Extract<Audit, { kind: "CASE_READ" }>["purpose"];

/** Reads one case that an input field leads to. */
export const readsCase = <const A extends Action, const F extends CaseField = "caseId">(
  action: A,
  by: F = "caseId" as F,
  purpose: Purpose = "OPEN",
) =>
  ({
    does: "QUERY",
    caller: "STAFF",
    action,
    relation: { case: by },
    audit: { kind: "CASE_READ", purpose },
  }) as const satisfies Route;

/** Changes one case that an input field leads to. */
export const writesCase = <const A extends Action, const F extends CaseField = "caseId">(
  action: A,
  by: F = "caseId" as F,
) =>
  ({
    does: "COMMAND",
    caller: "STAFF",
    action,
    relation: { case: by },
    audit: WRITE,
  }) as const satisfies Route;

/** Answers with a list that is cut to what the caller may see. */
export const readsScope = <const A extends Action>(
  action: A,
  audit: Audit = { kind: "CASE_READ", purpose: "LIST" },
) =>
  ({ does: "QUERY", caller: "STAFF", action, relation: "SCOPE", audit }) as const satisfies Route;

/** Writes something that belongs to no case yet, or to the caller alone; the role decides. */
export const writesScope = <const A extends Action>(action: A, audit: Audit = WRITE) =>
  ({ does: "COMMAND", caller: "STAFF", action, relation: "SCOPE", audit }) as const satisfies Route;

export const readsAdministration = <const A extends Action>(action: A) =>
  ({
    does: "QUERY",
    caller: "STAFF",
    action,
    relation: "NONE",
    audit: { kind: "NONE", because: "administrative data, no case" },
  }) as const satisfies Route;

export const writesAdministration = <const A extends Action>(action: A) =>
  ({
    does: "COMMAND",
    caller: "STAFF",
    action,
    relation: "NONE",
    audit: WRITE,
  }) as const satisfies Route;
