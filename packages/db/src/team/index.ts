export * from "./board.ts";
export * from "./case-team.ts";
export * from "./covers.ts";
export * from "./handovers.ts";
export * from "./take-over.ts";
