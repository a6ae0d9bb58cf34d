import type { FoundPerson } from "@kinward/domain/views";
import { expect, test } from "vitest";
import { bornText, caseHref, caseText, nameOf } from "./present.ts";

const one = {
  caseId: "c",
  caseNumber: "2026-00001",
  role: "CHILD",
  workerName: "Wanda Worker",
  open: true,
  mayOpen: true,
} as FoundPerson["cases"][number];

test("a case of another team is reached past the page that asks for the reason", () => {
  expect(caseHref(one)).toBe("/cases/c");
  expect(caseHref({ ...one, mayOpen: false })).toBe("/cases/c/reason");
  expect(caseText(one)).toBe("Child, open, Wanda Worker");
  expect(caseText({ ...one, open: false, mayOpen: false, officeName: "Ames" })).toBe(
    "Child, ended, Wanda Worker, Ames, asks for a reason",
  );
});

test("what is not known is said", () => {
  expect(nameOf({ name: "" })).toBe("No name recorded");
  expect(bornText(undefined, "2026-11-22")).toBe("Not recorded");
  expect(bornText("2019-03-04" as never, "2026-11-22")).toBe("Mar 4, 2019");
});
