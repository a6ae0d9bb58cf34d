export * from "./covers.ts";
