export * from "./acts-since.ts";
export * from "./case-history.ts";
export * from "./case-states.ts";
