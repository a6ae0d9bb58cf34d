import { mergeConfig } from "vitest/config";
import db from "../../tooling/vitest/db.ts";

// What these files load is shared; those that replace a module have a configuration of their own.
export default mergeConfig(db, {
  test: { isolate: false, exclude: ["src/**/*-without-lock.db.test.ts"] },
});
