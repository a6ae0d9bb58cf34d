import { describe, expect, it } from "vitest";
import { failureOf } from "./failure.ts";

const answer = (kinward: unknown) => ({ data: { kinward } });

describe("what went wrong", () => {
  it("is what the API says, as far as it says something known", () => {
    expect(failureOf(answer({ kind: "NOT_FOUND" }))).toEqual({ kind: "NOT_FOUND" });
    expect(failureOf(answer({ kind: "SOMETHING_NEW" }))).toEqual({ kind: "UNKNOWN" });
  });

  it("is a lost connection where nothing answered, or where the server has lost its database for a moment", () => {
    expect(failureOf(new Error("fetch failed"))).toEqual({ kind: "OFFLINE" });
    expect(failureOf(answer({ kind: "UNAVAILABLE" }))).toEqual({ kind: "OFFLINE" });
  });
});
