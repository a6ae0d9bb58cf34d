import { ia } from "../kernel/citation.ts";
import type { CommandId, PersonId, ProposalId, StaffId } from "../kernel/ids.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
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
  /** Who has this person in a case, today or before. */
  readonly workers: readonly StaffId[];
  /** Their supervisors of today, through all levels; none where whoever knew the person has left. */
  readonly supervisors: readonly StaffId[];
}

/**
 * Whether a supervisor may decide that two records are about one person, as somebody proposed. Each record has one of the
 * two people who knows it from a case, as its worker or from above; a record whose people have all left has nobody to
 * ask. Whoever decides is above a case of at least one: nobody decides about strangers alone (DEC-41, ours).
 */
export const mayAgreeToMerge = rule(
  { id: "X-8", cites: [ia("21")], decisions: ["DEC-41"] },
  (
    records: readonly [PeopleAround, PeopleAround],
    proposedBy: StaffId,
    decidedBy: StaffId,
  ): boolean =>
    proposedBy !== decidedBy &&
    records.some(({ supervisors }) => supervisors.includes(decidedBy)) &&
    records.every(
      ({ workers, supervisors }) =>
        supervisors.length === 0 ||
        supervisors.includes(decidedBy) ||
        supervisors.includes(proposedBy) ||
        workers.includes(proposedBy),
    ),
);

/** Who may decide about a proposal, of all supervisors of the two. */
export const mergeDeciders = (
  records: readonly [PeopleAround, PeopleAround],
  proposedBy: StaffId,
): readonly StaffId[] =>
  [...new Set(records.flatMap(({ supervisors }) => supervisors))].filter((staffId) =>
    mayAgreeToMerge(records, proposedBy, staffId),
  );

/** A proposal needs somebody who can answer it. */
export const decideProposeMerge = (
  records: readonly [PeopleAround, PeopleAround],
  proposedBy: StaffId,
): Result<readonly StaffId[]> => {
  const deciders = mergeDeciders(records, proposedBy);
  return deciders.length === 0 ? refuse({ code: "NO_SECOND_PERSON" }) : accept(deciders);
};
