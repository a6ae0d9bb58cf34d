export * from "./case-file.ts";
export * from "./case-filters.ts";
export * from "./case-list.ts";
export * from "./case-page.ts";
export * from "./access-reason.ts";
export * from "./begin-case.ts";
export * from "./record-move.ts";
export * from "./roster/index.ts";
