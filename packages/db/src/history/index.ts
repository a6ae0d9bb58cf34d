export * from "./case-history.ts";
