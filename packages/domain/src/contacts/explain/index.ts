export * from "./explain.ts";
export * from "./explanation.ts";
