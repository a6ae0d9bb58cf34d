import { businessDaysBetween } from "../calendar/office-calendar.ts";
import { monthText } from "../calendar/months.ts";
import { toDay } from "../calendar/day-number.ts";
import { firstWeekday, weekZero } from "../calendar/weeks.ts";
import { readCaseFile } from "../casefile/read-case-file.ts";
import { firstMonth } from "../contacts/facts/view.ts";
import { taskStatusOn } from "../contacts/status.ts";
import { householdNotice } from "../expectations/household-notice.ts";
import { endOfMonth, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import { settingOn, withSettings } from "../policy/policy-book.ts";
import type { BlockChecker, Json, JsonObject, WorkedCase } from "./checker.ts";
import { Comparison, isObject, objects, strings, textOf } from "./compare.ts";
import { compareDuties } from "./duty-rows.ts";
import { caseFileOf, evaluationOf, evaluationOfDate, finalDay } from "./facts-of-case.ts";

type Block = (comparison: Comparison, expected: Json, workedCase: WorkedCase) => void;

const date = (value: Json | undefined): PlainDate => plainDate(textOf(value) ?? "");

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

const asOf: Block = (comparison, expected, workedCase) => {
  for (const entry of objects(expected)) {
    const day = date(entry["asOf"]);
    const { duties } = evaluationOf(workedCase, day);
    const prefixes = strings(entry["onlyKeysStartingWith"]);
    const compared = duties.filter(
      (duty) =>
        duty.kind !== "TASK" &&
        (prefixes.length === 0 || prefixes.some((prefix) => duty.key.startsWith(prefix))),
    );
    if (entry["obligations"] !== undefined)
      compareDuties(comparison, ` ${day}`, objects(entry["obligations"]), compared, day);
    if (entry["warnings"] !== undefined)
      compareWarnings(comparison, ` ${day}.warnings`, strings(entry["warnings"]), workedCase, day);
    if (entry["tasks"] !== undefined)
      compareTasks(comparison, ` ${day}.tasks`, objects(entry["tasks"]), workedCase, day);
    if (entry["notOwed"] !== undefined)
      compareNotOwed(comparison, ` ${day}.notOwed`, objects(entry["notOwed"]), workedCase, [day]);
    const known = [
      "asOf",
      "asOfWeekday",
      "obligations",
      "onlyKeysStartingWith",
      "warnings",
      "tasks",
      "notOwed",
    ];
    for (const field of Object.keys(entry))
      if (![...known, "why", "note", "notes"].includes(field))
        comparison.unsupported(` ${day}.${field}`);
  }
};

const derived: Block = (comparison, expected, workedCase) => {
  if (!isObject(expected)) return;
  const clocks = evaluationOf(workedCase, finalDay(workedCase)).episodes.at(-1);
  comparison.fields("", expected, {
    effectiveDate: clocks?.effectiveDate,
    initialContactDue: clocks?.initialContactDue,
    day1: clocks?.effectiveDate,
    day30: clocks?.day30,
    day31: clocks?.day31,
    initialFamilyContactOn: clocks?.initialFamilyContactOn,
    initialFamilyContact: clocks?.initialFamilyContact,
    firstMonthlyMonth: clocks?.firstMonthlyMonth,
    lastServiceDay: clocks?.lastServiceDay,
  });
};

const due: Block = (comparison, expected, workedCase) =>
  comparison.equal(
    "",
    expected,
    evaluationOf(workedCase, finalDay(workedCase)).episodes.at(-1)?.initialContactDue,
  );

const weeks: Block = (comparison, expected, workedCase) => {
  const { duties } = evaluationOf(workedCase, finalDay(workedCase));
  const actual = duties
    .filter((duty) => duty.key.startsWith("WEEK:"))
    .map((duty) => ({
      week: Number(duty.key.slice("WEEK:".length)),
      start: duty.opensOn,
      end: duty.dueOn ?? null,
    }));
  comparison.equal(".length", objects(expected).length, actual.length);
  objects(expected).forEach((row, i) =>
    comparison.fields(`[${i}]`, row, actual.find((week) => week.week === row["week"]) ?? {}),
  );
};

const weekZeroBlock: Block = (comparison, expected, workedCase) => {
  const clocks = evaluationOf(workedCase, finalDay(workedCase)).episodes.at(-1);
  if (!isObject(expected) || !clocks?.initialFamilyContactOn)
    return comparison.equal("", expected, undefined);
  const setting = <K extends "weekMode" | "weekStartsOn">(key: K) =>
    settingOn(workedCase.book, key, clocks.effectiveDate);
  const anchor = clocks.initialFamilyContactOn;
  const first = firstWeekday(setting("weekMode"), setting("weekStartsOn"), toDay(anchor));
  comparison.fields("", expected, { ...weekZero(anchor, first), counts: false });
};

const compareTasks = (
  comparison: Comparison,
  at: string,
  expected: readonly JsonObject[],
  workedCase: WorkedCase,
  day: PlainDate,
): void =>
  expected.forEach((row, i) => {
    const on = row["asOf"] === undefined ? day : date(row["asOf"]);
    const { duties, episodes } = evaluationOf(workedCase, on);
    const task = duties.findLast(
      (duty) =>
        duty.key.startsWith(`TASK:${textOf(row["type"])}`) &&
        (row["subject"] === undefined || duty.subject === row["subject"]),
    );
    comparison.fields(
      `${at}[${i}]`,
      row,
      task
        ? {
            type: row["type"],
            asOf: row["asOf"],
            rule: task.rule,
            subject: task.subject,
            owner: task.owner,
            openFrom: task.opensOn,
            due: task.dueOn,
            status: taskStatusOn(task, on),
            on: task.settledOn,
            reason: task.cancelReason,
            statedDateMustEqual: episodes.at(-1)?.initialFamilyContactOn,
          }
        : { type: undefined },
    );
  });

const tasks: Block = (comparison, expected, workedCase) =>
  compareTasks(comparison, "", objects(expected), workedCase, finalDay(workedCase));

/** Nobody owes the subject anything under the rule: neither a row of its own nor, for a window, a place in the family's. */
const compareNotOwed = (
  comparison: Comparison,
  at: string,
  expected: readonly JsonObject[],
  workedCase: WorkedCase,
  days: readonly PlainDate[],
): void =>
  expected.forEach((row, i) => {
    const subject = textOf(row["subject"]) ?? "";
    const window = textOf(row["window"]);
    // A window is judged on its last day (DEC-13).
    const on = window === undefined ? days : [endOfMonth(plainDate(`${window.slice(0, 7)}-01`))];
    const owed = on.flatMap((day) =>
      evaluationOf(workedCase, day).duties.filter(
        (duty) =>
          duty.rule === row["rule"] &&
          (window === undefined || duty.key.includes(`:${window}:`)) &&
          (duty.subject === subject || (window !== undefined && duty.missing.includes(subject))),
      ),
    );
    comparison.equal(`${at}[${i}]`, [], [...new Set(owed.map((duty) => duty.key))]);
  });

const notOwed: Block = (comparison, expected, workedCase) =>
  compareNotOwed(comparison, "", objects(expected), workedCase, [
    ...objects(workedCase.expect["asOf"]).map((entry) => date(entry["asOf"])),
    finalDay(workedCase),
  ]);

const businessDayTable: Block = (comparison, expected, workedCase) =>
  objects(expected).forEach((row, i) => {
    const effectiveDate = date(row["effectiveDate"]);
    const clocks = evaluationOfDate(workedCase, effectiveDate).episodes[0];
    if (!clocks) return;
    const skipped = businessDaysBetween(workedCase.book, effectiveDate, clocks.initialContactDue);
    comparison.fields(`[${i}]`, row, {
      effectiveDate,
      due: clocks.initialContactDue,
      day30: clocks.day30,
      day31: clocks.day31,
      holidaysSkipped: skipped.flatMap((day) =>
        "name" in day ? { date: day.date, name: day.name } : [],
      ),
    });
  });

const firstMonthTable: Block = (comparison, expected, workedCase) =>
  objects(expected).forEach((row, i) => {
    const effectiveDate = date(row["effectiveDate"]);
    const clocks = evaluationOfDate(workedCase, effectiveDate).episodes[0];
    if (!clocks) return;
    const fullMonth = withSettings(workedCase.book, { monthlyStart: "FIRST_FULL_MONTH" });
    comparison.fields(`[${i}]`, row, {
      effectiveDate,
      day30: clocks.day30,
      day31: clocks.day31,
      firstMonthlyMonth: clocks.firstMonthlyMonth,
      underFirstFullMonth: evaluationOfDate(workedCase, effectiveDate, fullMonth).episodes[0]
        ?.firstMonthlyMonth,
      underMonthOfDay31: monthText(firstMonth("MONTH_OF_DAY_31", toDay(clocks.day31))),
    });
  });

const membership: Block = (comparison, expected, workedCase) => {
  const { members } = readCaseFile(caseFileOf(workedCase));
  objects(expected).forEach((row, i) => {
    const member = members.find((candidate) => candidate.id === row["person"]);
    const basis = member?.criteria.map((entry) => entry.basis) ?? [];
    comparison.fields(`[${i}]`, row, {
      person: member?.id,
      member: member !== undefined,
      from: member?.joined,
      to: member?.to,
      basis: basis.find((code) => code === row["basis"]),
      // Joining a case makes no form 470-3055 and takes no turn (CASE-3, DEC-41): nothing here creates one.
      newReferral: false,
      rotationCounted: false,
    });
  });
};

const householdNotification: Block = (comparison, expected, workedCase) => {
  const { householdChanges } = readCaseFile(caseFileOf(workedCase));
  const rows = isObject(expected) ? [expected] : objects(expected);
  rows.forEach((row, i) => {
    const change =
      householdChanges.find((candidate) => candidate.person === row["person"]) ??
      householdChanges[i];
    comparison.fields(
      rows.length > 1 ? `[${i}]` : "",
      row,
      change
        ? {
            rule: householdNotice.meta.id,
            person: change.person,
            ...householdNotice(change, workedCase.book, finalDay(workedCase)),
          }
        : {},
    );
  });
};

const careCoordinator: Block = (comparison, expected, workedCase) =>
  objects(expected).forEach((row, i) => {
    const on = date(row["asOf"]);
    const flag = evaluationOf(workedCase, on).warnings.find(
      (warning) => warning.code === "CARE_COORDINATOR_MISSING",
    );
    comparison.fields(`[${i}]`, row, { asOf: on, flag: flag?.code });
  });

/** `clocksForK1`: the clocks that run from an effective date named beside them. */
const clocksFor: Block = (comparison, expected, workedCase) => {
  if (!isObject(expected)) return;
  const clocks = evaluationOfDate(workedCase, date(expected["effectiveDate"])).episodes[0];
  comparison.fields("", expected, {
    effectiveDate: clocks?.effectiveDate,
    initialContactDue: clocks?.initialContactDue,
    day1: clocks?.effectiveDate,
    day30: clocks?.day30,
    day31: clocks?.day31,
  });
};

const warnings: Block = (comparison, expected, workedCase) => {
  const codes = strings(expected);
  if (codes.length > 0 || objects(expected).length === 0)
    compareWarnings(comparison, "", codes, workedCase, finalDay(workedCase));
  for (const row of objects(expected)) {
    const on = row["asOf"] === undefined ? finalDay(workedCase) : date(row["asOf"]);
    const listed = strings(row["warnings"] ?? row["codes"]);
    const one = textOf(row["warning"] ?? row["code"]);
    compareWarnings(comparison, ` ${on}`, one === undefined ? listed : [one], workedCase, on);
  }
};

const BLOCKS: Readonly<Record<string, Block>> = {
  asOf,
  derived,
  due,
  dueWeekday: () => undefined,
  weeks,
  weekZero: weekZeroBlock,
  tasks,
  notOwed,
  businessDayTable,
  firstMonthTable,
  membership,
  householdNotification,
  careCoordinator,
  warnings,
};

const blockFor = (block: string): Block | undefined =>
  block.startsWith("clocksFor") ? clocksFor : BLOCKS[block];

/** Blocks whose names other areas use as well; they are ours where the case has an Iowa effective date. */
const isContactCase = (workedCase: WorkedCase): boolean =>
  workedCase.book.profile === "IA_FSRP" &&
  ["effectiveDate", "episodes", "effectiveDates"].some((key) => key in workedCase.given);

/** Who must be seen by when, membership, coordinator and household notices. */
export const contactsChecker: BlockChecker = {
  area: "contacts",
  takes: (block, workedCase) =>
    blockFor(block) !== undefined && (block.startsWith("clocksFor") || isContactCase(workedCase)),
  check: (block, expected, workedCase) => {
    const comparison = new Comparison();
    blockFor(block)?.(comparison, expected, workedCase);
    if (block === "due") {
      const weekday = workedCase.expect["dueWeekday"];
      if (weekday !== undefined)
        comparison.fields("", { due: expected, dueWeekday: weekday }, { due: expected });
    }
    return comparison.result();
  },
};
