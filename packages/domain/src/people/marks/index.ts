export * from "./at-referral.ts";
export * from "./commands.ts";
export * from "./decide-mark.ts";
export * from "./effective-date.ts";
export * from "./end-of-services.ts";
export * from "./mark-checks.ts";
export * from "./mark.ts";
export * from "./marks.schema.ts";
