import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkBoundaries } from "./check.ts";

const ROOT = join(import.meta.dirname, "../..");

let copy: string;

/** The real package.json files, and no source yet: each test adds the one file that breaks a rule. */
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "kinward-boundaries-"));
  for (const file of globSync("{packages,apps,tooling}/*/package.json", { cwd: ROOT })) {
    cpSync(join(ROOT, file), join(copy, file));
  }
});
afterEach(() => rmSync(copy, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), content);
}

test("the package.json files as they are break nothing", () => {
  expect(checkBoundaries(copy)).toEqual([]);
});

describe("what is refused", () => {
  const KERNEL = 'import { ok } from "@kinward/domain/kernel";';
  const CASES: [what: string, file: string, source: string, problem: string][] = [
    [
      "the domain uses nothing of ours",
      "packages/domain/src/x.ts",
      'import "@kinward/wording";',
      "domain must not use wording",
    ],
    [
      "wording does not use the database",
      "packages/wording/src/x.ts",
      'import "@kinward/db";',
      "wording must not use db",
    ],
    [
      "the database does not use wording",
      "packages/db/src/x.ts",
      'import "@kinward/wording";',
      "db must not use wording",
    ],
    [
      "components know no database",
      "packages/ui/src/x.tsx",
      'export * from "@kinward/db";',
      "ui must not use db",
    ],
    [
      "the sample does not use the API",
      "packages/sample/src/x.ts",
      'import "@kinward/api/router";',
      "sample must not use api",
    ],
    [
      "the API does not use components",
      "apps/api/src/x.ts",
      'import "@kinward/ui";',
      "api must not use ui",
    ],
    [
      "apps do not use the database",
      "apps/web/src/x.ts",
      'await import("@kinward/db");',
      "web must not use db",
    ],
    [
      "test helpers stay out of what ships",
      "apps/api/src/x.ts",
      'import "@kinward/testkit/postgres";',
      "api must not use testkit",
    ],
    [
      "apps know only the type of the API",
      "apps/admin/src/x.ts",
      'import { appRouter } from "@kinward/api/router";',
      "admin may import only types from api",
    ],
    [
      "deep imports",
      "packages/wording/src/x.ts",
      'import "@kinward/domain/kernel/result";',
      '"@kinward/domain/kernel/result" is not among the exports of domain',
    ],
    [
      "imports around the name",
      "packages/wording/src/x.ts",
      'import "../../domain/src/kernel/index.ts";',
      "leaves the package",
    ],
    [
      "another feature",
      "apps/web/src/features/work/x.tsx",
      'import "../cases/list.tsx";',
      "the feature work must not import from the feature cases",
    ],
    [
      "a feature in the shared folder",
      "apps/web/src/features/shared/x.tsx",
      'import "../cases/list.tsx";',
      "the feature shared must not import from the feature cases",
    ],
    [
      "Node in the domain",
      "packages/domain/src/x.ts",
      'import { readFileSync } from "node:fs";',
      "domain is pure and must not use node:fs",
    ],
    [
      "other packages in the domain",
      "packages/domain/src/x.ts",
      'import { v7 } from "uuid";',
      "domain is pure and must not use uuid",
    ],
    [
      "the whole of date-fns",
      "packages/domain/src/x.ts",
      'import { addDays } from "date-fns";',
      'import "date-fns/addDays"',
    ],
    [
      "a package that is not declared",
      "packages/db/src/x.ts",
      'import "express";',
      "express is not among the dependencies of db",
    ],
    [
      "a tool of the tests in what ships",
      "packages/db/src/x.ts",
      'import fc from "fast-check";',
      "fast-check is not among the dependencies of db",
    ],
  ];

  test.each(CASES)("%s", (_what, file, source, problem) => {
    write(file, `// first line\n${source}\n`);
    const [violation, ...others] = checkBoundaries(copy);
    expect(violation).toContain(`${file}:2: `);
    expect(violation).toContain(problem);
    expect(others).toEqual([]);
  });

  test("a dependency in package.json against the arrows", () => {
    const manifest = JSON.parse(
      readFileSync(join(copy, "packages/domain/package.json"), "utf8"),
    ) as {
      dependencies: Record<string, string>;
    };
    manifest.dependencies["@kinward/db"] = "workspace:*";
    write("packages/domain/package.json", JSON.stringify(manifest));
    expect(checkBoundaries(copy)).toEqual([
      "packages/domain/package.json: domain must not have db among its dependencies",
    ]);
  });

  test("a new package without arrows", () => {
    write("packages/extra/package.json", '{ "name": "@kinward/extra" }');
    expect(checkBoundaries(copy)[0]).toContain("the package extra has no arrows");
  });

  test("nothing is reported that is allowed", () => {
    write("packages/wording/src/x.ts", KERNEL);
    write(
      "packages/domain/src/x.ts",
      'import { addDays } from "date-fns/addDays"; import * as z from "zod";',
    );
    write(
      "packages/domain/src/x.test.ts",
      'import fc from "fast-check"; import { test } from "vitest";',
    );
    write("apps/web/src/x.ts", 'import type { AppRouter } from "@kinward/api/router";');
    write("apps/web/src/features/work/x.tsx", 'import "../shared/go.tsx"; import "./present.ts";');
    write(
      "apps/api/src/x.db.test.ts",
      'import { createTestDatabase } from "@kinward/testkit/postgres";',
    );
    write("apps/api/vitest.config.ts", 'export { default } from "../../tooling/vitest/db.ts";');
    expect(checkBoundaries(copy)).toEqual([]);
  });
});
