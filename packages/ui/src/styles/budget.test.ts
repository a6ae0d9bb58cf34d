import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

test("the style sheets of all components stay under 12 kB compressed, before minifying", () => {
  const folder = new URL("./", import.meta.url);
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  const all = sheets.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  expect(gzipSync(all).length).toBeLessThan(12_000);
});

test("every sheet is imported by the index, and is in a layer", () => {
  const folder = new URL("./", import.meta.url);
  const index = readFileSync(new URL("index.css", folder), "utf8");
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".css"))) {
    if (name === "index.css") continue;
    expect(index).toContain(`@import "./${name}"`);
    const outside = readFileSync(new URL(name, folder), "utf8")
      .replaceAll(/\/\*[^]*?\*\//g, "")
      .match(/^[^@\s}][^{]*\{/gm);
    expect({ name, outside }).toEqual({ name, outside: null });
  }
});
