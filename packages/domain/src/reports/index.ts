export * from "./compliance.ts";
export * from "./schedule.ts";
