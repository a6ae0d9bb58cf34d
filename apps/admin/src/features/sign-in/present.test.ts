import { describe, expect, it } from "vitest";
import { paths } from "../../paths.ts";
import { answerFaults, missingFaults, safeNext } from "./present.ts";

describe("safeNext", () => {
  it("goes on to a screen of this app", () =>
    expect(safeNext("/admin/contracts?from=2026-08-01")).toBe("/admin/contracts?from=2026-08-01"));
  it.each([
    undefined,
    "",
    "/",
    "https://evil.test/admin/",
    "//evil.test/admin/",
    "/admin//evil.test",
    "/administrator",
  ])("goes home from %j", (next) => expect(safeNext(next)).toBe(paths.home()));
});

it("never tells e-mail and password apart", () =>
  expect(answerFaults({ kind: "REFUSED" }, "PASSWORD")).toEqual([
    { name: "password", message: "E-mail or password is not right" },
  ]));

describe("missingFaults", () => {
  it("asks for both at the first step", () =>
    expect(
      missingFaults("PASSWORD", { email: " ", password: "", code: "" }).map((fault) => fault.name),
    ).toEqual(["email", "password"]));
  it("asks for the code alone at the second", () =>
    expect(
      missingFaults("APP", { email: "", password: "", code: "" }).map((fault) => fault.name),
    ).toEqual(["code"]));
});
