import type { FieldFault } from "@kinward/ui/ErrorSummary";

/** What a field must say when it is empty: name of the field and the words beside it. */
export type RequiredWords<Values> = { readonly [Name in keyof Values & string]?: string };

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

/** A fault for each needed field that is empty, in the order of the words. */
export const checkRequired = <Values extends object>(
  values: Values,
  words: RequiredWords<Values>,
): FieldFault[] =>
  (Object.keys(words) as (keyof Values & string)[])
    .filter((name) => isEmpty(values[name]))
    .map((name) => ({ name, message: words[name] as string }));
