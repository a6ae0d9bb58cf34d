import { ia } from "../kernel/citation.ts";
import type { CaseId, CommandId, PersonId } from "../kernel/ids.ts";
import { type Dated, overlaps } from "../kernel/interval.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rule } from "../kernel/rule.ts";
import {
  differingFields,
  type FieldChoices,
  joinPersons,
  type RecordedPerson,
  type RecordSide,
} from "./join-persons.ts";

/** What a case can say about a person. */
export const FACT_KINDS = [
  "MEMBERSHIP",
  "BASIS",
  "PURPOSE",
  "LIVING",
  "RELATIONSHIP",
  "TERMINATION_OF_RIGHTS",
  "FREQUENCY",
  "HOUSEHOLD_CHANGE",
  "CONTACT",
  "TASK",
  "NOTE",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Something that a case says about one of the two records. */
export interface PersonFact extends Dated {
  readonly kind: FactKind;
  readonly id: string;
  readonly caseId: CaseId;
  readonly of: RecordSide;
  /** Facts of one kind, case and key exclude each other on one day; absent: they may stand side by side. */
  readonly key?: string;
  /** All that it says, as it would read of the joined record: what says the same is the same fact. */
  readonly says: string;
  /** It says something about the one and the other, as two people. */
  readonly ofBoth?: boolean;
}

/** Why two records cannot become one yet, and where that is corrected. */
export interface MergeConflict extends Dated {
  readonly because: "OVERLAP" | "TWO_PEOPLE";
  readonly kind: FactKind;
  readonly caseId: CaseId;
}

/** What becomes of the facts about the record that goes. */
export interface FactPlan {
  readonly moves: readonly PersonFact[];
  /** Said of both records: said once afterwards. */
  readonly joins: readonly PersonFact[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * A person is in one place at a time and a member of a case once. Where both records say so of one case and one day,
 * the same is joined; what differs is corrected by people first, for nobody can know which is right.
 */
export const planFacts = (facts: readonly PersonFact[]): FactPlan => {
  const kept = facts.filter((fact) => fact.of === "KEPT");
  const moves: PersonFact[] = [];
  const joins: PersonFact[] = [];
  const conflicts: MergeConflict[] = [];
  for (const fact of facts) {
    const { kind, caseId } = fact;
    if (fact.ofBoth) conflicts.push({ because: "TWO_PEOPLE", kind, caseId, ...datesOf(fact) });
    else if (fact.of === "MERGED") {
      const sameCase = kept.filter((one) => one.kind === kind && one.caseId === caseId);
      const clash = sameCase.some(
        (one) => one.key !== undefined && one.key === fact.key && overlaps(one, fact),
      );
      if (sameCase.some((one) => one.says === fact.says)) joins.push(fact);
      else if (clash) conflicts.push({ because: "OVERLAP", kind, caseId, ...datesOf(fact) });
      else moves.push(fact);
    }
  }
  return { moves, joins, conflicts };
};

const datesOf = ({ from, to }: Dated): Dated => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** Two records are about one person. */
export interface MergePersons {
  readonly commandId: CommandId;
  readonly keptId: PersonId;
  readonly mergedId: PersonId;
  /** Versions of the two records as they were compared. */
  readonly versions: { readonly kept: number; readonly merged: number };
  readonly choices: FieldChoices;
  readonly reason: string;
}

/** One of the two records, as the act finds it. */
export interface MergeRecord {
  readonly person: RecordedPerson;
  readonly version: number;
  readonly isMerged: boolean;
  /** The actor decides about this record: as supervisor of a case of this person, or by agreement (`mayAgreeToMerge`). */
  readonly ofTeam: boolean;
}

export interface MergeFacts {
  readonly kept: MergeRecord;
  readonly merged: MergeRecord;
  readonly facts: readonly PersonFact[];
}

export interface Merge extends FactPlan {
  /** The record that stays, as it reads afterwards. */
  readonly person: RecordedPerson;
}

/**
 * Joins two records about one person (X-8: one person, however many cases). A supervisor of a case of each decides; every
 * fact of every case goes over; nothing is chosen for anybody where the records differ.
 */
export const decideMerge = rule(
  { id: "X-8", cites: [ia("21")], decisions: ["DEC-41"] },
  ({ kept, merged, facts }: MergeFacts, command: MergePersons): Result<Merge> => {
    const refusals: Refusal[] = [];
    if (command.keptId === command.mergedId)
      return refuse({ code: "INVALID_TRANSITION", path: ["mergedId"] });
    for (const [record, path] of [
      [kept, "keptId"],
      [merged, "mergedId"],
    ] as const) {
      if (record.isMerged) refusals.push({ code: "PERSON_MERGED", path: [path] });
      if (!record.ofTeam) refusals.push({ code: "PERSON_OUTSIDE_TEAM", path: [path] });
    }
    const { versions } = command;
    if (versions.kept !== kept.version || versions.merged !== merged.version)
      refusals.push({ code: "PERSON_CHANGED" });
    if (command.reason.trim() === "") refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    for (const field of differingFields(kept.person, merged.person))
      if (command.choices[field] === undefined)
        refusals.push({ code: "FIELD_REQUIRED", path: ["choices", field], params: { of: field } });
    const plan = planFacts(facts);
    if (plan.conflicts.length > 0)
      refusals.push({ code: "MERGE_CONFLICT", params: { count: plan.conflicts.length } });
    if (refusals.length > 0) return refuse(...refusals);
    return accept({ ...plan, person: joinPersons(kept.person, merged.person, command.choices) });
  },
);

/** Something recorded after two records were joined, that rests on their being one. */
export interface LaterFact {
  /** `PERSON`: the details of the person themselves. */
  readonly kind: FactKind | "PERSON";
  readonly caseId?: CaseId;
}

export interface UndoMergeFacts {
  readonly isUndone: boolean;
  readonly ofTeam: boolean;
  readonly later: readonly LaterFact[];
}

/** Takes a merge back, as long as nothing was recorded that would be torn apart: nobody could say whose it is. */
export const decideUndoMerge = (
  { isUndone, ofTeam, later }: UndoMergeFacts,
  reason: string,
): Result<true> => {
  const refusals: Refusal[] = [];
  if (isUndone) refusals.push({ code: "INVALID_TRANSITION", path: ["mergeId"] });
  if (!ofTeam) refusals.push({ code: "PERSON_OUTSIDE_TEAM", path: ["mergeId"] });
  if (reason.trim() === "") refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
  if (later.length > 0) refusals.push({ code: "MERGE_BUILT_ON", params: { count: later.length } });
  return refusals.length > 0 ? refuse(...refusals) : accept(true);
};
