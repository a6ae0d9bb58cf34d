export * from "./bench.ts";
export * from "./checker.ts";
export * from "./compare.ts";
export * from "./example.schema.ts";
export * from "./registry.ts";
export * from "./run.ts";
