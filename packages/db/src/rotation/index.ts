export * from "./correct-line.ts";
export * from "./ending-contracts.ts";
export * from "./load-ledger.ts";
export * from "./move-cases.ts";
export * from "./overview.ts";
export * from "./pauses.ts";
