import type { DutyChange } from "../effect/case-effect.ts";
import type { HouseholdNoticeFlag } from "../expectations/household-notice.ts";
import type { PersonId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { FamilyNeeds, Opening } from "../people/about-case.ts";
import type { Source } from "./marks.ts";

/** Someone entered or left the parental home, and how the Department learned of it (EXP-6). */
export interface HouseholdChangeView {
  readonly id: string;
  /** A member of the case; absent: someone else, whom `name` describes. */
  readonly personId?: PersonId;
  readonly name: string;
  readonly type: "ENTERED" | "EXITED";
  readonly on: PlainDate;
  readonly recordedBy?: string;
  /** Recorded by the Department itself: no notice is owed. */
  readonly byDepartment: boolean;
  readonly toldOn?: PlainDate;
  /** From the change to the notice, or to today while none was given. */
  readonly businessDays: number;
  readonly flag: HouseholdNoticeFlag;
  readonly receivedOn?: PlainDate;
  readonly receivedBy?: string;
  /** The caller may say that it was read. */
  readonly canReceive: boolean;
}

/** What a corrected birth date would do, before it is saved. */
export interface BirthDatePreview {
  /** The birthday that ends childhood, as it is and as it would be. */
  readonly ofAge: { readonly before?: PlainDate; readonly after?: PlainDate };
  readonly changes: readonly DutyChange[];
  /** Open duties of the person are in other open cases too, and follow there. */
  readonly otherCases: number;
}

/** What was said of something, who said it, and since when it stands so. */
export interface Stated<T> {
  readonly value: T;
  readonly source: Source;
}

/** Why the case was opened and what the family needs, with what was recorded before, newest first. */
export interface AboutCase {
  readonly revision: number;
  /** Absent: the case is not opened yet. */
  readonly opening?: Stated<Opening>;
  readonly formerOpenings: readonly Stated<Opening>[];
  readonly needs: Stated<FamilyNeeds>;
  readonly formerNeeds: readonly Stated<FamilyNeeds>[];
  /** False: a contractor's word, which waits for the Department's. */
  readonly needsConfirmed: boolean;
  readonly can: {
    readonly opening: boolean;
    readonly needs: boolean;
    readonly confirmNeeds: boolean;
  };
}
