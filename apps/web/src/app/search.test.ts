import { expect, it } from "vitest";
import { searches } from "./search.ts";

it("reads what an address may say and leaves out what it may not", () => {
  expect(searches.work({ bucket: "LATE", staffId: "s" })).toEqual({ bucket: "LATE", staffId: "s" });
  expect(searches.work({ bucket: "late", x: 1, within: "4" })).toEqual({});
  expect(searches.work({ within: "7", rule: "CON-4" })).toEqual({ within: 7, rule: "CON-4" });
  expect(
    searches.cases({
      page: "3",
      sort: "lastSeen",
      direction: "descending",
      late: "true",
      stage: "NOWHERE",
    }),
  ).toEqual({
    page: 3,
    sort: "lastSeen",
    direction: "descending",
    late: true,
  });
  expect(
    searches.order({ method: "OVERRIDE", from: "2026-11-01", to: "soon", page: "2", lane: "x" }),
  ).toEqual({ method: "OVERRIDE", from: "2026-11-01", page: 2 });
  // The first page has the address without a page.
  expect(searches.cases({ page: 1 })).toEqual({});
  expect(searches.signIn({ next: "/cases", why: "other" })).toEqual({ next: "/cases" });
});
