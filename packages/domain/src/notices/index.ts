export * from "./acts.ts";
export * from "./due-dates.ts";
export * from "./kinds.ts";
