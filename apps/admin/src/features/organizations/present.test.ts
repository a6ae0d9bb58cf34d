import { plainDate } from "@kinward/domain/kernel";
import type { OrganizationView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import { checkOrganization, inputOf, shownOrganizations, valuesOf } from "./present.ts";

const organization = (name: string, endedOn?: string): OrganizationView => ({
  organizationId: name as OrganizationView["organizationId"],
  name,
  kinds: ["CONTRACTOR"],
  staff: 0,
  ...(endedOn === undefined ? {} : { endedOn: plainDate(endedOn) }),
});
const all = [organization("River"), organization("Former", "2025-06-30"), organization("Harbor")];

describe("shownOrganizations", () => {
  it("hides ended ones unless asked for, and then puts them last", () => {
    expect(shownOrganizations(all, {}).map((entry) => entry.name)).toEqual(["Harbor", "River"]);
    expect(shownOrganizations(all, { ended: true }).map((entry) => entry.name)).toEqual([
      "Harbor",
      "River",
      "Former",
    ]);
  });
  it("finds by a part of the name", () =>
    expect(shownOrganizations(all, { text: " IV " }).map((entry) => entry.name)).toEqual([
      "River",
    ]));
});

describe("the form", () => {
  it("asks for name, kind and reason", () =>
    expect(checkOrganization(valuesOf(undefined)).map((fault) => fault.name)).toEqual([
      "name",
      "kinds",
      "reason",
    ]));
  it("sends no empty answers", () =>
    expect(
      inputOf({ name: " River ", kinds: ["CONTRACTOR"], phone: " ", email: "", reason: "New" }),
    ).toEqual({ name: "River", kinds: ["CONTRACTOR"], reason: "New" }));
});
