export * from "./areas.ts";
export * from "./ledger.ts";
export * from "./line-rules.ts";
export * from "./lines.ts";
export * from "./overview.ts";
