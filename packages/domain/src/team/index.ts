export * from "./board.ts";
export * from "./cover.ts";
export * from "./handover.ts";
export * from "./take-over.ts";
