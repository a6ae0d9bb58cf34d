export { default } from "../../tooling/vitest/db.ts";
