export * from "./distributions.ts";
export * from "./held.ts";
export * from "./intervals.ts";
export * from "./masking.ts";
export * from "./period.ts";
export * from "./reentries.ts";
export * from "./report.ts";
export * from "./shares.ts";
