export * from "./checker.ts";
export * from "./compare.ts";
export * from "./registry.ts";
export * from "./run.ts";
