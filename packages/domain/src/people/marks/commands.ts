import type { CaseId, CommandId, EpisodeId, PersonId, ReferralFormId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { FrequencyMark, Mark, MarkKind, MemberMark } from "./mark.ts";

interface OfCase {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly caseId: CaseId;
  /** Of the case as it was seen. */
  readonly revision: number;
}

export interface RecordMark<M extends Mark = Mark> extends OfCase {
  readonly mark: M;
}

/** The last day on which a mark holds. */
export interface EndMark<K extends MarkKind = MarkKind> extends OfCase {
  readonly kind: K;
  readonly id: string;
  readonly to: PlainDate;
}

/** What a mark should have said from the first; without one it should not have been recorded at all. */
export interface CorrectMark<M extends Mark = Mark> extends OfCase {
  readonly kind: M["kind"];
  readonly id: string;
  readonly mark?: M;
  readonly reason: string;
}

export type RecordMemberMark = RecordMark<MemberMark>;
export type EndMemberMark = EndMark<MemberMark["kind"]>;
export type CorrectMemberMark = CorrectMark<MemberMark>;
export type RecordFrequency = RecordMark<FrequencyMark>;
export type EndFrequency = EndMark<"FREQUENCY">;
export type CorrectFrequency = CorrectMark<FrequencyMark>;

/** Whether the case goes on after the birthday that ends childhood (DEC-15). */
export interface SetMajority extends OfCase {
  readonly personId: PersonId;
  readonly continues: boolean;
  readonly reason: string;
}

/** The effective date that the initial form 470-3055 should have carried (REF-1). */
export interface CorrectEffectiveDate {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly episodeId: EpisodeId;
  readonly revision: number;
  readonly effectiveDate: PlainDate;
  readonly reason: string;
}

/**
 * A form 470-3055 that followed the initial one of services, as when they are extended (REF-2); with the id of a form that
 * stands, what that one should have said.
 */
export interface RecordFurtherForm {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly episodeId: EpisodeId;
  readonly revision: number;
  readonly corrects?: ReferralFormId;
  readonly effectiveDate: PlainDate;
  readonly signedOn: PlainDate;
  /** Why it is corrected. */
  readonly reason?: string;
}

/** The last service day; without one the services go on (DEC-14). */
export interface EndServices {
  readonly commandId: CommandId;
  readonly recordedAt?: Instant;
  readonly episodeId: EpisodeId;
  readonly revision: number;
  readonly lastServiceDay?: PlainDate;
  readonly reason: string;
}
