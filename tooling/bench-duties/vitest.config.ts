export { default } from "../vitest/node.ts";
