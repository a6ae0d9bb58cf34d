import type { Member } from "../../casefile/case-file.ts";
import { ia } from "../../kernel/citation.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { overlaps } from "../../kernel/interval.ts";
import { birthdayOf, type PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import { ADULT_BASES, CHILD_BASES, type MemberBasis, type MemberRole } from "../people.ts";
import type {
  BasisMark,
  FrequencyMark,
  Kept,
  Mark,
  PurposeMark,
  RelationshipMark,
  RightsMark,
} from "./mark.ts";

/** What is known when a mark is recorded. */
export interface MarkFacts {
  readonly members: readonly Pick<
    Member,
    "id" | "role" | "dob" | "deceasedOn" | "continuesPastMajority"
  >[];
  /** The marks of the case; one that is corrected is not among them. */
  readonly others: readonly Kept[];
  readonly childAgeLimit: number;
  readonly today: PlainDate;
}
export type MarkedMember = MarkFacts["members"][number];

/** Someone may have left and come back: the last membership is the present one. */
export const memberOf = (facts: MarkFacts, id: PersonId | undefined): MarkedMember | undefined =>
  id === undefined ? undefined : facts.members.findLast((member) => member.id === id);

const refusal = (code: Refusal["code"], field: string, params?: Refusal["params"]): Refusal => ({
  code,
  path: ["mark", field],
  ...(params && { params }),
});

const BASES_OF: Readonly<Record<MemberRole, readonly MemberBasis[]>> = {
  CHILD: CHILD_BASES,
  PARENT: ["PARENT", "ADOPTIVE_PARENT"],
  STEP_PARENT: ["STEP_PARENT"],
  CARETAKER: ["CARETAKER"],
};

/** The bases that a role can have, in the order of the policy. */
export const basesOfRole = (role: MemberRole): readonly MemberBasis[] =>
  [...CHILD_BASES, ...ADULT_BASES].filter((basis) => BASES_OF[role].includes(basis));

/** What is recorded as done lies neither in the future nor before birth or after death. */
const dateRefusals = (
  field: string,
  date: PlainDate | undefined,
  people: readonly (MarkedMember | undefined)[],
  today: PlainDate,
): readonly Refusal[] => {
  if (date === undefined) return [];
  const refusals: Refusal[] = [];
  if (date > today) refusals.push(refusal("DATE_IN_FUTURE", field, { of: field }));
  for (const person of people) {
    if (person?.dob !== undefined && date < person.dob)
      refusals.push(refusal("DATE_BEFORE_BIRTH", field, { of: person.id }));
    if (person?.deceasedOn !== undefined && date > person.deceasedOn)
      refusals.push(refusal("INVALID_TRANSITION", field, { on: person.deceasedOn }));
  }
  return refusals;
};

const orderRefusals = (mark: { from?: PlainDate; to?: PlainDate }): readonly Refusal[] =>
  mark.from !== undefined && mark.to !== undefined && mark.to < mark.from
    ? [refusal("DATE_ORDER", "to", { after: "from" })]
    : [];

const overlapRefusals = (
  mark: { from?: PlainDate; to?: PlainDate },
  others: readonly { from?: PlainDate; to?: PlainDate }[],
): readonly Refusal[] => {
  const other = others.find((one) => overlaps(one, mark));
  return other === undefined
    ? []
    : [refusal("PERIOD_OVERLAP", "from", other.from === undefined ? {} : { from: other.from })];
};

const ONLY_AS_CHILD: ReadonlySet<MemberBasis> = new Set(["ABUSE_VICTIM", "CINA", "IN_PLACEMENT"]);

/** A basis fits the role, says what the policy asks of it, and begins while the child is a child (DEC-15). */
export const checkBasis = rule(
  {
    id: "CASE-1",
    also: ["CASE-2", "CASE-3", "CASE-4", "CASE-5"],
    cites: [ia("17-24")],
    decisions: ["DEC-15"],
  },
  (mark: BasisMark, facts: MarkFacts): readonly Refusal[] => {
    const { basis } = mark;
    const member = memberOf(facts, mark.personId);
    if (member === undefined) return [refusal("VALUE_NOT_ALLOWED", "personId")];
    const refusals: Refusal[] = [];
    if (!BASES_OF[member.role].includes(basis))
      refusals.push(refusal("VALUE_NOT_ALLOWED", "basis"));
    if (basis === "CINA" && mark.from === undefined)
      refusals.push(refusal("FIELD_REQUIRED", "from", { of: "from" }));
    if (basis === "ABUSE_VICTIM" && mark.meetsOpeningCriteria === undefined)
      refusals.push(refusal("FIELD_REQUIRED", "meetsOpeningCriteria"));
    if (basis === "SIBLING" && mark.siblingKind === undefined)
      refusals.push(refusal("FIELD_REQUIRED", "siblingKind"));
    if (basis === "CARETAKER" && mark.caretakerKind === undefined)
      refusals.push(refusal("FIELD_REQUIRED", "caretakerKind"));
    const isOfAge =
      member.dob !== undefined &&
      member.continuesPastMajority !== true &&
      birthdayOf(member.dob, facts.childAgeLimit) <= (mark.from ?? facts.today);
    if (isOfAge && mark.to === undefined && ONLY_AS_CHILD.has(basis))
      refusals.push(refusal("PERSON_OF_AGE", "basis", { of: member.id, age: facts.childAgeLimit }));
    const same = facts.others.filter(
      (one): one is Kept<BasisMark> =>
        one.kind === "BASIS" && one.personId === mark.personId && one.basis === basis,
    );
    return [
      ...refusals,
      ...dateRefusals("from", mark.from, [member], facts.today),
      ...dateRefusals("to", mark.to, [], facts.today),
      ...orderRefusals(mark),
      ...overlapRefusals(mark, same),
    ];
  },
);

/** A child has one purpose on a day; what it was before keeps its dates. */
export const checkPurpose = rule(
  { id: "SCP-4", cites: [ia("11-15")] },
  (mark: PurposeMark, facts: MarkFacts): readonly Refusal[] => {
    const member = memberOf(facts, mark.personId);
    if (member?.role !== "CHILD") return [refusal("VALUE_NOT_ALLOWED", "personId")];
    const others = facts.others.filter(
      (one): one is Kept<PurposeMark> => one.kind === "PURPOSE" && one.personId === mark.personId,
    );
    return [
      ...dateRefusals("from", mark.from, [member], facts.today),
      ...dateRefusals("to", mark.to, [], facts.today),
      ...orderRefusals(mark),
      ...overlapRefusals(mark, others),
    ];
  },
);

/** Rights end once, of a parent, to a child or to all children of the case. */
export const checkRights = rule(
  { id: "REP-4", also: ["CASE-5"], cites: [ia("24"), ia("96")] },
  (mark: RightsMark, facts: MarkFacts): readonly Refusal[] => {
    const parent = memberOf(facts, mark.personId);
    if (parent?.role !== "PARENT") return [refusal("VALUE_NOT_ALLOWED", "personId")];
    const child = memberOf(facts, mark.childId);
    const refusals: Refusal[] = [];
    if (mark.childId !== undefined && child?.role !== "CHILD")
      refusals.push(refusal("VALUE_NOT_ALLOWED", "childId"));
    const isRecorded = facts.others.some(
      (one) =>
        one.kind === "RIGHTS" &&
        one.personId === mark.personId &&
        (one.childId === mark.childId || one.childId === undefined),
    );
    if (isRecorded) refusals.push(refusal("ALREADY_RECORDED", "childId"));
    return [...refusals, ...dateRefusals("on", mark.on, [child, parent], facts.today)];
  },
);

const MUTUAL = new Set(["SIBLING", "SIGNIFICANT_OTHER"]);

/** What one is to the other holds once at a time; parents are older, and nobody is the parent of an own parent. */
export const checkRelationship = rule(
  { id: "CASE-5", also: ["CASE-3"], cites: [ia("21"), ia("24")] },
  (mark: RelationshipMark, facts: MarkFacts): readonly Refusal[] => {
    const person = memberOf(facts, mark.personId);
    const other = memberOf(facts, mark.otherPersonId);
    if (person === undefined) return [refusal("VALUE_NOT_ALLOWED", "personId")];
    if (other === undefined || other.id === person.id)
      return [refusal("VALUE_NOT_ALLOWED", "otherPersonId")];
    const refusals: Refusal[] = [];
    if (mark.relation === "SIBLING" && mark.siblingKind === undefined)
      refusals.push(refusal("FIELD_REQUIRED", "siblingKind"));
    if (mark.relation === "PARENT" && mark.parentKind === undefined)
      refusals.push(refusal("FIELD_REQUIRED", "parentKind"));
    const between = facts.others.filter(
      (one): one is Kept<RelationshipMark> =>
        one.kind === "RELATIONSHIP" && one.relation === mark.relation,
    );
    const isReverse = (one: RelationshipMark) =>
      one.personId === mark.otherPersonId && one.otherPersonId === mark.personId;
    const isSame = (one: RelationshipMark) =>
      one.personId === mark.personId && one.otherPersonId === mark.otherPersonId;
    if (mark.relation === "PARENT") {
      const isYounger =
        mark.parentKind === "BIOLOGICAL" &&
        person.dob !== undefined &&
        other.dob !== undefined &&
        person.dob >= other.dob;
      if (isYounger || between.some(isReverse))
        refusals.push(refusal("VALUE_NOT_ALLOWED", "otherPersonId"));
    }
    const same = between.filter(
      (one) => isSame(one) || (MUTUAL.has(mark.relation) && isReverse(one)),
    );
    return [
      ...refusals,
      ...dateRefusals("from", mark.from, [person, other], facts.today),
      ...dateRefusals("to", mark.to, [], facts.today),
      ...orderRefusals(mark),
      ...overlapRefusals(mark, same),
    ];
  },
);

const DAYS_OF = { WEEK: 7, MONTH: 31 } as const;

/**
 * A level of contact says how often, by whom and from when. It may begin later; one of the case plan says when its version
 * was approved (DEC-71). Several sources stand side by side: which one counts is judged, not decided here (DEC-20).
 */
export const checkFrequency = rule(
  {
    id: "CON-1",
    also: ["CON-2", "CON-7"],
    cites: [ia("55"), ia("66, 75, 85")],
    decisions: ["DEC-19", "DEC-20", "DEC-71"],
  },
  (mark: FrequencyMark, facts: MarkFacts): readonly Refusal[] => {
    const person = memberOf(facts, mark.personId);
    if (mark.personId !== undefined && person === undefined)
      return [refusal("VALUE_NOT_ALLOWED", "personId")];
    const refusals: Refusal[] = [];
    // Each contact that counts stands on a day of its own.
    if (mark.times > DAYS_OF[mark.per]) refusals.push(refusal("VALUE_NOT_ALLOWED", "times"));
    if (mark.source === "CASE_PLAN" && mark.approvedOn === undefined)
      refusals.push(refusal("FIELD_REQUIRED", "approvedOn"));
    const isRecorded = facts.others.some(
      (one) =>
        one.kind === "FREQUENCY" &&
        one.personId === mark.personId &&
        one.source === mark.source &&
        one.per === mark.per &&
        one.times === mark.times &&
        one.from === mark.from,
    );
    if (isRecorded) refusals.push(refusal("ALREADY_RECORDED", "from"));
    return [
      ...refusals,
      ...dateRefusals("approvedOn", mark.approvedOn, [], facts.today),
      ...orderRefusals(mark),
    ];
  },
);

export const checkMark = (mark: Mark, facts: MarkFacts): readonly Refusal[] => {
  switch (mark.kind) {
    case "BASIS":
      return checkBasis(mark, facts);
    case "PURPOSE":
      return checkPurpose(mark, facts);
    case "RIGHTS":
      return checkRights(mark, facts);
    case "RELATIONSHIP":
      return checkRelationship(mark, facts);
    case "FREQUENCY":
      return checkFrequency(mark, facts);
  }
};
