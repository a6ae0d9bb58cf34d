import { describe, expect, it } from "vitest";
import { checkSetup, type SetupValues, zoneChoices } from "./present.ts";

const values = (over: Partial<SetupValues> = {}): SetupValues => ({
  agencyName: "Sample Department",
  timeZone: "America/Chicago",
  name: "Alma Testwood",
  email: "alma@agency.test",
  password: "four plain words here",
  token: "t",
  ...over,
});

describe("checkSetup", () => {
  it("takes a whole form", () => expect(checkSetup(values())).toEqual([]));
  it("asks for everything that is missing at once", () =>
    expect(
      checkSetup(values({ agencyName: "", timeZone: undefined, token: " " })).map(
        (one) => one.name,
      ),
    ).toEqual(["agencyName", "timeZone", "token"]));
  it("says one thing about each field", () =>
    expect(checkSetup(values({ email: "", password: "short" })).map((one) => one.name)).toEqual([
      "email",
      "password",
    ]));
});

describe("zoneChoices", () => {
  it("begins with zones of the United States", () => {
    const zones = ["Africa/Cairo", "America/Chicago", "America/New_York"];
    expect(zoneChoices(zones).map((choice) => choice.id)).toEqual([
      "America/Chicago",
      "America/New_York",
      "Africa/Cairo",
    ]);
  });
  it("can be searched by the name of the zone", () =>
    expect(zoneChoices(["America/Chicago"])[0]?.label).toContain("Central Time"));
});
