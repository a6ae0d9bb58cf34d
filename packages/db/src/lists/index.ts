export * from "./calendar.ts";
export * from "./saved-views.ts";
export * from "./state.ts";
