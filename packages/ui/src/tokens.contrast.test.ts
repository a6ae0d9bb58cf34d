import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Theme = "light" | "dark";

const css = readFileSync(new URL("./styles/tokens.css", import.meta.url), "utf8");
const declared = new Map<string, string>();
for (const [, name, value] of css.matchAll(/--([a-z-]+):\s*([^;]+);/g))
  if (name && value) declared.set(name, value);

/** The color of a token in a theme, as `#rrggbb`. */
function color(token: string, theme: Theme): string {
  const value = declared.get(token)?.trim();
  const both = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value ?? "");
  const found = both ? both[theme === "light" ? 1 : 2] : value;
  if (!found || !/^#[0-9a-f]{6}$/.test(found)) throw new Error(`--${token} is no color: ${value}`);
  return found;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, theme: Theme): number {
  const [low = 0, high = 0] = [front, back]
    .map((token) => luminance(color(token, theme)))
    .toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Text and what it stands on: 4.5 at least (WCAG 1.4.3). */
const TEXT: [string, string][] = [
  ["text", "surface"],
  ["text", "bg"],
  ["text", "sunk"],
  ["text", "brand-soft"],
  ["text", "late-soft"],
  ["text", "wait-fill"],
  ["text", "added"],
  ["text", "removed"],
  ["muted", "surface"],
  ["muted", "bg"],
  ["muted", "sunk"],
  ["muted", "brand-soft"],
  ["brand", "surface"],
  ["brand", "bg"],
  ["brand", "sunk"],
  ["brand", "brand-soft"],
  ["brand-strong", "surface"],
  ["brand-strong", "bg"],
  ["brand-strong", "sunk"],
  ["brand-strong", "brand-soft"],
  ["on-brand", "brand"],
  ["on-brand", "brand-strong"],
  ["nav-text", "nav"],
  ["nav-strong", "nav"],
  ["on-nav-mark", "nav-mark"],
  ["nav", "nav-strong"],
  ["on-offline", "offline"],
  ["on-late", "late-fill"],
  ["late-ink", "surface"],
  ["late-ink", "bg"],
  ["late-ink", "late-soft"],
  ["today-ink", "today-fill"],
  ["today-ink", "surface"],
  ["week-ink", "week-fill"],
  ["on-week-line", "week-line"],
  ["idle-ink", "idle-fill"],
  ["idle-ink", "surface"],
  ["wait-ink", "wait-fill"],
  ["done-ink", "done-fill"],
];

/** Borders, rings and marks that carry meaning: 3 at least (WCAG 1.4.11). */
const SHAPES: [string, string][] = [
  ["control-line", "surface"],
  ["control-line", "bg"],
  ["control-line", "sunk"],
  ["focus", "surface"],
  ["focus", "bg"],
  ["focus", "sunk"],
  ["nav-focus", "nav"],
  ["nav-mark", "nav"],
  ["brand", "surface"],
  ["brand", "brand-soft"],
  ["late", "surface"],
  ["late", "bg"],
  ["today-line", "surface"],
  ["today-line", "today-fill"],
  ["week-line", "surface"],
  ["week-line", "week-fill"],
  ["wait-line", "surface"],
  ["wait-line", "wait-fill"],
  ["done-line", "surface"],
  ["done-line", "done-fill"],
  ["idle-line", "surface"],
  ["idle-line", "idle-fill"],
];

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  test.each(TEXT)("%s on %s is readable", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES)("%s can be seen on %s", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

test("every color of the token file is in a pair", () => {
  const used = new Set([...TEXT, ...SHAPES].flat());
  const decoration = new Set(["line", "scrim"]);
  const colors = [...declared]
    .filter(([name, value]) => /#[0-9a-f]{6}/.test(value) && !name.includes("shadow"))
    .map(([name]) => name);
  expect(colors.filter((name) => !used.has(name) && !decoration.has(name))).toEqual([]);
});

test("only the token file names colors", () => {
  const sheets = [
    "base",
    "button",
    "tag",
    "field",
    "overlay",
    "table",
    "shell",
    "case",
    "feedback",
  ];
  for (const sheet of sheets) {
    const text = readFileSync(new URL(`./styles/${sheet}.css`, import.meta.url), "utf8");
    // Veils over the navy bar and the skip link, which must not follow the theme.
    const named = [...text.matchAll(/#[0-9a-f]{3,8}\b/g)].map(([hex]) => hex);
    const own = named.filter((hex) => !/^#(fff|000|ffffff[0-9a-f]{2})$/.test(hex));
    expect({ sheet, own }).toEqual({ sheet, own: [] });
  }
});

test("the measured ratios of the design stay as they are", () => {
  expect(contrast("text", "surface", "light")).toBeCloseTo(16.5, 1);
  expect(contrast("on-late", "late-fill", "light")).toBeCloseTo(6.9, 1);
  expect(contrast("today-ink", "today-fill", "dark")).toBeCloseTo(8.9, 1);
  expect(contrast("control-line", "surface", "light")).toBeCloseTo(4.3, 1);
});
