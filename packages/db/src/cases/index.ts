export * from "./case-file.ts";
