import { expect, it } from "vitest";
import type { ContactReceipt, PersonView } from "@kinward/domain/views";
import { personDetail, presentReceipt, titleOfKey } from "./present.ts";

const receipt = (over: Partial<ContactReceipt>): ContactReceipt =>
  ({
    contactId: "k",
    caseId: "c",
    settled: [],
    reopened: [],
    noticeReady: false,
    warnings: [],
    ...over,
  }) as unknown as ContactReceipt;
const initial = (name: string, late = false) => ({
  key: `INITIAL:${name}`,
  rule: "CON-4",
  subject: name,
  subjectName: name,
  late,
});

it("says at once what a contact met, for whom, and where the weeks now lie", () => {
  expect(
    presentReceipt(
      receipt({
        settled: [initial("Marisol", true), initial("Mateo", true), initial("Lucia", true)],
        weeks: { from: "2026-11-22", to: "2026-12-12", count: 3 } as never,
      }),
      "2026-11-20",
      false,
    ),
  ).toEqual([
    "First face-to-face contact met for Marisol, Mateo and Lucia, late.",
    "Weeks 1 to 3 now run Nov 22 to Dec 12.",
  ]);
});
it("names duties of the family without people, and those that a correction opened again", () => {
  expect(
    presentReceipt(
      receipt({
        settled: [
          { key: "WEEK:2", rule: "CON-9", subject: "FAMILY", subjectName: "", late: false },
        ],
        reopened: [{ key: "INITIAL:theo", rule: "CON-4", subject: "theo", subjectName: "Theo" }],
      }),
      "2026-11-20",
      false,
    ),
  ).toEqual([
    "Weekly family contact, week 2 met.",
    "First face-to-face contact is open again for Theo.",
  ]);
});
it("says so when nothing was met, and tells the Department why", () => {
  expect(presentReceipt(receipt({}), "2026-11-20", false)[0]).toContain("no open duty");
  expect(presentReceipt(receipt({}), "2026-11-20", true)[0]).toContain("contractor");
});
it("names duties by their keys", () => {
  expect(titleOfKey("CON-13", "MONTH:2026-12:FAMILY")).toBe("Monthly family contact, December");
  expect(titleOfKey("CON-13", "MONTH:2026-12:mia")).toBe("Monthly contact, December");
});
it("tells who somebody is and when they were not in the case", () => {
  const person = {
    role: "CHILD",
    age: 9,
    living: { setting: "KINSHIP" },
    memberFrom: "2026-11-10",
  } as unknown as PersonView;
  expect(personDetail(person, "2026-11-20", "2026-11-15")).toBe("Child, 9. Kinship care");
  expect(personDetail(person, "2026-11-20", "2026-11-05")).toBe(
    "Child, 9. Kinship care, in the case from Nov 10",
  );
});
