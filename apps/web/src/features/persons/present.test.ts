import type { FoundPerson, MergeProposalRow } from "@kinward/domain/views";
import { expect, test } from "vitest";
import { answerText, bornText, caseHref, caseText, nameOf, proposedText } from "./present.ts";

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

test("a proposal says who asked and why, and what became of it", () => {
  const me = { today: "2026-11-22", agency: { timeZone: "America/Chicago" } } as never;
  const at = "2026-11-20T15:00:00Z";
  const row = (more: object) =>
    ({
      a: { personId: "a" },
      b: { personId: "b" },
      by: "Wanda Worker",
      at,
      ...more,
    }) as unknown as MergeProposalRow;
  expect(proposedText(row({ reason: "One school" }), me)).toMatch(
    /^Wanda Worker proposed on Nov 20, .* that these are one person: One school$/u,
  );
  expect(proposedText(row({ own: true }), me)).toMatch(/^You proposed on .* one person$/u);
  expect(answerText(row({}), me)).toBeUndefined();
  expect(answerText(row({ b: { personId: "a" } }), me)).toBe("The records were merged meanwhile");
  const answer = { decision: "REJECTED", by: "Susan Supervisor", at, note: "Another mother" };
  expect(answerText(row({ answer }), me)).toMatch(
    /^Declined by Susan Supervisor, .*: Another mother$/u,
  );
});
