import { expect, it } from "vitest";
import { paths, safeNext } from "./paths.ts";

it("builds addresses and leaves out what is missing", () => {
  expect(paths.work()).toBe("/");
  expect(paths.work({ bucket: "LATE", staffId: undefined })).toBe("/?bucket=LATE");
  expect(paths.signIn({ next: "/cases?text=a&b" })).toBe("/sign-in?next=%2Fcases%3Ftext%3Da%26b");
});

it("follows a sign-in only to addresses of this app", () => {
  expect(safeNext("/contacts/new?draft=1")).toBe("/contacts/new?draft=1");
  for (const foreign of [
    "https://example.org",
    "//example.org",
    "/\\example.org",
    "javascript:alert(1)",
    "",
    undefined,
    "/sign-in?next=/",
  ])
    expect(safeNext(foreign)).toBe("/");
});
