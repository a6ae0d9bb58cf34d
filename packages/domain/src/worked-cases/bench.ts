import { holidaysByRule } from "../calendar/holiday-rules.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import { CaseFileSchema } from "../casefile/case-file.schema.ts";
import { evaluate } from "../contacts/evaluate.ts";
import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import { PolicyBookSchema } from "../policy/policy-book.schema.ts";
import type { PolicyBook, SettingVersion } from "../policy/policy-book.ts";
import { SETTINGS, type SettingKey } from "../policy/settings.ts";
import { bookOfCase } from "./book-of-case.ts";
import type { Json, JsonObject, WorkedCase } from "./checker.ts";
import { isObject, objects, textOf } from "./compare.ts";
import { expectationFields, obligationFields, taskFields } from "./duty-rows.ts";
import { caseFileOf, expectationsOf, finalDay } from "./facts-of-case.ts";

/** A worked case on the date workbench: facts, the policy that it was made with, and the day that it is judged on. */
export interface BenchCase {
  readonly title: string;
  readonly file: CaseFile;
  readonly book: PolicyBook;
  readonly asOf: PlainDate;
}

/** What stands in the given facts of a worked case and is no fact of the case. */
const NO_FACTS: ReadonlySet<string> = new Set(["settings", "holidays", "policy"]);

/** Weekdays stand beside dates as a check for readers and would be wrong as soon as a date is changed. */
const isNote = (key: string): boolean => /weekday$/iu.test(key);

const withoutNotes = (value: Json): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutNotes);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isNote(key))
      .map(([key, entry]) => [key, withoutNotes(entry)]),
  );
};

/** The last day that a worked case is judged on; of one that names none, the last that it speaks of. */
const judgedOn = (workedCase: WorkedCase): PlainDate =>
  objects(workedCase.expect["asOf"])
    .flatMap((entry) => textOf(entry["asOf"]) ?? [])
    .filter(isPlainDate)
    .toSorted()
    .at(-1) ?? finalDay(workedCase);

/**
 * Opens a worked case in the shape of `scenarios`, or a case file alone, on the workbench. Undefined where it is no case
 * of contacts or names facts that no rule could read.
 */
export function openBenchCase(document: Json): BenchCase | undefined {
  if (!isObject(document)) return undefined;
  const scenario = isObject(document["given"]) ? document : { given: document };
  const given = (scenario as JsonObject)["given"] as JsonObject;
  const profile = given["profile"] === "KY_IN_HOME" ? "KY_IN_HOME" : "IA_FSRP";
  const { book } = bookOfCase(
    profile,
    [(scenario as JsonObject)["settings"], given["settings"]],
    given["holidays"],
  );
  const expect = (scenario as JsonObject)["expect"];
  const workedCase = { id: "", given, expect: isObject(expect) ? expect : {}, book };
  const facts = Object.fromEntries(
    Object.entries(caseFileOf(workedCase)).filter(([key]) => !NO_FACTS.has(key)),
  );
  const parsed = CaseFileSchema.safeParse(withoutNotes(facts as Json));
  if (!parsed.success) return undefined;
  if (parsed.data.effectiveDate === undefined && parsed.data.episodes === undefined)
    return undefined;
  // A case file that was taken along from a case names the policy that it stood under.
  const taken = PolicyBookSchema.safeParse(given["policy"]);
  return {
    title: textOf((scenario as JsonObject)["title"]) ?? "",
    file: parsed.data,
    book: taken.success ? taken.data : book,
    asOf: judgedOn(workedCase),
  };
}

const isDefault = ({ key, validFrom, value }: SettingVersion): boolean =>
  validFrom === undefined && JSON.stringify(value) === JSON.stringify(SETTINGS[key].default);

/** The versions of a book that differ from the policy texts, in the order in which later ones win. */
const settingsOf = (book: PolicyBook): readonly JsonObject[] =>
  // Of one day the last version counts, so a default may take back what stands before it.
  [...new Map(book.settings.map((one) => [`${one.key} ${one.validFrom ?? ""}`, one])).values()]
    .filter((version) => !isDefault(version))
    .map(({ key, validFrom, value }) => ({
      ...(validFrom !== undefined && { validFrom }),
      values: { [key satisfies SettingKey]: value as Json },
    }));

/** The days by which the lists of a book differ from the rule. */
function holidaysOf(book: PolicyBook): JsonObject | undefined {
  const add: JsonObject[] = [];
  const remove: string[] = [];
  for (const { year, holidays } of book.holidayYears) {
    const byRule = new Set(holidaysByRule(book.profile, year).map(({ date }) => date));
    for (const { date, name } of holidays) if (!byRule.delete(date)) add.push({ date, name });
    remove.push(...byRule);
  }
  return add.length + remove.length === 0 ? undefined : { add, remove };
}

/** A row without the fields that have no value. */
const known = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/**
 * A case of the workbench as a worked case: with what the rules say of it on that day as the expected result, so that it
 * can be run again, by another version of the rules too.
 */
export function workedCaseOf({ title, file, book, asOf }: BenchCase, id = "EXAMPLE"): JsonObject {
  const { duties, warnings } = evaluate(file, book, asOf);
  const settings = settingsOf(book);
  const holidays = holidaysOf(book);
  const given: JsonObject = {
    ...(file as unknown as JsonObject),
    ...(holidays !== undefined && { holidays }),
  };
  const workedCase: WorkedCase = { id, given, expect: { asOf: [{ asOf }] }, book };
  // Clocks are judged on the last day that the case speaks of.
  const clocks = evaluate(file, book, finalDay(workedCase)).episodes.at(-1);
  const tasks = duties.filter((duty) => duty.kind === "TASK");
  const obligations = duties.filter((duty) => duty.kind !== "TASK");
  return {
    id,
    title,
    calendar: book.profile === "KY_IN_HOME" ? "KY" : "IA",
    given,
    ...(settings.length > 0 && { settings }),
    expect: {
      ...(clocks !== undefined && {
        derived: {
          initialContactDue: clocks.initialContactDue,
          day1: clocks.effectiveDate,
          day30: clocks.day30,
          day31: clocks.day31,
        },
      }),
      asOf: [
        {
          asOf,
          obligations: obligations.map((duty) => {
            const { minimum: _, effective: __, by: ___, ...fields } = obligationFields(duty, asOf);
            return known(fields);
          }),
          tasks: tasks.map((task) => known(taskFields(task, asOf))),
          expectations: expectationsOf(workedCase, asOf).map((one) =>
            known(expectationFields(one)),
          ),
          warnings: [...new Set(warnings.map(codeText))],
        },
      ],
    },
  };
}

/** The worked cases of a document that the workbench can open, with their ids. */
export const benchCasesOf = (
  document: Json,
): readonly { readonly id: string; readonly case: BenchCase }[] => {
  const list = Array.isArray(document)
    ? objects(document as Json)
    : isObject(document) && Array.isArray(document["scenarios"])
      ? objects(document["scenarios"])
      : isObject(document)
        ? [document]
        : [];
  return list.flatMap((scenario) => {
    const opened = openBenchCase(scenario);
    return opened === undefined ? [] : [{ id: textOf(scenario["id"]) ?? "", case: opened }];
  });
};
