import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { invalidText, refusalText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import { type Failure, failureOf } from "../../api/failure.ts";
import { failureText } from "../../app/failure-text.ts";

type Path = readonly (string | number)[];

/** Words for a fault of one field, more fitting than the general ones: "Enter the date of the contact". */
export type FieldWords = Readonly<Record<string, string | undefined>>;

export const pathName = (path: Path | undefined): string | undefined =>
  path === undefined || path.length === 0 ? undefined : path.map(String).join(".");

/** The field that shows a fault: itself, or the nearest one above it that the form has. */
export function fieldFor(
  path: Path | undefined,
  fields: readonly string[] | undefined,
): string | undefined {
  if (path === undefined) return undefined;
  for (let length = path.length; length > 0; length--) {
    const name = pathName(path.slice(0, length));
    if (name !== undefined && (fields === undefined || fields.includes(name))) return name;
  }
  return undefined;
}

/** One fault for each field, the first one found. */
const firstOfEach = (faults: readonly FieldFault[]): readonly FieldFault[] =>
  faults.filter(
    (fault, index) =>
      fault.name === undefined || faults.findIndex((other) => other.name === fault.name) === index,
  );

export interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string | undefined;
}

/** It says what is wrong with an answer that was given: "Enter it" would not help. */
const isKnown = (message: string): boolean =>
  /^(?:TOO_LONG|TEXT_INVALID|DATE_INVALID)/u.test(message);

/** What a schema found, as faults of fields. An answer that is missing has its own words. */
export function faultsOfIssues(
  issues: readonly SchemaIssue[],
  words: FieldWords,
  fields?: readonly string[],
): readonly FieldFault[] {
  return firstOfEach(
    issues.map(({ path, message }) => {
      const name = fieldFor(
        path.map((part) => (typeof part === "symbol" ? part.toString() : part)),
        fields,
      );
      const said = name === undefined ? undefined : words[name];
      return {
        name,
        message: said === undefined || isKnown(message) ? invalidText(codes, message) : said,
      };
    }),
  );
}

/** What the server answered, as faults: refusals at their fields, all else above the form. */
export function faultsOfFailure(
  failure: Failure,
  fields?: readonly string[],
  words: FieldWords = {},
): readonly FieldFault[] {
  if (failure.kind === "REFUSED")
    return firstOfEach(
      failure.refusals.map((refusal) => {
        const name = fieldFor(refusal.path, fields);
        const own =
          refusal.code === "FIELD_REQUIRED" && name !== undefined ? words[name] : undefined;
        return { name, message: own ?? refusalText(codes, refusal) };
      }),
    );
  if (failure.kind === "INVALID" && failure.issues.length > 0)
    return faultsOfIssues(failure.issues, words, fields);
  return [{ message: failureText(failure) }];
}

/** What the server said to a form that was sent; nothing before. */
export const serverFaults = (
  error: unknown,
  fields: readonly string[],
): readonly FieldFault[] | undefined =>
  error === null || error === undefined ? undefined : faultsOfFailure(failureOf(error), fields);

/** A failure in one sentence, refusals by their codes: for what has no form. */
export const sentenceOf = (failure: Failure): string =>
  faultsOfFailure(failure)
    .map((fault) => fault.message)
    .join(". ");
