export * from "./drafts.ts";
