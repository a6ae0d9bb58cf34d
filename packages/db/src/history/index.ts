export * from "./acts-since.ts";
export * from "./case-access.ts";
export * from "./case-history.ts";
export * from "./case-states.ts";
export { TABLES_OF } from "./history-filter.ts";
