import { type Duty, dutyId, dutyReadsAs } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { DutyView } from "@kinward/domain/views";

/** Duties as shown: what each is on a day, and why it was late or missed where that is recorded. */
export const dutyViews = (
  duties: readonly Duty[],
  notes: ReadonlyMap<string, string>,
  on: PlainDate,
): readonly DutyView[] =>
  duties.map((duty) => {
    const note = notes.get(dutyId(duty));
    return {
      ...duty,
      status: dutyReadsAs(duty, on),
      ...(note === undefined ? {} : { note }),
    };
  });
