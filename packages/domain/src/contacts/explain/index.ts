export * from "./expectation.ts";
export * from "./expectations.ts";
export * from "./explain.ts";
export * from "./explanation.ts";
