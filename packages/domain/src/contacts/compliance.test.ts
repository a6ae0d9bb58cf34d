import fc from "fast-check";
import { expect, test } from "vitest";
import { caseFileArbitrary, covers, dateIn, policyBookArbitrary } from "../testing/index.ts";
import { COMPLIANCE_STANDINGS, complianceStatement } from "./compliance.ts";
import type { Duty } from "./duty.ts";
import { evaluate } from "./evaluate.ts";

const duty = (more: Partial<Duty>): Duty =>
  ({
    rule: "CON-4",
    kind: "DEADLINE",
    opensOn: "2026-11-02",
    dueOn: "2026-11-09",
    missing: [],
    ...more,
  }) as Duty;

test(`a statement says of every duty how it stands${covers("X-4", "DEC-17")}`, () => {
  const on = "2026-11-20" as never;
  const statement = complianceStatement(
    [
      duty({ settledOn: "2026-11-09" as never }),
      duty({ settledOn: "2026-11-10" as never }),
      duty({}),
      duty({ rule: "CON-13", kind: "WINDOW" }),
      duty({ rule: "CON-13", kind: "WINDOW", dueOn: "2026-11-30" as never }),
      duty({ rule: "CON-13", kind: "WINDOW", cancelledOn: "2026-11-05" as never }),
      duty({
        rule: "CON-9",
        kind: "WINDOW",
        opensOn: "2026-11-29" as never,
        dueOn: "2026-12-05" as never,
      }),
    ],
    on,
  );
  const none = { MET: 0, MET_LATE: 0, OPEN: 0, LATE: 0, MISSED: 0, CANCELLED: 0 };
  expect(statement.rules).toEqual([
    { rule: "CON-4", counts: { ...none, MET: 1, MET_LATE: 1, LATE: 1 } },
    { rule: "CON-9", counts: { ...none, OPEN: 1 } },
    { rule: "CON-13", counts: { ...none, MISSED: 1, OPEN: 1, CANCELLED: 1 } },
  ]);
  expect(statement.total).toEqual({
    MET: 1,
    MET_LATE: 1,
    OPEN: 2,
    LATE: 1,
    MISSED: 1,
    CANCELLED: 1,
  });
});

test("every duty is counted once, in its rule and in all", () => {
  fc.assert(
    fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(5, 90), (file, book, on) => {
      const { duties } = evaluate(file, book, on);
      const { rules, total } = complianceStatement(duties, on);
      for (const standing of COMPLIANCE_STANDINGS)
        expect(rules.reduce((sum, one) => sum + one.counts[standing], 0)).toBe(total[standing]);
      expect(COMPLIANCE_STANDINGS.reduce((sum, one) => sum + total[one], 0)).toBe(duties.length);
    }),
    { numRuns: 60, seed: 42 },
  );
});
