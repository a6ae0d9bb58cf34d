import type { Brand } from "./brand.ts";
import type { PlainDate } from "./plain-date.ts";

/** A moment, ISO 8601 in UTC with milliseconds (`2026-11-20T15:00:00.000Z`). Never used for dates of policy. */
export type Instant = Brand<"Instant">;

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

export const isInstant = (value: string): value is Instant =>
  SHAPE.test(value) && !Number.isNaN(Date.parse(value));

/** Reads a moment and gives it in one spelling; throws on anything else. */
export const instant = (value: string): Instant => {
  if (!isInstant(value)) throw new Error(`not an instant in UTC: ${value}`);
  return new Date(value).toISOString() as Instant;
};

/** Elapsed milliseconds, exact whatever the clocks on the wall did. */
export const elapsedMs = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** The calendar day of a moment on the clocks of a time zone: a reader for many moments, since making one is dear. */
export function dayIn(timeZone: string): (at: string) => PlainDate {
  const days = new Intl.DateTimeFormat("en-CA", { timeZone });
  return (at) => days.format(Date.parse(at)) as PlainDate;
}
