import db from "../../tooling/vitest/db.ts";

/** Tests that take a lock away replace the module that holds it; no other test may meet that module. */
export default {
  ...db,
  test: { ...db.test, include: ["src/**/*-without-lock.db.test.ts"] },
};
