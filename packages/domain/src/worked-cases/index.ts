export * from "./checker.ts";
export * from "./registry.ts";
