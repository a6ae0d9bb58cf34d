import { expect, test } from "vitest";
import { applyPatch } from "./json-patch.ts";

test("applies the operations of RFC 6902 to a copy", () => {
  const document = { a: [1, 2, 3], "b/c": { d: true } };
  const result = applyPatch(document, [
    { op: "test", path: "/a/0", value: 1 },
    { op: "add", path: "/a/-", value: 4 },
    { op: "add", path: "/a/0", value: 0 },
    { op: "remove", path: "/a/1" },
    { op: "replace", path: "/b~1c/d", value: false },
    { op: "copy", from: "/a/0", path: "/first" },
    { op: "move", from: "/b~1c/d", path: "/moved" },
  ]);
  expect(result).toEqual({ a: [0, 2, 3, 4], "b/c": {}, first: 0, moved: false });
  expect(document.a).toEqual([1, 2, 3]);
});

test("throws where an operation does not apply", () => {
  expect(() => applyPatch({ a: 1 }, [{ op: "replace", path: "/b", value: 2 }])).toThrow("/b");
  expect(() => applyPatch({ a: 1 }, [{ op: "remove", path: "/b" }])).toThrow("/b");
  expect(() => applyPatch({ a: 1 }, [{ op: "test", path: "/a", value: 2 }])).toThrow("/a");
});
