import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkLocks } from "./lock.ts";
import { checkPlaces } from "./places.ts";

const ROOT = join(import.meta.dirname, "../..");

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "kinward-checks-"));
  write("pnpm-lock.yaml", "packages:\n\n  tool@1.0.0:\n    resolution: {integrity: sha512-x}\n");
  write("tooling/toolchain/package-lock.json", "{}");
  write("package.json", '{ "dependencies": { "tool": "catalog:" } }');
  write(
    "node_modules/.pnpm/tool@1.0.0/node_modules/tool/package.json",
    '{ "name": "tool", "version": "1.0.0" }',
  );
});
afterEach(() => rmSync(copy, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), content);
}

describe("lock files", () => {
  test("nothing to report", () => {
    expect(checkLocks(copy)).toEqual([]);
  });

  test.each([
    [
      "pnpm-lock.yaml",
      "    resolution: {integrity: sha512-x, tarball: https://packages.example/tool.tgz}",
    ],
    [
      "tooling/toolchain/package-lock.json",
      '{\n  "resolved": "https://packages.example/tool.tgz"\n}',
    ],
  ])("%s must not say where a package comes from", (file, content) => {
    write(file, content);
    expect(checkLocks(copy)).toEqual([
      expect.stringMatching(`^${file}:\\d: a lock file must not say where`),
    ]);
  });

  test("a loose version", () => {
    write("packages/x/package.json", '{ "devDependencies": { "tool": "^1.0.0" } }');
    expect(checkLocks(copy)).toEqual([
      'packages/x/package.json: tool has the loose version "^1.0.0"',
    ]);
  });

  test("a platform's binary that was lost while locking", () => {
    const optionalDependencies = { "tool-linux-arm64-gnu": "1.0.0", "tool-win32-x64": "1.0.0" };
    write(
      "node_modules/.pnpm/tool@1.0.0/node_modules/tool/package.json",
      JSON.stringify({ name: "tool", version: "1.0.0", optionalDependencies }),
    );
    expect(checkLocks(copy)).toEqual([
      "pnpm-lock.yaml: tool@1.0.0 has lost its optional tool-linux-arm64-gnu",
    ]);
  });
});

describe("places", () => {
  test("a path of one machine is reported, an address on the web is not", () => {
    write("docs/a.md", `See https://example.com/home/page\nand /${"home"}/somebody/notes.txt`);
    expect(checkPlaces(copy)).toEqual([
      `docs/a.md:2: names a place on one machine: /${"home"}/somebody`,
    ]);
  });
});

describe("lint", () => {
  test.each([
    ["packages/domain/src/x.ts", "export const x = new Date();", "reads the clock"],
    ["packages/domain/src/x.ts", "export const x = Date();", "reads the clock"],
    ["packages/domain/src/x.ts", "export const x = Date.now();", "Date.now"],
    ["packages/domain/src/x.ts", "export const x = Math.random();", "Math.random"],
    ["packages/wording/src/x.ts", "export const x = (1).toLocaleString();", "machine's language"],
    ["packages/db/src/x.ts", "export async function x() {}\nx();", "no-floating-promises"],
  ])("%s: %s", (file, source, problem) => {
    for (const name of [".oxlintrc.json", "tooling/lint", "tooling/typescript"]) {
      spawnSync("cp", ["-r", "--parents", name, copy], { cwd: ROOT });
    }
    spawnSync("ln", ["-sfn", join(ROOT, "node_modules/@types"), join(copy, "node_modules/@types")]);
    write(
      `${file.split("/src/")[0]}/tsconfig.json`,
      '{ "extends": "../../tooling/typescript/node.json", "include": ["src"] }',
    );
    write(file, source);
    const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
    const done = spawnSync(process.execPath, [oxlint, "--type-aware"], {
      cwd: copy,
      encoding: "utf8",
    });
    expect(done.stdout + done.stderr).toContain(problem);
    expect(done.status).toBe(1);
  });
});
