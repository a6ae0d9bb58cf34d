export * from "./birth-date.ts";
export * from "./candidate.ts";
export * from "./case-effect.ts";
export * from "./effect.schema.ts";
export * from "./effect.ts";
export * from "./places.ts";
export * from "./tally.ts";
export * from "./service-dates.ts";
