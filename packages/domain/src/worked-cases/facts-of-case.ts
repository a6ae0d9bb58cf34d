import type { CaseFile } from "../casefile/case-file.ts";
import { evaluate, type Evaluation } from "../contacts/evaluate.ts";
import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import type { Json, JsonObject, WorkedCase } from "./checker.ts";
import { isObject, objects } from "./compare.ts";

/** The given facts as a case file: worked cases leave out what is empty. */
export const caseFileOf = (workedCase: WorkedCase): CaseFile => {
  const contacts = objects(workedCase.given["contacts"]).map((contact) => ({
    ...contact,
    with: contact["with"] ?? [],
  }));
  const members = objects(workedCase.given["members"]).map((member) => ({
    ...member,
    living: member["living"] ?? [],
  }));
  return { ...workedCase.given, contacts, members } as unknown as CaseFile;
};

const latestIn = (value: Json | undefined, latest: PlainDate): PlainDate => {
  if (typeof value === "string") return isPlainDate(value) && value > latest ? value : latest;
  if (Array.isArray(value))
    return (value as readonly Json[]).reduce<PlainDate>(
      (day, entry) => latestIn(entry, day),
      latest,
    );
  return isObject(value)
    ? Object.values(value).reduce<PlainDate>((day, entry) => latestIn(entry, day), latest)
    : latest;
};

/** Dates of facts that are no happenings of the case and must not move the day of judgement. */
const withoutPolicy = (given: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(given).filter(([key]) => key !== "holidays" && key !== "settings"),
  );

/** The day on which blocks without an as-of date are judged: the latest one that the case speaks of. */
export const finalDay = (workedCase: WorkedCase): PlainDate => {
  const asOfs = objects(workedCase.expect["asOf"]).map((entry) => entry["asOf"] ?? null);
  return latestIn(withoutPolicy(workedCase.given), latestIn(asOfs, "0001-01-01" as PlainDate));
};

export const evaluationOf = (workedCase: WorkedCase, asOf: PlainDate): Evaluation =>
  evaluate(caseFileOf(workedCase), workedCase.book, asOf);

/** An effective date alone, for tables of dates. */
export const evaluationOfDate = (
  workedCase: WorkedCase,
  effectiveDate: PlainDate,
  settings = workedCase.book,
): Evaluation => evaluate({ effectiveDate, members: [], contacts: [] }, settings, effectiveDate);
