import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../kernel/plain-date.ts";
import {
  caseFileArbitrary,
  covers,
  dateIn,
  modelRows,
  policyBookArbitrary,
} from "../testing/index.ts";
import { obligationFields } from "../worked-cases/duty-rows.ts";
import { evaluate } from "./evaluate.ts";

const RUNS = { numRuns: 250, seed: 20_261_120 };

const rowsOf = (...args: Parameters<typeof evaluate>) =>
  evaluate(...args)
    .duties.filter((duty) => duty.kind !== "TASK")
    .map((duty) => {
      const row = obligationFields(duty, args[2]);
      const listsMissing =
        row.subject === "FAMILY" && (row.status === "OPEN" || row.status === "MISSED");
      return {
        key: row.key,
        rule: row.rule,
        windowStart: row.windowStart,
        due: row.due,
        status: row.status,
        ...(row.satisfiedOn && { satisfiedOn: row.satisfiedOn }),
        ...(row.reason && { reason: row.reason }),
        ...(listsMissing && { missing: [...row.missing].sort() }),
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));

const sorted = (rows: ReturnType<typeof modelRows>) =>
  rows
    .map((row) => ({ ...row, ...(row.missing && { missing: [...row.missing].sort() }) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

describe("contact duties of random cases", () => {
  test(`equal those of a second, day-by-day implementation${covers("CON-4", "CON-6", "CON-7", "CON-9", "CON-10", "CON-13", "CON-14")}`, () => {
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(0, 150), (file, book, asOf) => {
        expect(rowsOf(file, book, asOf)).toEqual(sorted(modelRows(file, book, asOf)));
      }),
      RUNS,
    );
  });

  test(`stay as they are up to the day before changesOn${covers("CON-14")}`, () => {
    fc.assert(
      fc.property(caseFileArbitrary, policyBookArbitrary, dateIn(0, 150), (file, book, asOf) => {
        const now = evaluate(file, book, asOf);
        const last = now.changesOn ? addDays(now.changesOn, -1) : addDays(asOf, 90);
        for (const day of [addDays(asOf, 1), last]) {
          if (day <= asOf || (now.changesOn && day >= now.changesOn)) continue;
          const then = evaluate(file, book, day);
          expect(then.duties).toEqual(now.duties);
          expect(then.warnings).toEqual(now.warnings);
        }
      }),
      RUNS,
    );
  });
});
