import { expect, it } from "vitest";
import { shortcutOf } from "./shortcuts.ts";

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const idle = { typing: false, overlay: false, letters: false };

it("opens Find or do from anywhere, even while typing", () => {
  expect(shortcutOf(key("k", { ctrlKey: true }), { ...idle, typing: true })).toBe("find");
  expect(shortcutOf(key("K", { metaKey: true }), idle)).toBe("find");
});
it("keeps single letters off until they are switched on, and off while typing or in a dialog", () => {
  expect(shortcutOf(key("c"), idle)).toBeUndefined();
  expect(shortcutOf(key("c"), { ...idle, letters: true })).toBe("log");
  expect(shortcutOf(key("c"), { ...idle, letters: true, typing: true })).toBeUndefined();
  expect(shortcutOf(key("c"), { ...idle, letters: true, overlay: true })).toBeUndefined();
});
it("lists the shortcuts with a question mark", () => {
  expect(shortcutOf(key("?"), idle)).toBe("help");
});
