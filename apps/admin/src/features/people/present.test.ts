import { plainDate } from "@kinward/domain/kernel";
import type { StaffView } from "@kinward/domain/views";
import { describe, expect, it } from "vitest";
import {
  accessInput,
  checkAccess,
  identityInput,
  languageWords,
  NONE,
  personState,
  roleChoices,
  roleWords,
  supervisorRole,
  valuesOf,
} from "./present.ts";

const day = plainDate;
const TODAY = day("2026-11-21");

const person = (over: Partial<StaffView> = {}): StaffView => ({
  staffId: "p1" as StaffView["staffId"],
  name: "Dana Exampleton",
  email: "dana@agency.test",
  organizationName: "Department",
  roles: [
    { role: "CASEWORKER", from: day("2025-07-01") },
    { role: "SUPERVISOR", from: day("2024-07-01"), to: day("2025-06-30") },
  ],
  languages: ["en"],
  status: "ACTIVE",
  ...over,
});
const values = (over = {}) => ({
  ...valuesOf(undefined, TODAY),
  name: "Nils Sampleson",
  email: "nils@agency.test",
  works: "DEPARTMENT",
  roles: ["CASEWORKER"],
  reason: "New colleague",
  ...over,
});

it("names the roles of today only", () => expect(roleWords(person(), TODAY)).toBe("Caseworker"));

describe("personState", () => {
  it("tells an end to come from one that has been", () => {
    expect(personState(person({ endedOn: day("2026-12-31") }), TODAY).word).toBe("Ends Dec 31");
    expect(personState(person({ endedOn: day("2026-11-21") }), TODAY).word).toBe("Ended Nov 21");
  });
  it("tells invited from active", () => {
    expect(personState(person({ status: "INVITED" }), TODAY).word).toBe("Invited");
    expect(personState(person(), TODAY).word).toBe("Active");
  });
});

it("offers the roles of where someone works", () => {
  expect(roleChoices("DEPARTMENT").map((choice) => choice.id)).toEqual([
    "CASEWORKER",
    "SUPERVISOR",
    "ADMINISTRATOR",
    "AUDITOR",
  ]);
  expect(roleChoices("ORGANIZATION").map((choice) => choice.id)).toEqual([
    "CARE_COORDINATOR",
    "CONTRACTOR_SUPERVISOR",
    "INTAKE",
  ]);
  expect(roleChoices(undefined)).toEqual([]);
  expect(supervisorRole("ORGANIZATION")).toBe("CONTRACTOR_SUPERVISOR");
});

describe("checkAccess", () => {
  it("begins with nothing chosen", () => {
    const { works, roles, languages, officeId } = valuesOf(undefined, TODAY);
    expect({ works, roles, languages, officeId }).toEqual({
      works: undefined,
      roles: [],
      languages: [],
      officeId: undefined,
    });
  });
  it("asks for the organization only of those who work for one", () => {
    expect(checkAccess(values())).toEqual([]);
    expect(checkAccess(values({ works: "ORGANIZATION" })).map((fault) => fault.name)).toEqual([
      "organizationId",
    ]);
  });
  it("wants an address that looks like one", () =>
    expect(checkAccess(values({ email: "nils" })).map((fault) => fault.name)).toEqual(["email"]));
});

describe("what is sent", () => {
  it("leaves out what was taken back", () =>
    expect(accessInput(values({ officeId: NONE, supervisorId: NONE }))).toEqual({
      roles: ["CASEWORKER"],
      languages: [],
      reason: "New colleague",
    }));
  it("never sends a role that does not exist there", () =>
    expect(
      accessInput(values({ works: "ORGANIZATION", roles: ["CASEWORKER", "INTAKE"] })).roles,
    ).toEqual(["INTAKE"]));
  it("forgets an organization chosen before the Department", () =>
    expect(identityInput(values({ organizationId: "o1" }))).toEqual({
      name: "Nils Sampleson",
      email: "nils@agency.test",
    }));
});

it("says languages in words and keeps codes it does not know", () =>
  expect(languageWords(["en", "xx"])).toBe("English, xx"));
