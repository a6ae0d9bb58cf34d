import { ia } from "../../kernel/citation.ts";
import { inForceOn } from "../../kernel/interval.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { CorrectMark, EndMark, RecordMark, SetMajority } from "./commands.ts";
import { type BasisMark, type Kept, type Mark, markFrom, type PurposeMark } from "./mark.ts";
import { checkMark, type MarkedMember, type MarkFacts } from "./mark-checks.ts";

/** What an act does to the marks of a case. */
export interface MarkChange {
  readonly adds?: Mark;
  readonly ends?: { readonly mark: Kept; readonly to: PlainDate };
  readonly replaces?: { readonly mark: Kept; readonly by: Mark };
  readonly removes?: Kept;
}

const isBlank = (text: string): boolean => text.trim() === "";

/** A mark without the answers that belong to another choice of the same form. */
const fitting = (mark: Mark): Mark => {
  if (mark.kind === "BASIS") {
    const { meetsOpeningCriteria, siblingKind, caretakerKind, ...rest } = mark;
    const is = (basis: BasisMark["basis"]) => mark.basis === basis;
    return {
      ...rest,
      ...(is("ABUSE_VICTIM") && meetsOpeningCriteria !== undefined && { meetsOpeningCriteria }),
      ...(is("SIBLING") && siblingKind !== undefined && { siblingKind }),
      ...(is("CARETAKER") && caretakerKind !== undefined && { caretakerKind }),
    };
  }
  if (mark.kind === "RELATIONSHIP") {
    const { siblingKind, parentKind, ...rest } = mark;
    return {
      ...rest,
      ...(mark.relation === "SIBLING" && siblingKind !== undefined && { siblingKind }),
      ...(mark.relation === "PARENT" && parentKind !== undefined && { parentKind }),
    };
  }
  if (mark.kind === "FREQUENCY" && mark.source !== "CASE_PLAN") {
    const { approvedOn: _, ...rest } = mark;
    return rest;
  }
  return mark;
};

/** The purpose that a new one ends on the day before. */
const endedBy = (mark: Mark, facts: MarkFacts): Kept<PurposeMark> | undefined =>
  mark.kind !== "PURPOSE" || mark.from === undefined
    ? undefined
    : facts.others.find(
        (one): one is Kept<PurposeMark> =>
          one.kind === "PURPOSE" &&
          one.personId === mark.personId &&
          one.to === undefined &&
          (one.from === undefined || one.from < (mark.from as PlainDate)),
      );

/** Records a mark. A purpose begins on a day, and the one before it ends on the day before (SCP-4). */
export const decideRecordMark = rule(
  { id: "SCP-4", also: ["CON-1", "CASE-1", "CASE-2", "CASE-4"], cites: [ia("11-24"), ia("55")] },
  (facts: MarkFacts, command: Pick<RecordMark, "mark">): Result<MarkChange> => {
    const mark = fitting(command.mark);
    if (mark.kind === "PURPOSE" && mark.from === undefined)
      return refuse({ code: "FIELD_REQUIRED", path: ["mark", "from"], params: { of: "from" } });
    const former = endedBy(mark, facts);
    if (former !== undefined && mark.kind === "PURPOSE" && former.purpose === mark.purpose)
      return refuse({ code: "VALUE_UNCHANGED", path: ["mark", "purpose"] });
    const others = facts.others.filter((one) => one !== former);
    const refusals = checkMark(mark, { ...facts, others });
    if (refusals.length > 0) return refuse(...refusals);
    return accept({
      adds: mark,
      ...(former && { ends: { mark: former, to: addDays(markFrom(mark) as PlainDate, -1) } }),
    });
  },
);

/**
 * Ends a mark: an order is dismissed, a level no longer holds. Only a level may end on a later day, since court and
 * meetings set it for a time. Rights that ended do not come back.
 */
export const decideEndMark = rule(
  { id: "CASE-2", also: ["CASE-1", "CASE-4", "CON-1"], cites: [ia("20"), ia("55")] },
  (mark: Kept, { to }: Pick<EndMark, "to">, today: PlainDate): Result<MarkChange> => {
    if (mark.kind === "RIGHTS") return refuse({ code: "INVALID_TRANSITION", path: ["id"] });
    const path = ["to"];
    const refusals: Refusal[] = [];
    if (mark.to === to) refusals.push({ code: "VALUE_UNCHANGED", path });
    // It was over already: a later end is a correction, with its reason.
    else if (mark.to !== undefined && mark.to < to)
      refusals.push({ code: "INVALID_TRANSITION", path, params: { on: mark.to } });
    if (to > today && mark.kind !== "FREQUENCY")
      refusals.push({ code: "DATE_IN_FUTURE", path, params: { of: "to" } });
    if (mark.from !== undefined && to < mark.from)
      refusals.push({ code: "DATE_ORDER", path, params: { after: mark.from } });
    return refusals.length > 0 ? refuse(...refusals) : accept({ ends: { mark, to } });
  },
);

const isSame = (a: Mark, b: Mark): boolean => {
  const [left, right] = [a, b].map((mark) =>
    JSON.stringify(Object.entries(mark).toSorted(([x], [y]) => (x < y ? -1 : 1))),
  );
  return left === right;
};

/**
 * Corrects a mark, or takes out one that should not have been recorded, with a reason. Whose mark it is stays: another
 * person's is another mark.
 */
export const decideCorrectMark = rule(
  { id: "SCP-4", also: ["CON-1", "CASE-1", "CASE-2", "CASE-4"], cites: [ia("11-24"), ia("55")] },
  (
    facts: MarkFacts,
    former: Kept,
    command: Pick<CorrectMark, "mark" | "reason">,
  ): Result<MarkChange> => {
    const refusals: Refusal[] = [];
    if (isBlank(command.reason)) refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    if (command.mark === undefined)
      return refusals.length > 0 ? refuse(...refusals) : accept({ removes: former });
    const by = fitting(command.mark);
    const { id: _, ...was } = former;
    if (by.kind !== former.kind || by.personId !== former.personId)
      refusals.push({ code: "VALUE_NOT_ALLOWED", path: ["mark", "personId"] });
    else if (isSame(by, was as Mark)) refusals.push({ code: "VALUE_UNCHANGED", path: ["mark"] });
    refusals.push(
      ...checkMark(by, { ...facts, others: facts.others.filter((one) => one.id !== former.id) }),
    );
    return refusals.length > 0 ? refuse(...refusals) : accept({ replaces: { mark: former, by } });
  },
);

/** Whether the case goes on for a child after the birthday that ends childhood, and why (DEC-15). */
export const decideSetMajority = rule(
  { id: "CON-13", cites: [ia("162")], decisions: ["DEC-15"] },
  (
    member: MarkedMember,
    { continues, reason }: Pick<SetMajority, "continues" | "reason">,
  ): Result<{ readonly continues: boolean }> => {
    const refusals: Refusal[] = [];
    if (member.role !== "CHILD") refusals.push({ code: "VALUE_NOT_ALLOWED", path: ["personId"] });
    if ((member.continuesPastMajority ?? false) === continues)
      refusals.push({ code: "VALUE_UNCHANGED", path: ["continues"] });
    if (isBlank(reason)) refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    return refusals.length > 0 ? refuse(...refusals) : accept({ continues });
  },
);

/** Whether a mark holds on a day. */
export const markHolds = (mark: Mark, day: PlainDate): boolean =>
  mark.kind === "RIGHTS" ? mark.on <= day : inForceOn(mark, day);
