import type { ProposalAnswer } from "../approval/proposal.ts";
import { ia } from "../kernel/citation.ts";
import type { CommandId, PersonId, ProposalId, StaffId } from "../kernel/ids.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import type { CoverTerm } from "../team/cover.ts";
import type { MergePersons } from "./merge.ts";

/** Two records may be about one person: for a second person to decide, because no single one has both in a case. */
export interface ProposeMerge {
  readonly commandId: CommandId;
  readonly personId: PersonId;
  readonly otherId: PersonId;
  readonly reason: string;
}

/** The second person agrees. Which record stays and what is right where they differ is decided now, by who sees both. */
export interface ApproveMerge extends Omit<MergePersons, "reason"> {
  readonly proposalId: ProposalId;
  /** What the second person adds to the reason of the proposal. */
  readonly note?: string;
}

/** The people around one record. */
export interface PeopleAround {
  /** Who has this person in a case, today or before, and who was a cover for one of them or of their supervisors. */
  readonly workers: readonly StaffId[];
  /** Their supervisors of today, through all levels; none where whoever knew the person has left. */
  readonly supervisors: readonly StaffId[];
  /** Who stands in today for which of these supervisors. */
  readonly covers: readonly Pick<CoverTerm, "staffId" | "coveredBy">[];
}

/**
 * Whether a supervisor, or who stands in for one, may decide that two records are about one person, as somebody proposed.
 * Each record has one of the two people who knows it from a case, as its worker or from above; a record whose people have
 * all left has nobody to ask. Whoever decides is above a case of at least one: nobody decides about strangers alone. A
 * cover decides as the absent one might, so never what the absent one proposed (DEC-41, ours).
 */
export const mayAgreeToMerge = rule(
  { id: "X-8", also: ["X-1"], cites: [ia("21")], decisions: ["DEC-41"] },
  (
    records: readonly [PeopleAround, PeopleAround],
    proposedBy: StaffId,
    decidedBy: StaffId,
  ): boolean => {
    const isAbove = ({ supervisors, covers }: PeopleAround): boolean =>
      supervisors.includes(decidedBy) ||
      covers.some((one) => one.coveredBy === decidedBy && one.staffId !== proposedBy);
    return (
      proposedBy !== decidedBy &&
      records.some(isAbove) &&
      records.every(
        (record) =>
          record.supervisors.length === 0 ||
          isAbove(record) ||
          record.supervisors.includes(proposedBy) ||
          record.workers.includes(proposedBy),
      )
    );
  },
);

/** Who may decide about a proposal, of all supervisors of the two and their covers. */
export const mergeDeciders = (
  records: readonly [PeopleAround, PeopleAround],
  proposedBy: StaffId,
): readonly StaffId[] =>
  [
    ...new Set(
      records.flatMap(({ supervisors, covers }) => [
        ...supervisors,
        ...covers.map((one) => one.coveredBy),
      ]),
    ),
  ].filter((staffId) => mayAgreeToMerge(records, proposedBy, staffId));

/** A proposal needs somebody who can answer it. */
export const decideProposeMerge = (
  records: readonly [PeopleAround, PeopleAround],
  proposedBy: StaffId,
): Result<readonly StaffId[]> => {
  const deciders = mergeDeciders(records, proposedBy);
  return deciders.length === 0 ? refuse({ code: "NO_SECOND_PERSON" }) : accept(deciders);
};

/**
 * What it answers a proposal when its two records are joined by another act: it is agreed to, with the reason of that act.
 * Whoever joined them after proposing it takes it back, for nobody agrees to the own proposal.
 */
export const answerByMerge = (
  proposedBy: StaffId,
  mergedBy: StaffId,
  reason: string,
): ProposalAnswer => ({
  by: mergedBy,
  decision: proposedBy === mergedBy ? "WITHDRAWN" : "APPROVED",
  note: reason,
});
