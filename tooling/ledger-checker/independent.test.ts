import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importsOf } from "../boundaries/imports.ts";

test("the checker uses nothing but itself and Node", () => {
  const files = globSync("*.ts", { cwd: import.meta.dirname }).filter(
    (file) => !file.endsWith(".test.ts"),
  );
  expect(files.length).toBeGreaterThan(5);
  const outside = files.flatMap((file) =>
    importsOf(file, readFileSync(join(import.meta.dirname, file), "utf8"))
      .map((one) => one.specifier)
      .filter((specifier) => !specifier.startsWith("./") && !specifier.startsWith("node:")),
  );
  expect(outside).toEqual([]);
});
