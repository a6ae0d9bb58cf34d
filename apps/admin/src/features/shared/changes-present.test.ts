import { instant } from "@kinward/domain/kernel";
import { expect, it } from "vitest";
import { changeLine, momentIn } from "./changes-present.ts";

const chicago = momentIn("America/Chicago");

it("says who, when, why, and what changed", () =>
  expect(
    changeLine(
      {
        at: instant("2026-11-20T16:12:00Z"),
        by: "Alma Testwood",
        procedure: "contracts.save",
        reason: "Amendment 3",
        changes: [
          { field: "Last day", before: "Dec 31", after: "Jun 30" },
          { field: "Phone", after: "515" },
          { field: "E-mail", before: "a@b.test" },
        ],
      },
      chicago,
    ),
  ).toMatchObject({
    title: "Contract saved",
    by: "Alma Testwood",
    at: "Nov 20, 2026, 10:12 AM",
    reason: "Amendment 3",
    details: ["Last day: Dec 31 to Jun 30", "Phone: 515", "E-mail: a@b.test removed"],
  }));

it("has words for a procedure it does not know", () =>
  expect(
    changeLine(
      { at: instant("2026-11-20T16:12:00Z"), by: "A", procedure: "new.thing", changes: [] },
      chicago,
    ).title,
  ).toBe("Changed"));
