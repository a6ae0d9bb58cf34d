export * from "./actor.ts";
export * from "./grants.ts";
export * from "./may.ts";
