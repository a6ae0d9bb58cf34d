import { SETTING_KEYS } from "@kinward/domain/policy";
import { describe, expect, it } from "vitest";
import { newEdit, valueOf, valuesOf } from "./edited.ts";

describe("a setting while it is filled in", () => {
  it("has no value that nobody chose", () => {
    for (const key of SETTING_KEYS) expect([key, valueOf(newEdit(key))]).toEqual([key, undefined]);
  });

  it("has the value of its shape", () => {
    expect(valueOf({ ...newEdit("tieBreak"), choice: "STARTER_FIRST" })).toBe("STARTER_FIRST");
    expect(valueOf({ ...newEdit("allowSingleContractor"), choice: "no" })).toBe(false);
    expect(valueOf({ ...newEdit("resubmissionWindowDays"), number: 0 })).toBe(0);
    expect(valueOf({ ...newEdit("jointMeetingDeadline"), off: true })).toBeNull();
    expect(valueOf({ ...newEdit("overrideReasonCodes"), text: "CONTINUITY\n KINSHIP, " })).toEqual([
      "CONTINUITY",
      "KINSHIP",
    ]);
  });

  it("is sent only with all others", () => {
    const tie = { ...newEdit("tieBreak"), choice: "STARTER_FIRST" };
    expect(valuesOf([])).toBeUndefined();
    expect(valuesOf([tie, newEdit("transferCounts")])).toBeUndefined();
    expect(valuesOf([tie, { ...newEdit("transferCounts"), choice: "no" }])).toEqual({
      tieBreak: "STARTER_FIRST",
      transferCounts: false,
    });
  });
});
