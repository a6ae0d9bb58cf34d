import { countBusinessDays } from "../calendar/office-calendar.ts";
import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { Duty } from "./duty.ts";

/** How late something is, in the unit of its rule. */
export interface Lateness {
  readonly n: number;
  readonly unit: "BUSINESS_DAYS" | "DAYS";
}

/** How late a duty was met, or is by a day; undefined where it is not late. The five days count business days (DEC-02). */
export const latenessOn = (duty: Duty, day: PlainDate, book: PolicyBook): Lateness | undefined => {
  const until = duty.settledOn ?? duty.cancelledOn ?? duty.lapsedOn ?? day;
  if (duty.dueOn === undefined || until <= duty.dueOn) return undefined;
  return duty.rule === "CON-4"
    ? { n: countBusinessDays(book, duty.dueOn, until), unit: "BUSINESS_DAYS" }
    : { n: daysBetween(duty.dueOn, until), unit: "DAYS" };
};
