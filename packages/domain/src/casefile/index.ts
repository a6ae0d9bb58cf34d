export * from "./case-file.ts";
export * from "./read-case-file.ts";
export * from "./stage.ts";
export * from "./join-memberships.ts";
export * from "./facts-until.ts";
export * from "./take-along.ts";
