import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { CaseFileSchema } from "../casefile/case-file.schema.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import { takeAlong } from "../casefile/take-along.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { PolicyBookSchema } from "../policy/policy-book.schema.ts";
import { defaultPolicyBook, withSettings } from "../policy/policy-book.ts";
import { caseFileArbitrary, covers, dateIn, day } from "../testing/index.ts";
import { evaluate } from "./evaluate.ts";
import { resultOf } from "./result.ts";
import { EvaluationResultSchema } from "./result.schema.ts";

const book = defaultPolicyBook("IA_FSRP");
const vectors = JSON.parse(
  readFileSync(new URL("../../test-vectors/worked-cases.json", import.meta.url), "utf8"),
) as {
  readonly scenarios: readonly { readonly id: string; readonly given: Record<string, unknown> }[];
};

// Written anew by `vitest run --update`.
test.each([
  ["evaluation", EvaluationResultSchema],
  ["policy-book", PolicyBookSchema],
] as const)("the published JSON Schema of the %s is that of the code", async (name, schema) => {
  const published = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(
    `../../schemas/${name}.schema.json`,
  );
});

const faults = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(JSON.parse(JSON.stringify(value))).error?.issues ?? [];

/** Every date that the facts of a worked case name, and some around them. */
const daysOf = (given: unknown): readonly PlainDate[] => {
  const found = JSON.stringify(given).match(/\d{4}-\d{2}-\d{2}/gu) ?? [];
  return [...new Set([...found, "2027-02-01"])].map(day);
};

const cases = vectors.scenarios.filter(({ given }) => "members" in given && "contacts" in given);

test.each(cases)(
  `the result of worked case $id is as the schema says, on each of its days${covers("X-5")}`,
  ({ given }) => {
    const file = CaseFileSchema.parse(given);
    for (const asOf of daysOf(given)) {
      const result = resultOf(file, book, asOf, { explained: true });
      expect(faults(EvaluationResultSchema, result)).toEqual([]);
      expect(result.duties.every(({ why }) => why !== undefined && why.steps.length > 0)).toBe(
        true,
      );
    }
  },
);

test("so is that of random cases", () => {
  fc.assert(
    fc.property(caseFileArbitrary, dateIn(), (file, asOf) => {
      expect(
        faults(EvaluationResultSchema, resultOf(file, book, asOf, { explained: true })),
      ).toEqual([]);
    }),
    { numRuns: 60, seed: 20_261_122 },
  );
});

test(`every warning of an evaluation names its rule and lines${covers("X-5")}`, () => {
  const file = CaseFileSchema.parse({
    effectiveDate: "2026-11-20",
    members: [
      { id: "dana", role: "PARENT", living: [{ setting: "PARENTAL_HOME" }] },
      { id: "rob", role: "PARENT", living: [{ setting: "NONRESIDENT" }] },
      { id: "mia", role: "CHILD", living: [{ setting: "UNKNOWN" }] },
    ],
    contacts: [],
  });
  const { warnings } = resultOf(file, book, day("2026-12-02"));
  expect(
    warnings.map(({ code, rule }) => [code, rule?.id, rule?.cites.map(({ lines }) => lines)]),
  ).toEqual([
    ["INITIAL_CONTACT_OVERDUE", "CON-4", ["59-60"]],
    ["CARE_COORDINATOR_MISSING", "EXP-3", ["47"]],
    ["NO_FREQUENCY_SPECIFIED", "CON-7", ["66, 75, 85"]],
    ["WHEREABOUTS_UNKNOWN", "CON-14", ["74, 84"]],
  ]);
  expect(faults(EvaluationResultSchema, resultOf(file, book, day("2026-12-02")))).toEqual([]);
});

test("the schema refuses what is no result", () => {
  const file = CaseFileSchema.parse(cases[0]?.given);
  const result = resultOf(file, book, day("2026-12-15"));
  expect(faults(EvaluationResultSchema, { ...result, asOf: "2026-02-30" })).not.toEqual([]);
  expect(faults(EvaluationResultSchema, { ...result, more: 1 })).not.toEqual([]);
  expect(
    faults(EvaluationResultSchema, {
      ...result,
      duties: result.duties.map((duty) => ({ ...duty, status: "LATE" })),
    }),
  ).not.toEqual([]);
});

test("a file taken along is a case file, owes the same under its own policy, and carries no note", () => {
  const own = withSettings(book, { initialContactBusinessDays: 3 }, "trial");
  fc.assert(
    fc.property(caseFileArbitrary, dateIn(), (file, asOf) => {
      const taken = JSON.parse(JSON.stringify(takeAlong(file, own))) as unknown;
      expect(faults(CaseFileSchema, taken)).toEqual([]);
      const read = CaseFileSchema.parse(taken);
      expect(evaluate(read, read.policy ?? book, asOf)).toEqual(evaluate(file, own, asOf));
    }),
    { numRuns: 60, seed: 20_261_122 },
  );
  const noted = takeAlong(
    {
      members: [],
      contacts: [],
      tasksInput: [
        { type: "JOINT_MEETING", date: day("2026-11-20"), workerPresent: true, note: "Snow" },
      ],
    },
    book,
  );
  expect(JSON.stringify(noted)).not.toContain("Snow");
  const alone: CaseFile = {
    effectiveDate: day("2026-11-20"),
    members: [],
    contacts: [],
    tasksInput: [
      { type: "JOINT_MEETING", date: day("2026-11-23"), workerPresent: false, note: "In court" },
    ],
  };
  const statuses = (file: CaseFile) =>
    resultOf(file, book, day("2026-11-24")).duties.map(({ key, status }) => [key, status]);
  expect(statuses(alone)).toContainEqual(["TASK:JOINT_MEETING", "WORKER_NOT_AVAILABLE"]);
  expect(statuses(takeAlong(alone, book))).toEqual(statuses(alone));
  expect(JSON.stringify(takeAlong(alone, book))).not.toContain("court");
});
