import { statusOn } from "../contacts/status.ts";
import { endOfMonth, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import type { Json, JsonObject, WorkedCase } from "./checker.ts";
import { type Comparison, isObject, objects, strings, textOf } from "./compare.ts";
import { type Block, date } from "./contact-block.ts";
import { compareDuties, compareExpectations, taskFields } from "./duty-rows.ts";
import { evaluationOf, expectationsOf, finalDay, minimumMetIn } from "./facts-of-case.ts";

/** Warnings that a contact case is judged by; others are ours or depend on records that worked cases leave out. */
const CONTACT_WARNINGS: ReadonlySet<string> = new Set([
  "INITIAL_CONTACT_OVERDUE",
  "NO_FREQUENCY_SPECIFIED",
]);

const compareWarnings = (
  comparison: Comparison,
  at: string,
  expected: readonly string[],
  workedCase: WorkedCase,
  on: PlainDate,
): void => {
  const wanted = new Set(expected);
  const actual = evaluationOf(workedCase, on)
    .warnings.map((warning) => ({ text: codeText(warning), code: warning.code }))
    .filter(({ text, code }) => CONTACT_WARNINGS.has(code) || wanted.has(text));
  comparison.sameSet(at, expected, [...new Set(actual.map(({ text }) => text))]);
};

/** Codes stand as texts, or as records with the code and whom it is about; no code is none. */
const codesOf = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value ?? null]).flatMap((entry) => {
    if (!isObject(entry)) return textOf(entry ?? undefined) ?? [];
    const code = textOf(entry["code"] ?? entry["warning"] ?? entry["flag"]);
    const of = textOf(entry["subject"] ?? entry["person"] ?? entry["member"]);
    return code === undefined ? [] : of === undefined ? code : `${code}:${of}`;
  });

export const asOf: Block = (comparison, expected, workedCase) => {
  for (const entry of objects(expected)) {
    const day = date(entry["asOf"]);
    const { duties } = evaluationOf(workedCase, day);
    const prefixes = strings(entry["onlyKeysStartingWith"]);
    const compared = duties.filter(
      (duty) =>
        duty.kind !== "TASK" &&
        (prefixes.length === 0 || prefixes.some((prefix) => duty.key.startsWith(prefix))),
    );
    const expectedDuties = entry["obligations"] ?? entry["duties"];
    if (expectedDuties !== undefined)
      compareDuties(
        comparison,
        ` ${day}`,
        objects(expectedDuties),
        compared,
        day,
        minimumMetIn(workedCase, day),
      );
    for (const field of ["warnings", "flags", "codes"])
      if (entry[field] !== undefined)
        compareWarnings(comparison, ` ${day}.${field}`, codesOf(entry[field]), workedCase, day);
    for (const field of ["absentKeys", "notListed"])
      for (const key of strings(entry[field]))
        if (duties.some((duty) => duty.key === key)) comparison.unexpected(` ${day} ${key}`, key);
        else comparison.equal(` ${day}.${field}`, key, key);
    if (entry["tasks"] !== undefined)
      compareTasks(comparison, ` ${day}.tasks`, objects(entry["tasks"]), workedCase, day);
    if (entry["expectations"] !== undefined)
      compareExpectations(
        comparison,
        ` ${day}.expectations`,
        objects(entry["expectations"]),
        expectationsOf(workedCase, day),
      );
    if (entry["notOwed"] !== undefined)
      compareNotOwed(comparison, ` ${day}.notOwed`, objects(entry["notOwed"]), workedCase, day);
    const known = [
      "asOf",
      "asOfWeekday",
      "obligations",
      "duties",
      "onlyKeysStartingWith",
      "warnings",
      "flags",
      "codes",
      "absentKeys",
      "notListed",
      "tasks",
      "expectations",
      "notOwed",
    ];
    for (const field of Object.keys(entry))
      if (![...known, "why", "note", "notes"].includes(field))
        comparison.unsupported(` ${day}.${field}`);
  }
};

const compareTasks = (
  comparison: Comparison,
  at: string,
  expected: readonly JsonObject[],
  workedCase: WorkedCase,
  day: PlainDate,
): void =>
  expected.forEach((row, i) => {
    const { duties, episodes } = evaluationOf(workedCase, day);
    const task = duties.findLast(
      (duty) =>
        (row["key"] === undefined
          ? duty.key.startsWith(`TASK:${textOf(row["type"])}`)
          : duty.key === row["key"]) &&
        (row["subject"] === undefined || duty.subject === row["subject"]),
    );
    comparison.fields(
      `${at}[${i}]`,
      row,
      task
        ? {
            ...taskFields(task, day),
            type: row["type"],
            asOf: row["asOf"],
            statedDateMustEqual: episodes.at(-1)?.initialFamilyContactOn,
            // Shown beside the joint meeting, and no deadline (DEC-21).
            targetDate: task.rule === "CON-5" ? episodes.at(-1)?.initialContactDue : undefined,
          }
        : { type: undefined },
    );
  });

export const tasks: Block = (comparison, expected, workedCase) =>
  objects(expected).forEach((row, i) => {
    const on = row["asOf"] === undefined ? finalDay(workedCase) : date(row["asOf"]);
    const rows = row["tasks"] === undefined ? [row] : objects(row["tasks"]);
    compareTasks(comparison, `[${i}]`, rows, workedCase, on);
  });

const MONTH = /^\d{4}-\d{2}$/;

/**
 * Nobody owes the subject anything under the rule: no row of its own that stands, nor, for a window, a place in the
 * family's. A window is judged on its last day (DEC-13), everything else on the last day that the case speaks of.
 */
const compareNotOwed = (
  comparison: Comparison,
  at: string,
  expected: readonly JsonObject[],
  workedCase: WorkedCase,
  day: PlainDate,
): void =>
  expected.forEach((row, i) => {
    const subject = textOf(row["subject"]) ?? "";
    const window = textOf(row["window"]);
    const month = window !== undefined && MONTH.test(window);
    const on = month
      ? endOfMonth(plainDate(`${window}-01`))
      : row["asOf"] === undefined
        ? day
        : date(row["asOf"]);
    const owed = evaluationOf(workedCase, on).duties.filter(
      (duty) =>
        statusOn(duty, on) !== "CANCELLED" &&
        (row["rule"] === undefined || duty.rule === row["rule"]) &&
        (window === undefined || duty.key === window || duty.key.includes(`:${window}:`)) &&
        (duty.subject === subject || (window !== undefined && duty.missing.includes(subject))),
    );
    comparison.equal(
      `${at}[${i}]`,
      [],
      owed.map((duty) => duty.key),
    );
  });

export const notOwed: Block = (comparison, expected, workedCase) =>
  compareNotOwed(comparison, "", objects(expected), workedCase, finalDay(workedCase));

/** Warnings of the last day as a list, or row by row with the day on which each stands. */
export const warnings: Block = (comparison, expected, workedCase) => {
  const rows = objects(expected).filter((row) => row["asOf"] !== undefined);
  if (rows.length === 0)
    compareWarnings(comparison, "", codesOf(expected), workedCase, finalDay(workedCase));
  for (const row of rows) {
    const on = date(row["asOf"]);
    const listed = row["warnings"] ?? row["codes"] ?? row["flags"];
    compareWarnings(comparison, ` ${on}`, codesOf(listed ?? row), workedCase, on);
  }
};

/** What is expected beside contacts on the last day that the case speaks of. */
export const expectations: Block = (comparison, expected, workedCase) =>
  compareExpectations(
    comparison,
    "",
    objects(expected),
    expectationsOf(workedCase, finalDay(workedCase)),
  );

/** Obligations without a day of their own, as they stand on the last one that the case speaks of. */
export const obligations: Block = (comparison, expected, workedCase) => {
  const on = finalDay(workedCase);
  const { duties } = evaluationOf(workedCase, on);
  const listed = duties.filter((duty) => duty.kind !== "TASK");
  compareDuties(comparison, "", objects(expected), listed, on, minimumMetIn(workedCase, on));
};
