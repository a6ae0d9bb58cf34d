export * from "./coordinators.ts";
export * from "./intake-list.ts";
