import type { ComparedPerson, ConflictView } from "@kinward/domain/views";
import { expect, test } from "vitest";
import { comparedFields, conflictText } from "./comparison.ts";

const person = (fields: ComparedPerson["fields"], more: object = {}) =>
  ({ fields, ...more }) as ComparedPerson;

test("each field says whether the records differ, or only one knows it", () => {
  const a = person({ given: "Ann", birthDate: "2018-05-04", sex: "FEMALE" });
  const b = person({ given: "Anna", birthDate: "2018-05-04" }, { birthDateKind: "ESTIMATED" });
  const shown = comparedFields({ a, b, differing: ["given", "birthDate"] }, "2026-11-22");
  expect(shown.map(({ id, values, state }) => [id, ...values, state])).toEqual([
    ["given", "Ann", "Anna", "DIFFERS"],
    ["birthDate", "May 4, 2018", "May 4, 2018, estimated", "DIFFERS"],
    ["sex", "Female", undefined, "ONLY"],
  ]);
});

test("a conflict says where and when, as far as it may be seen", () => {
  const conflict = {
    because: "OVERLAP",
    kind: "LIVING",
    caseId: "c",
    caseNumber: "2026-00001",
  } as unknown as ConflictView;
  const text =
    "Case 2026-00001, Where the person lives: both records, for the same days, not the same";
  expect(conflictText(conflict)).toBe(text);
  expect(
    conflictText({ ...conflict, from: "2026-01-01", to: "2026-01-31" } as ConflictView),
  ).toContain(`${text}, Jan`);
});
