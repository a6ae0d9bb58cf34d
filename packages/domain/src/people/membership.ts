import type { BasisRecord, Member } from "../casefile/case-file.ts";
import { ia } from "../kernel/citation.ts";
import { inForceOn } from "../kernel/interval.ts";
import { birthdayOf, type PlainDate } from "../kernel/plain-date.ts";
import { rule } from "../kernel/rule.ts";
import type { MemberBasis } from "./people.ts";

/** Why someone belongs to a case, with the group of the policy (CASE-1 to CASE-5). */
export interface MembershipReason {
  readonly basis: MemberBasis;
  readonly requirement: "CASE-1" | "CASE-2" | "CASE-3" | "CASE-4" | "CASE-5";
}

const GROUP: Readonly<Record<MemberBasis, MembershipReason["requirement"]>> = {
  ABUSE_VICTIM: "CASE-1",
  CINA: "CASE-2",
  SIBLING: "CASE-3",
  IN_PLACEMENT: "CASE-4",
  PARENT: "CASE-5",
  STEP_PARENT: "CASE-5",
  ADOPTIVE_PARENT: "CASE-5",
  CARETAKER: "CASE-5",
};

export const basisRecord = (entry: MemberBasis | BasisRecord): BasisRecord =>
  typeof entry === "string" ? { basis: entry } : entry;

/** The bases of a member in force on a day. */
export const basesOn = (member: Pick<Member, "criteria">, day: PlainDate): readonly BasisRecord[] =>
  (member.criteria ?? []).map(basisRecord).filter((entry) => inForceOn(entry, day));

/**
 * Why someone is a member on a day: the recorded bases, and the role of an adult where none is recorded. Everyone may
 * live elsewhere (CASE-6), so where someone lives is no reason for or against.
 */
export const membershipReasons = rule(
  { id: "CASE-5", also: ["CASE-3", "CASE-4", "CASE-6"], cites: [ia("17-26")] },
  (
    member: Pick<Member, "role" | "criteria" | "joined" | "to">,
    day: PlainDate,
  ): readonly MembershipReason[] => {
    if (
      !inForceOn(
        { ...(member.joined && { from: member.joined }), ...(member.to && { to: member.to }) },
        day,
      )
    )
      return [];
    const recorded = basesOn(member, day).map((entry) => entry.basis);
    const derived: readonly MemberBasis[] =
      recorded.length > 0 || member.role === "CHILD" ? recorded : [member.role];
    return [...new Set(derived)].map((basis) => ({ basis, requirement: GROUP[basis] }));
  },
);

/**
 * Whether a child alone makes a case (CASE-1, CASE-2, CASE-4): an abuse victim who meets the Department's criteria for
 * opening, the subject of a CINA order, or a child in placement; and not of age, unless services go on (DEC-15).
 */
export const isQualifyingChild = rule(
  {
    id: "CASE-1",
    also: ["CASE-2", "CASE-4"],
    cites: [ia("19"), ia("20"), ia("23")],
    decisions: ["DEC-15"],
  },
  (
    member: Pick<Member, "role" | "criteria" | "dob" | "continuesPastMajority">,
    day: PlainDate,
    childAgeLimit: number,
  ): boolean => {
    if (member.role !== "CHILD") return false;
    const ofAge = member.dob !== undefined && birthdayOf(member.dob, childAgeLimit) <= day;
    if (ofAge && member.continuesPastMajority !== true) return false;
    return (member.criteria ?? [])
      .map(basisRecord)
      .filter((entry) => entry.to === undefined || entry.to >= day)
      .some(
        ({ basis, meetsOpeningCriteria }) =>
          basis === "CINA" ||
          basis === "IN_PLACEMENT" ||
          (basis === "ABUSE_VICTIM" && meetsOpeningCriteria === true),
      );
  },
);
