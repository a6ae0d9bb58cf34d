import type { CoordinatorTerm, Episode } from "../../casefile/case-file.ts";
import { ia } from "../../kernel/citation.ts";
import type { StaffId } from "../../kernel/ids.ts";
import { overlaps } from "../../kernel/interval.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { AssignCoordinator } from "./commands.ts";
import { fieldRequired } from "./required.ts";

/** What is known when a care coordinator is assigned. */
export interface CoordinatorFacts {
  /** The episode with its coordinators so far. */
  readonly episode: Episode;
  /** Staff of the episode's contractor on the first day of the new term. */
  readonly staff: ReadonlySet<StaffId>;
}

/** A new term, and the end of the one that it takes over from. */
export interface CoordinatorChange {
  readonly begins: {
    readonly id: StaffId;
    readonly from: PlainDate;
    readonly to?: PlainDate;
  };
  readonly ends?: { readonly term: CoordinatorTerm; readonly to: PlainDate };
  readonly reason?: string;
}

/** Exactly one care coordinator at a time, staff of the contractor; leave cover ends one and starts another (EXP-3). */
export const decideAssignCoordinator = rule(
  { id: "EXP-3", cites: [ia("47")], decisions: ["DEC-45"] },
  (facts: CoordinatorFacts, command: AssignCoordinator): Result<CoordinatorChange> => {
    const { episode, staff } = facts;
    const { staffId, from, to } = command;
    const refusals: Refusal[] = [];
    if (staffId === undefined) refusals.push(fieldRequired("staffId"));
    else if (!staff.has(staffId))
      refusals.push({
        code: "NOT_STAFF_OF_CONTRACTOR",
        path: ["staffId"],
        params: { of: staffId },
      });
    if (from === undefined) return refuse(...refusals, fieldRequired("from"));
    if (to !== undefined && to < from) refusals.push({ code: "DATE_ORDER", path: ["to"] });
    const last = episode.lastServiceDay;
    if (from < episode.effectiveDate || (last !== undefined && from > last))
      refusals.push({ code: "DATE_OUTSIDE_SERVICE", path: ["from"] });
    const terms = episode.coordinators ?? [];
    const current = command.replacesCurrent
      ? terms.find((term) => term.from < from && (term.to === undefined || term.to >= from))
      : undefined;
    const period = { from, ...(to !== undefined && { to }) };
    const other = terms.find((term) => term !== current && overlaps(term, period));
    if (other)
      refusals.push({
        code: "CARE_COORDINATOR_OVERLAP",
        path: ["from"],
        params: { from: other.from, ...(other.to !== undefined && { to: other.to }) },
      });
    if (refusals.length > 0 || staffId === undefined) return refuse(...refusals);
    return accept({
      begins: { id: staffId, ...period },
      ...(current && { ends: { term: current, to: addDays(from, -1) } }),
      ...(command.reason !== undefined && { reason: command.reason }),
    });
  },
);

/** The care coordinator of an episode on a day, if there is one. */
export const coordinatorOn = (episode: Episode, day: PlainDate): CoordinatorTerm | undefined =>
  (episode.coordinators ?? []).find(
    (term) => term.from <= day && (term.to === undefined || day <= term.to),
  );
