import { defineConfig } from "vitest/config";

/** Tests without a database: `export { default } from "../../tooling/vitest/node.ts"`. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    exclude: ["src/**/*.e2e.test.{ts,tsx}"],
    passWithNoTests: true,
    testTimeout: 20_000,
    // Vitest leaves one core idle by default: half the machine where there are two.
    maxWorkers: "100%",
  },
});
