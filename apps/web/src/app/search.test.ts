import { expect, it } from "vitest";
import { searches } from "./search.ts";

it("reads what an address may say and leaves out what it may not", () => {
  expect(searches.work({ bucket: "LATE", staffId: "s" })).toEqual({ bucket: "LATE", staffId: "s" });
  expect(searches.work({ bucket: "late", x: 1 })).toEqual({});
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
  // The first page has the address without a page.
  expect(searches.cases({ page: 1 })).toEqual({});
  expect(searches.signIn({ next: "/cases", why: "other" })).toEqual({ next: "/cases" });
});
