import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import type { DutyRule } from "./duty.ts";

/** Rules under which somebody must be seen; the rest is told or written. */
export const SEEING_RULES: readonly DutyRule[] = [
  "CON-2",
  "CON-4",
  "CON-6",
  "CON-7",
  "CON-9",
  "CON-10",
  "CON-13",
];

/**
 * The due dates by which "seen on time" is measured on a day: those of the last 30 days, today not yet among them. Of
 * these, a duty was met on time when it was settled by its due date; what was cancelled is not counted.
 */
export const onTimeBounds = (
  day: PlainDate,
): { readonly dueFrom: PlainDate; readonly dueTo: PlainDate } => ({
  dueFrom: addDays(day, -30),
  dueTo: addDays(day, -1),
});
