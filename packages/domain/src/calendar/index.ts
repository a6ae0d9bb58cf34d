export * from "./day-number.ts";
export * from "./holiday-rules.ts";
export * from "./months.ts";
export * from "./office-calendar.ts";
export * from "./weeks.ts";
