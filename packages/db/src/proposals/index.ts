export * from "./answer-proposal.ts";
export * from "./find-proposals.ts";
export * from "./propose.ts";
