import type { PersonId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type {
  CaretakerKind,
  FrequencySource,
  MemberBasis,
  ParentKind,
  RelationshipKind,
  ServicePurpose,
  SiblingKind,
} from "../people.ts";

/** Why someone belongs to the case (CASE-1 to CASE-5). */
export interface BasisMark {
  readonly kind: "BASIS";
  readonly personId: PersonId;
  readonly basis: MemberBasis;
  /** CINA: date of the order; victim: date of the finding. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly meetsOpeningCriteria?: boolean;
  readonly siblingKind?: SiblingKind;
  readonly caretakerKind?: CaretakerKind;
}

/** What the service is for, for one child (SCP-4). */
export interface PurposeMark {
  readonly kind: "PURPOSE";
  readonly personId: PersonId;
  readonly purpose: ServicePurpose;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** The rights of a parent ended: to one child, or to all children of the case (REP-4). */
export interface RightsMark {
  readonly kind: "RIGHTS";
  readonly personId: PersonId;
  readonly childId?: PersonId;
  readonly on: PlainDate;
}

/** What one person is to another one. */
export interface RelationshipMark {
  readonly kind: "RELATIONSHIP";
  readonly personId: PersonId;
  readonly relation: RelationshipKind;
  readonly otherPersonId: PersonId;
  readonly siblingKind?: SiblingKind;
  readonly parentKind?: ParentKind;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** A level of contact (CON-1); without a person it is the family's. */
export interface FrequencyMark {
  readonly kind: "FREQUENCY";
  readonly personId?: PersonId;
  readonly times: number;
  readonly per: "WEEK" | "MONTH";
  readonly source: FrequencySource;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** When the version of the plan was approved: before that it has no effect (DEC-71). */
  readonly approvedOn?: PlainDate;
}

/** A dated fact about a person of a case that only the Department decides. */
export type Mark = BasisMark | PurposeMark | RightsMark | RelationshipMark | FrequencyMark;
export type MarkKind = Mark["kind"];
/** Marks that the row of levels does not govern (requirements D9). */
export type MemberMark = Exclude<Mark, FrequencyMark>;

export type Kept<M extends Mark = Mark> = M & { readonly id: string };

/** First day of a mark, where one is recorded. */
export const markFrom = (mark: Mark): PlainDate | undefined =>
  mark.kind === "RIGHTS" ? mark.on : mark.from;
