import { describe, expect, it } from "vitest";
import type { ReferralDraft } from "@kinward/domain/assignment";
import { familyOf, getIn, memberName, removeMember, setIn } from "./content.ts";

describe("the content of a referral", () => {
  it("sets answers deep inside and forgets what is taken back", () => {
    const one = setIn<ReferralDraft>({}, ["family", "members", 0, "living", "setting"], "KINSHIP");
    expect(one).toEqual({ family: { members: [{ living: { setting: "KINSHIP" } }] } });
    expect(setIn(one, ["family", "members", 0, "living", "setting"], undefined)).toEqual({
      family: { members: [{}] },
    });
    expect(
      setIn<ReferralDraft>(
        { form: { signedOn: "2026-11-18" as never } },
        ["form", "signedOn"],
        undefined,
      ),
    ).toEqual({});
    expect(getIn(one, ["family", "members", 0, "living", "setting"])).toBe("KINSHIP");
    expect(getIn(one, ["service", "purpose"])).toBeUndefined();
  });
  it("keeps No apart from not answered", () => {
    expect(setIn<ReferralDraft>({}, ["family", "interpreterNeeded"], false)).toEqual({
      family: { interpreterNeeded: false },
    });
  });
  it("leaves the former content as it was", () => {
    const before: ReferralDraft = { family: { members: [{ ref: "a", given: "Mia" }] } };
    setIn(before, ["family", "members", 0, "given"], "Maya");
    expect(before.family?.members?.[0]?.given).toBe("Mia");
  });
  it("names the family by its children", () => {
    const members = [
      { ref: "a", family: "Ortiz", role: "CARETAKER" },
      { ref: "b", family: "Reyes", role: "CHILD" },
    ] as const;
    expect(familyOf({ family: { members: [...members] } })).toBe("Reyes");
    expect(familyOf({})).toBeUndefined();
    expect(memberName({}, "Unnamed")).toBe("Unnamed");
  });
  it("removes a person with what was said about them", () => {
    expect(
      removeMember(
        {
          family: {
            members: [{ ref: "a" }, { ref: "b" }],
            relationships: [{ from: "a", to: "b" }],
          },
        },
        "b",
      ),
    ).toEqual({ family: { members: [{ ref: "a" }] } });
  });
});
