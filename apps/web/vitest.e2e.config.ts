export { default } from "../../tooling/vitest/e2e.ts";
