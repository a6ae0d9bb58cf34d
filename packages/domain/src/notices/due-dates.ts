import { bucketBounds, type BucketBounds } from "../contacts/status.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";

/** How many days ahead a due date is told of. */
const SOON_DAYS = 2;
/** How far back a day is looked at that no job has told of: longer than any outage, shorter than an archive. */
const LATE_DAYS = 14;

/** Bounds of due dates that are told of on a day: what has just become late, and what is due within two days. */
export const dueNoticeBounds = (
  day: PlainDate,
): Readonly<
  Record<"DUTY_LATE" | "DUTY_SOON", Pick<BucketBounds, "kinds" | "dueFrom" | "dueTo">>
> => {
  const { late, today } = bucketBounds(day);
  return {
    DUTY_LATE: { ...late, dueFrom: addDays(day, -LATE_DAYS) },
    DUTY_SOON: { ...today, dueTo: addDays(day, SOON_DAYS) },
  };
};
