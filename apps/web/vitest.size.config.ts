import { defineConfig } from "vitest/config";

/** Budgets of the built app: after `vite build`. */
export default defineConfig({ test: { include: ["size.test.ts"] } });
