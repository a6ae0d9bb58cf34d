export * from "./policy-book.ts";
export * from "./settings.ts";
