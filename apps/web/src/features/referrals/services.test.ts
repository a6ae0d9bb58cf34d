import { expect, it } from "vitest";
import { foundDetail, recordOf, serviceDates, serviceName } from "./services.ts";

const today = "2026-11-23";
const found = {
  foundId: "f",
  organizationName: "Harvest Home",
  from: "2025-01-07",
  to: "2025-06-30",
  serviceType: "FSRP",
  caseNumber: "2025-00012",
  entered: false,
  through: ["Ann Moss", "Ben Moss"],
} as never;

it("says of a service that was found when, which, where and through whom", () => {
  expect(foundDetail(found, today)).toBe(
    "FSRP, Jan 7, 2025 to Jun 30, 2025, case 2025-00012, through Ann Moss and Ben Moss",
  );
});
it("says when a service was as far as it is known", () => {
  expect(serviceDates({}, today)).toBe("no dates");
  expect(serviceDates({ from: "2026-10-26" }, today)).toBe("since Mon, Oct 26");
  expect(
    serviceName({ organizationName: "Old Mill", from: "2026-01-05", to: "2026-02-05" }, today),
  ).toBe("Old Mill, Jan 5 to Feb 5");
});
it("points to the record of a service that was found", () => {
  expect(recordOf(found, "r")).toEqual({
    ref: "r",
    foundId: "f",
    organizationName: "Harvest Home",
    from: "2025-01-07",
    to: "2025-06-30",
  });
});
