export * from "./people.ts";
