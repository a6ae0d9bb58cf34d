import { expect, it } from "vitest";
import { currentEntry, phoneLinks, topLinks } from "./present.ts";

it("shows what the menu of the person names, in its order", () => {
  expect(topLinks(["WORK", "CASES", "REFERRALS"]).map((link) => link.id)).toEqual([
    "WORK",
    "CASES",
    "REFERRALS",
  ]);
});

it("puts Log contact into the middle of the phone bar and never more than five entries", () => {
  expect(phoneLinks(["WORK", "CASES", "REFERRALS", "ADMIN"], true).map((link) => link.id)).toEqual([
    "WORK",
    "CASES",
    "LOG",
    "REFERRALS",
  ]);
  expect(phoneLinks(["WORK", "CASES", "REFERRALS", "INTAKE", "ADMIN"], true)).toHaveLength(5);
  expect(phoneLinks(["CASES"], false).map((link) => link.id)).toEqual(["CASES"]);
});

it("knows the entry of an address", () => {
  expect(currentEntry("/")).toBe("WORK");
  expect(currentEntry("/cases/1/people")).toBe("CASES");
  expect(currentEntry("/contacts/new")).toBe("LOG");
  expect(currentEntry("/account/shortcuts")).toBeUndefined();
});
