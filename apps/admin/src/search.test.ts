import { expect, it } from "vitest";
import * as search from "./search.ts";

it("keeps what fits and drops the rest", () => {
  expect(
    search.people({ role: "INTAKE", status: "NOBODY", page: 2, text: 2026, other: 1 }),
  ).toEqual({ role: "INTAKE", page: 2, text: "2026" });
  expect(search.holidays({ profile: "IA_FSRP", year: 1850 })).toEqual({ profile: "IA_FSRP" });
  expect(search.contracts({ from: "2026-02-30" })).toEqual({});
});
