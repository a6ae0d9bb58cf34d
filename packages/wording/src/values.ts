export type { CaseProfile } from "@kinward/domain/policy";
export type { PolicyText } from "@kinward/domain/kernel";
