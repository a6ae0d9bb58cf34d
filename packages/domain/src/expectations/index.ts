export * from "./household-notice.ts";
