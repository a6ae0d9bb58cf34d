import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Journeys in a real browser against the built app and the real API on a throw-away PostgreSQL. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.test.ts"],
    globalSetup: fileURLToPath(
      new URL("../../packages/testkit/src/postgres-global.ts", import.meta.url),
    ),
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // The browser of a busy machine may draw seconds later; a state that never comes fails all the same.
    expect: { poll: { timeout: 20_000 } },
    // One more than there are cores: each waits for the browser half of the time.
    maxWorkers: availableParallelism() + 1,
    // Files share what they load, the browser too; each has an agency and pages of its own.
    isolate: false,
  },
});
