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
          { field: "contract.to_on", before: "2026-12-31", after: "2027-06-30" },
          { field: "contract.crisis_contact", after: "515" },
          {
            field: "contract.capacities",
            before: '["TRANSPORTATION_ASSISTANCE"]',
            after: '["CONCRETE_SUPPORTS", "HOUSEHOLD_MANAGEMENT"]',
          },
          { field: "contract_rate.cents", before: "125000", after: "128750" },
          {
            field: "staff.office_id",
            before: "0190a000-0000-7000-8000-000000000001",
            after: "0190a000-0000-7000-8000-000000000002",
          },
          { field: "contract.activated_at", after: "2026-11-20T16:12:00Z" },
          { field: "organization.email", before: "a@b.test" },
        ],
      },
      chicago,
    ),
  ).toMatchObject({
    title: "Contract saved",
    by: "Alma Testwood",
    at: "Nov 20, 2026, 10:12 AM",
    reason: "Amendment 3",
    details: [
      "Last day: Dec 31, 2026 to Jun 30, 2027",
      "Crisis contact: 515",
      "Capacities: added Concrete supports, Household management; removed Transportation assistance",
      "Monthly rate: $1,250.00 to $1,287.50",
      "Office changed",
      "E-mail: a@b.test removed",
    ],
  }));

it("has words for a procedure it does not know", () =>
  expect(
    changeLine(
      { at: instant("2026-11-20T16:12:00Z"), by: "A", procedure: "new.thing", changes: [] },
      chicago,
    ).title,
  ).toBe("Changed"));
