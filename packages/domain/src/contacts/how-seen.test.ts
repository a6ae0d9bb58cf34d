import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { contactPlanOf } from "./how-seen.ts";
import type { CaseFile } from "../casefile/case-file.ts";
import type { PersonId } from "../kernel/ids.ts";
import { LIVING_SETTINGS } from "../people/people.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { at, child, covers, day, mother } from "../testing/index.ts";

const book = defaultPolicyBook("IA_FSRP");

test.each(
  LIVING_SETTINGS.flatMap((setting) => ["IA", "IL"].map((state) => [setting, state] as const)),
)(
  `what is said of a child in %s, %s is what is owed${covers("CON-6", "CON-10", "CON-12", "CON-14")}`,
  (setting, state) => {
    const file: CaseFile = {
      effectiveDate: day("2026-09-01"),
      members: [mother(), child("ann", [at(setting, undefined, state)])],
      contacts: [],
    };
    const own = evaluate(file, book, day("2026-11-20"))
      .duties.filter((duty) => duty.subject === ("ann" as PersonId))
      .map((duty) => duty.rule);
    switch (contactPlanOf("CHILD", { setting, state })) {
      case "WITH_FAMILY":
        expect(own).not.toContain("CON-13");
        break;
      case "OWN_MONTH":
        expect(own).toEqual(expect.arrayContaining(["CON-10", "CON-13"]));
        break;
      case "OWN_MONTH_FACILITY":
        expect(own).toEqual(expect.arrayContaining(["CON-6", "CON-13"]));
        break;
      case "INTERSTATE":
        expect(own).not.toContain("CON-13");
        break;
      default:
        expect.unreachable();
    }
  },
);

test("adults are seen at home with the family, a parent elsewhere by plan, others not by rule", () => {
  const plan = (
    role: Parameters<typeof contactPlanOf>[0],
    setting: (typeof LIVING_SETTINGS)[number],
  ) => contactPlanOf(role, { setting, state: "IA" });
  expect(plan("CARETAKER", "PARENTAL_HOME")).toBe("ADULT_OF_HOME");
  expect(plan("PARENT", "NONRESIDENT")).toBe("PER_PLAN");
  expect(plan("CARETAKER", "OTHER_HOME")).toBe("NONE");
});
