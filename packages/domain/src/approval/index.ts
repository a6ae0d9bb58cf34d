export * from "./correction.ts";
export * from "./proposal.schema.ts";
export * from "./proposal.ts";
export * from "./setting-change.ts";
export * from "./setting-clock.ts";
export * from "./case-move.ts";
