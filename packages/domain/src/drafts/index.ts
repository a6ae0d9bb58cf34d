export * from "./merge-drafts.ts";
