import { mergeConfig } from "vitest/config";
import db from "./vitest/db.ts";

export default mergeConfig(db, {
  // Packages below this folder have dependencies, and some of these ship their tests.
  test: { include: ["**/*.test.ts"], exclude: ["**/node_modules/**"] },
});
