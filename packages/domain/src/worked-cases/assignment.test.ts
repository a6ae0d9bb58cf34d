import { expect, test } from "vitest";
import vectors from "../../test-vectors/worked-cases.json" with { type: "json" };
import { covers } from "../testing/covers.ts";
import { assignmentChecker } from "./assignment.ts";
import type { Json, JsonObject } from "./checker.ts";
import { runWorkedCases } from "./run.ts";

const CASES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  S11: ["ASG-3", "ASG-4", "ASG-5", "DEC-30", "DEC-32"],
  S12: ["ASG-7", "ASG-8", "DEC-30", "DEC-34"],
  S14: ["ASG-5", "ASG-6", "REF-1", "REF-2", "DEC-33"],
  S16: ["SCP-1", "SCP-4", "CASE-1", "ASG-1", "ASG-2", "ASG-3", "ASG-12", "DEC-38"],
  S18: ["ASG-2", "ASG-7", "ASG-11", "DEC-36", "DEC-37"],
};
const scenarioOf = (id: string): JsonObject =>
  (vectors as unknown as { scenarios: readonly JsonObject[] }).scenarios.find(
    (one) => one["id"] === id,
  ) as JsonObject;

for (const [id, requirements] of Object.entries(CASES))
  test(`worked case ${id} with its variants${covers(...requirements)}`, () => {
    const outcome = runWorkedCases([scenarioOf(id)] as unknown as Json, [assignmentChecker]);
    expect(outcome.unsupported).toEqual([]);
    expect(outcome.cases.flatMap((one) => one.differences)).toEqual([]);
    expect(outcome.cases.reduce((sum, one) => sum + one.checks, 0)).toBeGreaterThan(20);
  });

test("a wrong expectation is named with its place", () => {
  const scenario = structuredClone(scenarioOf("S12")) as {
    expect: { assignments: { contractor: string }[] };
  };
  const row = scenario.expect.assignments[3];
  if (row) row.contractor = "Prairie Family Services";
  const { cases } = runWorkedCases([scenario] as unknown as Json, [assignmentChecker]);
  expect(cases[0]?.differences).toEqual([
    {
      at: "assignments[3].contractor",
      expected: "Prairie Family Services",
      actual: "River Bend Family Care",
    },
  ]);
});
