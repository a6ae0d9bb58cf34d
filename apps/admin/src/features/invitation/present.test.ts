import { describe, expect, it } from "vitest";
import { checkAccept, tokenOf } from "./present.ts";

describe("checkAccept", () => {
  const long = "four plain words here";
  it.each([
    [{ password: "", again: "" }, "password"],
    [{ password: "short", again: "short" }, "password"],
    [{ password: long, again: "" }, "again"],
    [{ password: long, again: `${long}!` }, "again"],
  ])("%j fails at %s", (values, name) =>
    expect(checkAccept(values).map((fault) => fault.name)).toEqual([name]),
  );
  it("takes the same password twice", () =>
    expect(checkAccept({ password: long, again: long })).toEqual([]));
});

it("reads the token behind the hash", () => {
  expect(tokenOf("#abc-1")).toBe("abc-1");
  expect(tokenOf("")).toBe("");
});
