import { addDays, dayIn, type PlainDate } from "@kinward/domain/kernel";

/** The calendar day before an instant in the agency's zone. */
export const dayBefore = (instant: string, timeZone: string): PlainDate =>
  addDays(dayIn(timeZone)(instant), -1);
