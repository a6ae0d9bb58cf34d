import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

/** Reads what `vite build` wrote: which files each page fetches, and what they weigh on the wire. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
const DIST = join(import.meta.dirname, "dist");
const MANIFEST = join(DIST, ".vite/manifest.json");
const KB = 1000;

function manifest(): Readonly<Record<string, Chunk>> {
  if (!existsSync(MANIFEST)) throw new Error("no built app: run `vite build` first");
  return JSON.parse(readFileSync(MANIFEST, "utf8")) as Record<string, Chunk>;
}

/** The sources with everything that they import at once. */
function fetched(sources: readonly string[]): readonly Chunk[] {
  const chunks = manifest();
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = chunks[key];
    if (chunk === undefined) throw new Error(`${key} is not in the manifest`);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const source of sources) visit(source);
  return [...seen].map((key) => chunks[key] as Chunk);
}

const gzipped = (file: string): number =>
  gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
const scripts = (sources: readonly string[]): number =>
  [...new Set(fetched(sources).map((chunk) => chunk.file))]
    .filter((file) => file.endsWith(".js"))
    .reduce((sum, file) => sum + gzipped(file), 0);

/** Says the figure, for `npm run measure`. */
function weighed(name: string, bytes: number): number {
  console.log(`script ${name}: ${(bytes / KB).toFixed(1)} kB gz`);
  return bytes;
}

const FIRST = ["index.html"];
/** What a morning needs: the shell with its menus, a case with a reason opened, a contact logged with its notice. */
const SESSION = [
  ...FIRST,
  "src/shell/Account.tsx",
  "src/shell/Toasts.tsx",
  "src/features/shared/explain/WhyPopover.tsx",
  "src/features/case/CaseFile.tsx",
  "src/features/case/Overview.tsx",
  "src/features/contacts/LogContact.tsx",
  "src/features/shared/notice/SendNotice.tsx",
];

it("fetches at most 160 kB of script before My work shows its rows", () => {
  expect(weighed("before the rows of My work", scripts(FIRST))).toBeLessThanOrEqual(160 * KB);
});

it("fetches at most 300 kB in a first session on My work, a case and Log a contact", () => {
  expect(weighed("in a first session", scripts(SESSION))).toBeLessThanOrEqual(300 * KB);
});

it("has no library of schemas and no date picker in what the first rows need", () => {
  const text = fetched(FIRST)
    .map((chunk) => readFileSync(join(DIST, chunk.file), "utf8"))
    .join("\n");
  expect(text).not.toContain("ZodError");
  expect(text).not.toContain("DateSegment");
});

it("keeps the styles under 12 kB", () => {
  const css = new Set(fetched(FIRST).flatMap((chunk) => chunk.css ?? []));
  expect([...css].reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThanOrEqual(12 * KB);
});
