import { defineConfig } from "vitest/config";

/** The gallery in a real browser: `pnpm test:e2e`. */
export default defineConfig({
  test: {
    include: ["src/**/*.e2e.test.ts"],
    globalSetup: ["gallery-app/serve.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The browser of a busy machine may draw seconds later; a state that never comes fails all the same.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: "100%",
    isolate: false,
  },
});
