import { ia } from "../kernel/citation.ts";
import type { StaffId } from "../kernel/ids.ts";
import { overlaps } from "../kernel/interval.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { Role } from "../views/session.ts";

/** Someone stands in for someone who is away; both days inclusive. */
export interface CoverTerm {
  /** Who is away. */
  readonly staffId: StaffId;
  readonly coveredBy: StaffId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What is known when a cover is named. */
export interface CoverFacts {
  /** Covers in force or still to come, of either person. */
  readonly covers: readonly CoverTerm[];
  /** Roles of who is away. */
  readonly roles: readonly Role[];
  /** Roles of the cover on the first day, of the same organization; none if there is no such person. */
  readonly coverRoles: readonly Role[];
}

/** Roles by which someone has cases of their own, or leads people who have. */
const WITH_CASES: readonly Role[] = [
  "CASEWORKER",
  "SUPERVISOR",
  "CARE_COORDINATOR",
  "CONTRACTOR_SUPERVISOR",
];

/**
 * Cover for an absence: for its days the cover sees and may do what the one who is away may, and it ends by itself. The
 * cover has the same roles and is not away too; an absence has one cover at a time. The care coordinator of a day stays
 * who is assigned: whoever shall submit reports takes the case over (DEC-45).
 */
export const decideCover = rule(
  { id: "EXP-3", also: ["X-1"], cites: [ia("47")], decisions: ["DEC-45"] },
  (facts: CoverFacts, cover: CoverTerm, today: PlainDate): Result<CoverTerm> => {
    const { covers, roles, coverRoles } = facts;
    const { staffId, coveredBy, from, to } = cover;
    const refusals: Refusal[] = [];
    if (from < today) refusals.push({ code: "DATE_IN_PAST", path: ["from"] });
    if (to < from) refusals.push({ code: "DATE_ORDER", path: ["to"] });
    const needed = roles.filter((role) => WITH_CASES.includes(role));
    const isAway = covers.some((one) => one.staffId === coveredBy && overlaps(one, cover));
    if (
      coveredBy === staffId ||
      isAway ||
      needed.length === 0 ||
      !needed.every((role) => coverRoles.includes(role))
    )
      refusals.push({ code: "STAFF_NOT_AVAILABLE", path: ["coveredBy"] });
    const other = covers.find((one) => one.staffId === staffId && overlaps(one, cover));
    if (other !== undefined)
      refusals.push({
        code: "PERIOD_OVERLAP",
        path: ["from"],
        params: { from: other.from, to: other.to },
      });
    return refusals.length > 0 ? refuse(...refusals) : accept(cover);
  },
);

/** A cover that ends early ends at once: yesterday was its last day, or it never came about. */
export const decideEndCover = (
  cover: CoverTerm,
  today: PlainDate,
): Result<{ readonly to: PlainDate } | { readonly cancelled: true }> => {
  if (cover.to < today) return refuse({ code: "INVALID_TRANSITION" });
  return accept(cover.from < today ? { to: addDays(today, -1) } : { cancelled: true });
};
