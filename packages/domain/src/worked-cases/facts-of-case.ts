import type { CaseFile } from "../casefile/case-file.ts";
import { evaluate, type Evaluation } from "../contacts/evaluate.ts";
import type { Expectation } from "../contacts/explain/expectation.ts";
import { explainExpectations } from "../contacts/explain/expectations.ts";
import { withoutLevels } from "../contacts/minimum.ts";
import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import type { Json, JsonObject, WorkedCase } from "./checker.ts";
import { isObject, objects } from "./compare.ts";

type Loose = { readonly [field: string]: Json | undefined };

/** The first of several names of a field: worked cases are written by hand. */
const first = (record: Loose, ...names: readonly string[]): Json | undefined =>
  names.map((name) => record[name]).find((value) => value !== undefined && value !== null);

const named = (entries: { readonly [field: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

/** A basis stands as a code, or as a record with its dates; an order may be named beside the criteria. */
const criteriaOf = (member: JsonObject): readonly Json[] => {
  const criteria = member["criteria"];
  const records = (Array.isArray(criteria) ? (criteria as readonly Json[]) : []).map((entry) =>
    isObject(entry)
      ? named({
          ...entry,
          basis: first(entry, "basis", "criterion", "code", "kind", "type"),
          from: first(entry, "from", "orderDate", "orderedOn", "date"),
          to: first(entry, "to", "endDate", "dismissedOn", "endedOn"),
        })
      : entry,
  );
  const order = first(member, "cinaOrderDate", "cinaOrderedOn", "cinaFrom");
  return order === undefined
    ? records
    : [...records.filter((entry) => entry !== "CINA"), { basis: "CINA", from: order }];
};

/** Where someone lives: a list, one situation, or a setting that stands at the person. */
const livingOf = (member: JsonObject): readonly Json[] => {
  const { living, setting, state } = member;
  if (Array.isArray(living)) return living as readonly Json[];
  if (isObject(living)) return [living];
  return setting === undefined ? [] : [named({ setting, state })];
};

const memberOf = (member: JsonObject): JsonObject =>
  named({
    ...member,
    living: livingOf(member),
    criteria: criteriaOf(member),
    to: first(member, "to", "leftOn", "membershipEndedOn"),
    deceasedOn: first(member, "deceasedOn", "diedOn", "dateOfDeath"),
  });

const contactOf = (contact: JsonObject, index: number): JsonObject =>
  named({
    ...contact,
    id: contact["id"] ?? `contact ${index + 1}`,
    mode: contact["mode"] ?? "FACE_TO_FACE",
    with: first(contact, "with", "personsSeen", "seen") ?? [],
  });

const rightsOf = (given: JsonObject): readonly Json[] => [
  ...objects(given["terminationsOfRights"]),
  ...objects(given["members"]).flatMap((member) =>
    objects(member["terminationOfRights"]).map((ended) => ({
      ...ended,
      parent: member["id"] ?? null,
    })),
  ),
];

/** The last service day has many names; it may also stand in a record of how services ended. */
const lastDayOf = (record: Loose): Json | undefined => {
  const ended = first(record, "serviceTermination", "termination", "closing");
  return (
    first(
      record,
      "lastServiceDay",
      "serviceTerminationDate",
      "terminationDate",
      "terminatedOn",
      "servicesTerminatedOn",
      "serviceTerminatedOn",
      "serviceEndDate",
      "caseClosedOn",
      "closedOn",
      "closedDate",
    ) ?? (isObject(ended) ? first(ended, "lastServiceDay", "date", "on") : ended)
  );
};

const episodeOf = (episode: JsonObject): JsonObject =>
  named({
    ...episode,
    serviceType: first(episode, "serviceType", "service", "type") ?? "FSRP",
    lastServiceDay: lastDayOf(episode),
    coordinators: first(episode, "coordinators", "careCoordinator"),
  });

/** A value that is null is one that is not there. */
const withoutNulls = (value: Json): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutNulls);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutNulls(entry)]));
};

/** The given facts as a case file: worked cases leave out what is empty and name some fields more freely. */
export const caseFileOf = (workedCase: WorkedCase): CaseFile => {
  const given = withoutNulls(workedCase.given) as JsonObject;
  const plan = isObject(given["safetyPlan"]) ? given["safetyPlan"]["effectiveDate"] : undefined;
  const contacts = objects(given["contacts"]).map(contactOf);
  const file: { readonly [field: string]: Json | undefined } = {
    ...given,
    contacts,
    lastServiceDay: lastDayOf(given),
    members: objects(given["members"]).map(memberOf),
    terminationsOfRights: rightsOf(given),
    episodes:
      given["episodes"] === undefined ? undefined : objects(given["episodes"]).map(episodeOf),
    safetyPlanEffectiveDate: given["safetyPlanEffectiveDate"] ?? plan,
  };
  return named(file) as unknown as CaseFile;
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
    Object.entries(given).filter(([key]) => !["holidays", "settings", "policy"].includes(key)),
  );

/** The day on which blocks without an as-of date are judged: the latest one that the case speaks of. */
export const finalDay = (workedCase: WorkedCase): PlainDate => {
  const asOfs = objects(workedCase.expect["asOf"]).map((entry) => entry["asOf"] ?? null);
  return latestIn(withoutPolicy(workedCase.given), latestIn(asOfs, "0001-01-01" as PlainDate));
};

export const evaluationOf = (workedCase: WorkedCase, asOf: PlainDate): Evaluation =>
  evaluate(caseFileOf(workedCase), workedCase.book, asOf);

/** What is expected beside contacts on a day (EXP-3, EXP-6). */
export const expectationsOf = (workedCase: WorkedCase, asOf: PlainDate): readonly Expectation[] =>
  explainExpectations(caseFileOf(workedCase), workedCase.book, asOf).map(
    ({ expectation }) => expectation,
  );

/** Whether the minimum of a duty was met by a day, whatever more was asked for (DEC-20). */
export const minimumMetIn =
  (workedCase: WorkedCase, asOf: PlainDate) =>
  (key: string): boolean =>
    evaluate(withoutLevels(caseFileOf(workedCase)), workedCase.book, asOf).duties.some(
      (duty) => duty.key === key && duty.settledOn !== undefined,
    );

/** An effective date alone, for tables of dates. */
export const evaluationOfDate = (
  workedCase: WorkedCase,
  effectiveDate: PlainDate,
  settings = workedCase.book,
): Evaluation => evaluate({ effectiveDate, members: [], contacts: [] }, settings, effectiveDate);
