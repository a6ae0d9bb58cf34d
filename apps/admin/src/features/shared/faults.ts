import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { Fault } from "../../api/fault.ts";
import { shared as m } from "./messages.ts";
import { invalidWords, refusalWords } from "./refusal-words.ts";

/** The field of the form that a path of the input belongs to: its first name that the form knows. */
const nameOf = (
  path: readonly (string | number)[] | undefined,
  names: readonly string[],
): string | undefined => names.find((name) => name === path?.[0]);

/**
 * The faults a form shows for an answer of the server; `names` are the fields it has, `known` finds the field of a path
 * that is not named by its first part.
 */
export function fieldFaults(
  fault: Fault,
  names: readonly string[],
  known?: (path: readonly (string | number)[]) => string | undefined,
): readonly FieldFault[] {
  const find = (path: readonly (string | number)[] | undefined) =>
    known?.(path ?? []) ?? nameOf(path, names);
  switch (fault.kind) {
    case "REFUSED":
      return fault.refusals.map((refusal) => ({
        name: find(refusal.path),
        message: refusalWords(refusal),
      }));
    case "INVALID":
      return fault.issues.map((issue) => ({
        name: find(issue.path),
        message: invalidWords(issue.message),
      }));
    default:
      return [{ message: faultWords(fault) }];
  }
}

/** One sentence for a fault that belongs to no field. */
export function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case "REFUSED":
      return fault.refusals.map(refusalWords).join(" ");
    case "RATE_LIMITED":
      return m.faults.rateLimited(Math.ceil(fault.retryAfterSeconds / 60));
    case "INVALID":
      return fault.issues.map((issue) => invalidWords(issue.message)).join(" ");
    case "BUG":
      return m.faults.bug(fault.reference);
    default:
      return m.faults[fault.kind];
  }
}

/** Whether what was edited has changed meanwhile. */
export const isStale = (fault: Fault): boolean =>
  fault.kind === "CONFLICT" ||
  (fault.kind === "REFUSED" && fault.refusals.some((refusal) => refusal.code === "BOOK_CHANGED"));
