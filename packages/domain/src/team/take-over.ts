import { WRITING_DAYS_AFTER_SERVICE } from "../access/may.ts";
import { ia } from "../kernel/citation.ts";
import type { StaffId } from "../kernel/ids.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";

/** Whose case it is: the Department's worker, or the contractor's care coordinator. */
export const RESPONSIBLE_ROLES = ["CASEWORKER", "CARE_COORDINATOR"] as const;
export type ResponsibleRole = (typeof RESPONSIBLE_ROLES)[number];

/** The days on which a case is someone's; both inclusive. */
export interface Term {
  readonly staffId: StaffId;
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** What is known when a case goes from one person to another. */
export interface TakeOverFacts {
  readonly role: ResponsibleRole;
  /** So far, of this role. */
  readonly terms: readonly Term[];
  /** First and last day on which the case needs someone: of the case, or of the contractor's service. */
  readonly needed: { readonly from?: PlainDate; readonly to?: PlainDate };
  /** The person holds the role on the first day, for a coordinator as staff of the case's contractor. */
  readonly isAvailable: boolean;
}

export interface TakeOver {
  readonly begins: Term;
  /** The term that goes on until the day before. */
  readonly ends?: { readonly term: Term; readonly to: PlainDate };
  /** The term that was to begin on that very day, now the new person's. */
  readonly replaces?: Term;
}

/** What is owed in writing is sent by the care coordinator of that day (EXP-4), also after the services. */
const lastDayNeeded = (role: ResponsibleRole, to: PlainDate): PlainDate =>
  role === "CARE_COORDINATOR" ? addDays(to, WRITING_DAYS_AFTER_SERVICE) : to;

/**
 * A case goes to another person from a day on: the one before has it until the day before, so that no day is without
 * exactly one (EXP-3; the Department's worker likewise, ours). The day may lie ahead. What began today or begins later
 * can be given to somebody else from the same day; what lies before a later handover stays as it is.
 */
export const decideTakeOver = rule(
  { id: "EXP-3", cites: [ia("47")], decisions: ["DEC-45"] },
  (
    { role, terms, needed, isAvailable }: TakeOverFacts,
    { staffId, from }: { readonly staffId: StaffId; readonly from: PlainDate },
    today: PlainDate,
  ): Result<TakeOver> => {
    const refusals: Refusal[] = [];
    if (!isAvailable)
      refusals.push({
        code: role === "CASEWORKER" ? "STAFF_NOT_AVAILABLE" : "NOT_STAFF_OF_CONTRACTOR",
        path: ["staffId"],
        params: { of: staffId },
      });
    const last = needed.to && lastDayNeeded(role, needed.to);
    if ((needed.from !== undefined && from < needed.from) || (last !== undefined && from > last))
      refusals.push({
        code: "DATE_OUTSIDE_SERVICE",
        path: ["from"],
        params: { ...needed, ...(last !== undefined && { to: last }) },
      });
    const later = terms.find(
      (term) => term.from > from || (term.from === from && term.from < today),
    );
    if (later !== undefined)
      refusals.push({ code: "PERIOD_OVERLAP", path: ["from"], params: { from: later.from } });
    const current = terms.find(
      (term) => term.from <= from && (term.to === undefined || term.to >= from),
    );
    if (later === undefined && current?.staffId === staffId)
      refusals.push({ code: "VALUE_UNCHANGED", path: ["staffId"] });
    if (refusals.length > 0) return refuse(...refusals);
    const begins = { staffId, from };
    if (current === undefined) return accept({ begins });
    return accept(
      current.from === from
        ? { begins, replaces: current }
        : { begins, ends: { term: current, to: addDays(from, -1) } },
    );
  },
);

/** Most cases that change hands at once. */
export const MOST_CASES = 100;

/** Why a case of a list cannot be handed over together with others. */
export const HAND_OVER_HINDRANCES = ["NOT_YOURS", "OVER", "NOBODY"] as const;
export type HandOverHindrance = (typeof HAND_OVER_HINDRANCES)[number];

/**
 * Whether a case can go with others to somebody else, or why not: its services are over, it is for others to decide, or
 * no care coordinator has it, who is then assigned at intake. A worker may be named where there is none.
 */
export const handOverHindrance = rule(
  { id: "EXP-3", cites: [ia("47")], decisions: ["DEC-45"] },
  (
    role: ResponsibleRole,
    found: { readonly isYours: boolean; readonly isOver: boolean; readonly hasHolder: boolean },
  ): HandOverHindrance | undefined => {
    if (found.isOver) return "OVER";
    if (!found.isYours) return "NOT_YOURS";
    return role === "CARE_COORDINATOR" && !found.hasHolder ? "NOBODY" : undefined;
  },
);

/** The terms after a handover, in order. */
export const afterTakeOver = (
  terms: readonly Term[],
  { begins, ends, replaces }: TakeOver,
): readonly Term[] => [
  ...terms
    .filter((term) => term !== replaces)
    .map((term) => (term === ends?.term ? { ...term, to: ends.to } : term)),
  begins,
];
