import { fileURLToPath } from "node:url";
import { mergeConfig } from "vitest/config";
import node from "./node.ts";

/** Tests on a real, throw-away PostgreSQL: `createTestDatabase()` of `@kinward/testkit/postgres`. */
export default mergeConfig(node, {
  test: {
    globalSetup: fileURLToPath(
      new URL("../../packages/testkit/src/postgres-global.ts", import.meta.url),
    ),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
