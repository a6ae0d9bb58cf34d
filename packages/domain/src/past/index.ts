export * from "./differences.ts";
