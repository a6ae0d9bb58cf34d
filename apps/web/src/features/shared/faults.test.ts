import { describe, expect, it } from "vitest";
import { faultsOfFailure, faultsOfIssues, fieldFor } from "./faults.ts";

describe("faults", () => {
  it("finds the field that shows a fault, or the nearest one above it", () => {
    expect(fieldFor(["members", 0, "living", "setting"], ["members.0.living", "members"])).toBe(
      "members.0.living",
    );
    expect(fieldFor(["other"], ["members"])).toBeUndefined();
  });
  it("says a missing answer in the words of its field", () => {
    const faults = faultsOfIssues(
      [{ path: ["on"], message: "Invalid input: expected string, received undefined" }],
      { on: "Enter the date of the contact" },
    );
    expect(faults).toEqual([{ name: "on", message: "Enter the date of the contact" }]);
  });
  it("says of an answer that was given what is wrong with it, not that it is missing", () => {
    expect(
      faultsOfIssues([{ path: ["reason"], message: "TOO_LONG:2000" }], {
        reason: "Enter the reason",
      }),
    ).toEqual([{ name: "reason", message: "Shorten this to at most 2000 characters" }]);
  });
  it("puts refusals to their fields by code and everything else above the form", () => {
    expect(
      faultsOfFailure({
        kind: "REFUSED",
        refusals: [
          {
            code: "SUBAREA_REQUIRED",
            path: ["service", "subareaId"],
            params: { area: "Des Moines" },
          },
        ],
      }),
    ).toEqual([{ name: "service.subareaId", message: "Choose the subarea of Des Moines" }]);
    expect(faultsOfFailure({ kind: "OFFLINE" })).toEqual([
      { message: "There is no connection to the server. Try again in a moment." },
    ]);
  });
  it("shows one fault for each field", () => {
    const issues = [
      { path: ["on"], message: "DATE_INVALID" },
      { path: ["on"], message: "FIELD_REQUIRED" },
    ];
    expect(faultsOfIssues(issues, {})).toHaveLength(1);
  });
});
