import { defaultPolicyBook } from "@kinward/domain/policy";
import { caseFileArbitrary, dateIn } from "@kinward/domain/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { closuresOf, kinwardRows, naturalRows } from "./compare.ts";

const book = defaultPolicyBook("IA_FSRP");
const closures = closuresOf(book, 2026, 2028);
const isFull = process.env["KINWARD_SWEEP"] === "full";

test("an implementation with date-fns gives the same duties and statuses for random cases", () => {
  fc.assert(
    fc.property(caseFileArbitrary, dateIn(0, 150), (file, asOf) => {
      expect(naturalRows(file, closures, asOf)).toEqual(kinwardRows(file, book, asOf));
    }),
    { numRuns: isFull ? 10_000 : 250, seed: 20_261_120 },
  );
});
