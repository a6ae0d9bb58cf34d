export * from "./duty.ts";
export * from "./evaluate.ts";
export * from "./status.ts";
