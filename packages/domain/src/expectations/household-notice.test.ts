import { expect, test } from "vitest";
import type { PersonId } from "../kernel/ids.ts";
import { defaultPolicyBook } from "../policy/policy-book.ts";
import { covers, day } from "../testing/index.ts";
import { householdNotice } from "./household-notice.ts";

test(`a household notice is prompt within one business day${covers("EXP-6", "DEC-43")}`, () => {
  const told = (notified?: string) =>
    householdNotice(
      {
        person: "iris" as PersonId,
        type: "ENTERED",
        date: day("2027-01-27"),
        ...(notified !== undefined && { notifiedDepartmentOn: day(notified) }),
      },
      defaultPolicyBook("IA_FSRP"),
      day("2027-02-05"),
    );
  expect(told("2027-01-28")).toEqual({ elapsedBusinessDays: 1, flag: "PROMPT" });
  expect(told("2027-02-01")).toEqual({ elapsedBusinessDays: 3, flag: "SLOW" });
  expect(told()).toEqual({ elapsedBusinessDays: 7, flag: "SLOW" });
});
