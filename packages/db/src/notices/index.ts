export * from "./digest.ts";
export * from "./inbox.ts";
export { tellDueDates } from "./tell-due-dates.ts";
