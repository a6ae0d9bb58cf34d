import type { ContactId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { type Duty, dutyId } from "./duty.ts";
import type { Evaluation } from "./evaluate.ts";

/** What recording one contact changed: said at once to who recorded it. */
export interface SatisfiedBy {
  readonly contactId: ContactId;
  /** Duties met now that were not met before. */
  readonly settled: readonly Duty[];
  /** Duties that wait for less than before. */
  readonly progressed: readonly Duty[];
  /** The five-day contacts, where one of them was met: how many of how many, and those met late. */
  readonly firstContact?: {
    readonly met: number;
    readonly of: number;
    readonly late: readonly Duty[];
  };
  /** The weekly windows, where they came to be or moved. */
  readonly weeks?: { readonly count: number; readonly from: PlainDate; readonly to: PlainDate };
  /** Duties and tasks that appeared (the first-meeting e-mail among them). */
  readonly opened: readonly Duty[];
  /** Duties that are no longer listed. */
  readonly dropped: readonly Duty[];
}

const waitsForLess = (before: Duty | undefined, after: Duty): boolean =>
  before !== undefined &&
  after.settledOn === undefined &&
  after.cancelledOn === undefined &&
  JSON.stringify(before.missing) !== JSON.stringify(after.missing);

const weeksOf = (evaluation: Evaluation): readonly Duty[] =>
  evaluation.duties.filter((duty) => duty.key.startsWith("WEEK:"));

const span = (weeks: readonly Duty[]): string =>
  weeks.map((week) => `${dutyId(week)} ${week.opensOn}`).join();

/** Compares the duties of a case before and after a contact was recorded. */
export const satisfiedBy = (
  before: Evaluation,
  after: Evaluation,
  contactId: ContactId,
): SatisfiedBy => {
  const earlier = new Map(before.duties.map((duty) => [dutyId(duty), duty]));
  const later = new Set(after.duties.map(dutyId));
  const settled = after.duties.filter(
    (duty) => duty.settledOn !== undefined && earlier.get(dutyId(duty))?.settledOn === undefined,
  );
  const initial = after.duties.filter(
    (duty) => duty.rule === "CON-4" && duty.cancelledOn === undefined,
  );
  const weeks = weeksOf(after);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const moved = span(weeks) !== span(weeksOf(before));
  return {
    contactId,
    settled,
    progressed: after.duties.filter((duty) => waitsForLess(earlier.get(dutyId(duty)), duty)),
    ...(settled.some((duty) => duty.rule === "CON-4") && {
      firstContact: {
        met: initial.filter((duty) => duty.settledOn !== undefined).length,
        of: initial.length,
        late: settled.filter(
          (duty) =>
            duty.rule === "CON-4" &&
            duty.dueOn !== undefined &&
            (duty.settledOn ?? "") > duty.dueOn,
        ),
      },
    }),
    ...(moved &&
      first &&
      last?.dueOn && { weeks: { count: weeks.length, from: first.opensOn, to: last.dueOn } }),
    opened: after.duties.filter(
      (duty) => !earlier.has(dutyId(duty)) && duty.settledOn === undefined,
    ),
    dropped: before.duties.filter((duty) => !later.has(dutyId(duty))),
  };
};
