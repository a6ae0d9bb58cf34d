export { default } from "../../tooling/vitest/node.ts";
