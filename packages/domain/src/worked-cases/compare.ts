import { weekdayOfDay, toDay } from "../calendar/day-number.ts";
import { isPlainDate } from "../kernel/plain-date.ts";
import type { CheckResult, Difference, Json, JsonObject } from "./checker.ts";

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
export const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? (value as readonly Json[]).filter((entry): entry is string => typeof entry === "string")
    : [];
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Fields that explain and are no values to compare (`conventions.freeText`). */
const FREE_TEXT: ReadonlySet<string> = new Set([
  "narrative",
  "why",
  "note",
  "notes",
  "answer",
  "assertions",
]);

/** Gathers comparisons of one block. */
export class Comparison {
  #checks = 0;
  readonly #differences: Difference[] = [];
  readonly #unsupported: string[] = [];

  /** Compares one value; a missing actual value differs from everything but null. */
  equal(at: string, expected: Json, actual: Json | undefined): void {
    this.#checks++;
    if (JSON.stringify(expected) === JSON.stringify(actual ?? null)) return;
    this.#differences.push({ at, expected, ...(actual !== undefined && { actual }) });
  }

  /** Compares lists without regard to order. */
  sameSet(at: string, expected: readonly Json[], actual: readonly Json[]): void {
    const sorted = (values: readonly Json[]) =>
      values
        .map((value) => JSON.stringify(value))
        .sort()
        .map((text) => JSON.parse(text) as Json);
    this.equal(at, sorted(expected), sorted(actual));
  }

  /** Something that must not be there. */
  unexpected(at: string, actual: Json): void {
    this.#checks++;
    this.#differences.push({ at, actual });
  }

  /** An expectation that no rule here answers: reported, never passed. */
  unsupported(at: string): void {
    this.#unsupported.push(at);
  }

  /**
   * Compares the fields that the expectation names. `...Weekday` is the weekday of the expected date beside it, free text
   * is skipped; a field without an answer is unsupported.
   */
  fields(
    at: string,
    expected: JsonObject,
    actual: { readonly [field: string]: Json | undefined },
  ): void {
    for (const [field, value] of Object.entries(expected)) {
      if (FREE_TEXT.has(field)) continue;
      const place = `${at}.${field}`;
      if (field.endsWith("Weekday")) {
        const base = field.slice(0, -"Weekday".length);
        const named = expected[base] ?? expected[`${base}Date`];
        if (typeof named === "string" && isPlainDate(named))
          this.equal(place, value, WEEKDAYS[weekdayOfDay(toDay(named))]);
      } else if (!(field in actual)) this.unsupported(place);
      else if (Array.isArray(value) && Array.isArray(actual[field]))
        this.sameSet(place, value as readonly Json[], actual[field] as readonly Json[]);
      else this.equal(place, value, actual[field]);
    }
  }

  result(): CheckResult {
    return {
      checks: this.#checks,
      differences: this.#differences,
      ...(this.#unsupported.length > 0 && { unsupported: this.#unsupported }),
    };
  }
}
