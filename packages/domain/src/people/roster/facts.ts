import type { LivingSituation } from "../../casefile/case-file.ts";
import type { MemberId, PersonId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/result.ts";
import type { MemberRole } from "../people.ts";
import type { BirthDateKind } from "../person.ts";

/** Who records, and what their word may be about. */
export interface Recorder {
  /** A contractor's word takes effect at once and waits for the Department's (requirements D9). */
  readonly by: "CONTRACTOR" | "DEPARTMENT";
  /** Last day of the recording contractor's service: it writes down nothing that is dated later. */
  readonly lastServiceDay?: PlainDate;
  /** The case has a Department worker, whom a notice reaches on the day on which it is recorded. */
  readonly workerToTell?: boolean;
}

/** First and last day of a case, as far as they are known. */
export interface CaseSpan {
  readonly began?: PlainDate;
  /** Last day of the case or of all its services, once they are over. */
  readonly ended?: PlainDate;
}

export interface KnownPerson {
  readonly id: PersonId;
  readonly birthDate?: PlainDate;
  readonly birthDateKind?: BirthDateKind;
  readonly deceasedOn?: PlainDate;
  /** False: a contractor corrected who it is, and the Department has not confirmed it yet. */
  readonly confirmed?: boolean;
}

/** One time of someone in a case. */
export interface Membership {
  readonly memberId: MemberId;
  readonly role: MemberRole;
  readonly joined?: PlainDate;
  readonly to?: PlainDate;
  readonly confirmed: boolean;
}

/** A recorded stay, with its address. */
export interface RosterStay extends LivingSituation {
  readonly id: string;
  readonly address?: string;
  readonly confirmed: boolean;
}

/** Everything recorded of one person in one case. */
export interface RosterPerson {
  readonly person: KnownPerson;
  /** In order; a later one is a return. */
  readonly memberships: readonly Membership[];
  /** In order, without overlap. */
  readonly stays: readonly RosterStay[];
  readonly hasBasis: boolean;
}

/** Refuses days that have not come, lie before a birth, after a death, or after the recording contractor's service. */
export const dayRefusals = (
  on: PlainDate,
  field: string,
  {
    person,
    recorder,
    today,
  }: {
    readonly person?: KnownPerson | undefined;
    readonly recorder?: Recorder;
    readonly today: PlainDate;
  },
): readonly Refusal[] => {
  const path = [field];
  const refusals: Refusal[] = [];
  if (on > today) refusals.push({ code: "DATE_IN_FUTURE", path, params: { of: field } });
  if (
    person?.birthDate !== undefined &&
    person.birthDateKind !== "EXPECTED" &&
    on < person.birthDate
  )
    refusals.push({ code: "DATE_BEFORE_BIRTH", path, params: { of: person.id } });
  if (person?.deceasedOn !== undefined && on > person.deceasedOn)
    refusals.push({ code: "INVALID_TRANSITION", path, params: { on: person.deceasedOn } });
  if (recorder?.lastServiceDay !== undefined && on > recorder.lastServiceDay)
    refusals.push({ code: "DATE_OUTSIDE_SERVICE", path, params: { to: recorder.lastServiceDay } });
  return refusals;
};
