import type { CaseFile, CoordinatorTerm } from "@kinward/domain/casefile";
import { CaseFileSchema } from "@kinward/domain/casefile/schema";
import { type PlainDate } from "@kinward/domain/kernel";
import schema from "@kinward/domain/schemas/case-file.schema.json";
import { covers } from "@kinward/domain/testing";
import { type Json, runWorkedCases, workedCaseOf } from "@kinward/domain/worked-cases";
import { describe, expect, test } from "vitest";
import { personValues, withPerson } from "./edit-person.ts";
import {
  householdValues,
  rightsValues,
  taskValues,
  withEndedRights,
  withHouseholdChange,
  withTask,
} from "./edit-records.ts";
import { termsOf, termValues, withService, withServiceRow, withTerm } from "./edit-service.ts";
import { evaluationOf } from "./present.ts";
import { book, dates, day, everything, told } from "./fixtures.ts";

describe("every fact", () => {
  /** Facts that nothing on the workbench follows from, and other spellings of what is typed. */
  const NOT_TYPED = [
    // Chosen beside the facts.
    "policy",
    "profile",
    // Read by no rule of contacts.
    "caseId",
    "contacts.enteredOn",
    "contacts.organizationId",
    "contacts.place",
    "members.criteria.caretakerKind",
    "members.criteria.meetsOpeningCriteria",
    "members.criteria.siblingKind",
    "members.purposes",
    "openedOn",
    "openingBasis",
    "tasksInput.with",
    // Short forms and old spellings; ids and moments of records, whose order the list gives.
    "careCoordinator.id",
    "episodes.coordinators.id",
    "careCoordinatorAssignedOn",
    "familyPlanFrequency.id",
    "familyPlanFrequency.recordedAt",
    "planFrequencies.id",
    "planFrequencies.recordedAt",
    "safetyPlanEffectiveDate",
    "serviceTerminationDate",
    "terminatedOn",
    "terminationDate",
  ];

  test("of a case file can be typed, or is known to be read by no rule", () => {
    const short = everything();
    const long = withServiceRow(withService(short, dates("2026-11-20", "2027-04-02")), undefined, {
      serviceType: "SAFETY_PLAN",
      ...dates("2026-11-02", "2026-11-19"),
    });
    const typed = new Set([
      ...pathsIn(withService(short, dates("2026-11-20", "2027-04-02"))),
      ...pathsIn(long),
    ]);
    expect(CaseFileSchema.safeParse(long).success).toBe(true);
    const open = pathsOf(schema as Schema)
      .filter((path) => !typed.has(path))
      .filter((path) => !NOT_TYPED.some((known) => path === known || path.startsWith(`${known}.`)));
    expect(open).toEqual([]);
    expect(NOT_TYPED.filter((path) => typed.has(path))).toEqual([]);
  });

  test("that is not typed changes nothing that is owed", () => {
    const full = everything();
    const [ada, ...others] = full.members.toReversed();
    const more = {
      ...full,
      caseId: "case",
      openedOn: day("2026-10-01"),
      openingBasis: "CINA_ASSESSMENT",
      contacts: full.contacts.map((contact) => ({
        ...contact,
        place: "COURT",
        enteredOn: day("2026-12-30"),
        organizationId: "other",
      })),
      members: [
        ...others.toReversed(),
        {
          ...ada,
          purposes: [{ purpose: "REUNIFY", from: day("2026-12-01") }],
          criteria: [
            {
              basis: "SIBLING",
              siblingKind: "HALF",
              caretakerKind: "OTHER",
              meetsOpeningCriteria: false,
            },
          ],
        },
      ],
      tasksInput: full.tasksInput?.map((one) =>
        one.type === "JOINT_MEETING" ? { ...one, with: ["p1"] } : one,
      ),
    } as unknown as CaseFile;
    const plain = {
      ...full,
      members: [...others.toReversed(), { ...ada, criteria: [{ basis: "SIBLING" }] }],
    } as unknown as CaseFile;
    for (const asOf of ["2026-11-20", "2026-12-15", "2027-02-10"]) {
      expect(evaluationOf(more, book, day(asOf))).toEqual(evaluationOf(plain, book, day(asOf)));
      expect(told(more, asOf)).toEqual(told(plain, asOf));
    }
  });

  test("that is typed is saved as a worked case that passes" + covers("X-6"), () => {
    for (const asOf of ["2026-11-25", "2026-12-03", "2027-02-10"]) {
      const saved = workedCaseOf({ title: "Typed", file: everything(), book, asOf: day(asOf) });
      const { cases, unsupported } = runWorkedCases(JSON.parse(JSON.stringify(saved)) as Json);
      expect([cases.flatMap((one) => one.differences), unsupported]).toEqual([[], []]);
    }
  });
});

test("a form that was opened and closed changes nothing", () => {
  const full = everything();
  const same = (changed: CaseFile) => expect(changed).toEqual(full);
  for (const member of full.members) same(withPerson(full, member.id, personValues(member)));
  for (const row of termsOf(full)) same(withTerm(full, row, termValues(row)));
  for (const one of full.tasksInput ?? []) same(withTask(full, one, taskValues(one)));
  for (const one of full.householdChanges ?? [])
    same(withHouseholdChange(full, one, householdValues(one)));
  for (const one of full.terminationsOfRights ?? [])
    same(withEndedRights(full, one, rightsValues(one)));
  const term: CoordinatorTerm | undefined = termsOf(full)[0]?.term;
  expect(term?.to satisfies PlainDate | undefined).toBe("2027-01-01");
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Names of all values that a document of the schema may have: `members.living.from`. */
const pathsOf = (of: Schema, at = ""): readonly string[] => [
  ...Object.entries(of.properties ?? {}).flatMap(([key, value]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return [path, ...pathsOf(value, path)];
  }),
  ...(of.items === undefined ? [] : pathsOf(of.items, at)),
  ...[...(of.anyOf ?? []), ...(of.oneOf ?? [])].flatMap((one) => pathsOf(one, at)),
];

/** The same names of what a document has. */
const pathsIn = (value: unknown, at = ""): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => pathsIn(entry, at));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return [path, ...pathsIn(entry, path)];
  });
};
