export * from "./match.ts";
export * from "./membership.ts";
export * from "./name-keys.ts";
export * from "./nicknames.ts";
export * from "./people.ts";
export * from "./person.schema.ts";
export * from "./person.ts";
export * from "./sound-key.ts";
