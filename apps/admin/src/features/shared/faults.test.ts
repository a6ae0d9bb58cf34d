import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../api/fault.ts";
import { faultWords, fieldFaults, isStale } from "./faults.ts";

describe("fieldFaults", () => {
  it("puts a refusal beside the field that its path names", () =>
    expect(
      fieldFaults({ kind: "REFUSED", refusals: [{ code: "DATE_ORDER", path: ["to"] }] }, [
        "from",
        "to",
      ]),
    ).toEqual([{ name: "to", message: "The end must not be before the beginning" }]));
  it("takes the list for a path into it", () =>
    expect(
      fieldFaults(
        { kind: "REFUSED", refusals: [{ code: "ROLE_NOT_OF_ORGANIZATION", path: ["roles", 1] }] },
        ["roles"],
      )[0]?.name,
    ).toBe("roles"));
  it("leaves a fault without field for the summary", () =>
    expect(
      fieldFaults({ kind: "REFUSED", refusals: [{ code: "LAST_ADMINISTRATOR" }] }, ["roles"])[0]
        ?.name,
    ).toBeUndefined());
  it("never shows the words of the schema library", () =>
    expect(
      fieldFaults({ kind: "INVALID", issues: [{ path: ["name"], message: "Invalid input" }] }, [
        "name",
      ])[0]?.message,
    ).not.toContain("Invalid input"));
});

it("knows both spellings of a changed record", () => {
  expect(isStale({ kind: "CONFLICT" })).toBe(true);
  expect(isStale({ kind: "REFUSED", refusals: [{ code: "BOOK_CHANGED" }] })).toBe(true);
  expect(isStale({ kind: "REFUSED", refusals: [{ code: "DATE_ORDER" }] })).toBe(false);
});

describe("faultOf", () => {
  it("takes a call without an answer for a lost connection", () =>
    expect(faultOf(new TRPCClientError("fetch failed"))).toEqual({ kind: "UNREACHABLE" }));

  it("is the same where the server has lost its database for a moment", () =>
    expect(
      faultOf(
        Object.assign(new TRPCClientError("UNAVAILABLE"), {
          data: { kinward: { kind: "UNAVAILABLE" } },
        }),
      ),
    ).toEqual({ kind: "UNREACHABLE" }));
  it("takes anything unexplained for a bug of ours", () => {
    expect(faultOf(new Error("surprise"))).toEqual({ kind: "BUG" });
    expect(faultWords({ kind: "BUG", reference: "R-17" })).toContain("R-17");
  });
});
