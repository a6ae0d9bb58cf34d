import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/result.ts";

/** FIELD_REQUIRED at the field. */
export const fieldRequired = (field: string): Refusal => ({
  code: "FIELD_REQUIRED",
  path: [field],
  params: { of: field },
});

/** DATE_IN_FUTURE at the field: something recorded as done carries a date after today. */
export const dateInFuture = (field: string): Refusal => ({
  code: "DATE_IN_FUTURE",
  path: [field],
  params: { of: field },
});

export const isBlank = (value: string | undefined): boolean =>
  value === undefined || value.trim() === "";

/** The refusals of a date of something done: absent, or after today. */
export const doneOnRefusals = (
  field: string,
  date: PlainDate | undefined,
  today: PlainDate,
): readonly Refusal[] => {
  if (date === undefined) return [fieldRequired(field)];
  return date > today ? [dateInFuture(field)] : [];
};
