export * from "./compliance.ts";
export * from "./schedule.ts";
export * from "./whole-family.ts";
